using AgentVerse.Cli.Conformance;
using AgentVerse.Tests.House;

using Xunit;

namespace AgentVerse.Tests.Cli.Conformance;

/// <summary>The published cases that are kept with the tests.</summary>
internal static class PublishedCases
{
    internal static string Folder(string network) => Path.Combine(Repository.Root, "tests", "vectors", network);

    internal static IReadOnlyList<CaseFile> Of(string network) => CaseFolder.Read(Folder(network));

    /// <summary>Every case of a file agrees with the code.</summary>
    internal static void Agree(CaseFile file, IReadOnlyDictionary<string, Operation> operations)
    {
        ConformanceReport report = ConformanceRun.Of([file], operations, emit: null);
        Assert.Empty(Differences(report));
        Assert.Equal(file.Cases.Count, report.Passed);
    }

    /// <summary>The differences of a run, one a line, for the message of a failed test.</summary>
    internal static IEnumerable<string> Differences(ConformanceReport report) =>
        report.Failures.Select(f => $"{f.Case.Id}: {string.Join("; ", f.Mismatches.Take(3))}");
}
