using AgentVerse.Cli.Conformance;
using AgentVerse.Cli.Conformance.Measures;

using Xunit;

namespace AgentVerse.Tests.Cli.Conformance.Measures;

public sealed class MeasuresOperationsTests
{
    [Fact]
    public void Published_cases_agree()
    {
        CaseFile[] files =
        [
            .. PublishedCases.Of("measures").Select(file => file with
            {
                Cases = [.. file.Cases.Where(one => MeasuresOperations.All.ContainsKey(one.Op))],
            }),
        ];
        Assert.Equal(41, files.Sum(file => file.Cases.Count));
        ConformanceReport report = ConformanceRun.Of(files, MeasuresOperations.All, emit: null);
        Assert.Empty(PublishedCases.Differences(report));
    }
}
