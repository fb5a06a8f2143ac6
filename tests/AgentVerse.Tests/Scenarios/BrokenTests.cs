using AgentVerse.Model.Settings;
using AgentVerse.Scenarios;
using Xunit;

namespace AgentVerse.Tests.Scenarios;

/// <summary>
/// Scenarios with something wrong, beside what the reader says of them. A line <c># --set path=value</c> is an override.
/// With AGENTVERSE_ACCEPT=1 the expected texts are written anew.
/// </summary>
public sealed class BrokenTests
{
    public static TheoryData<string> Names => [.. Files.In("Broken")];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_problem_of_a_broken_scenario_is_said_at_once(string name)
    {
        string text = File.ReadAllText(Files.PathOf($"Broken/{name}.yaml"));
        ScenarioReading reading = ScenarioReader.Read($"{name}.yaml", text, Files.Catalogue, [.. Overrides(text)]);
        string said = string.Concat(reading.Problems.Select(p => $"{p}\n"));
        string expected = Files.PathOf($"Broken/{name}.expected");
        if (Environment.GetEnvironmentVariable("AGENTVERSE_ACCEPT") == "1")
        {
            File.WriteAllText(expected, said);
        }

        Assert.Null(reading.Scenario);
        Assert.Equal(File.ReadAllText(expected), said);
    }

    [Fact]
    public void The_corpus_is_large() => Assert.True(Names.Count >= 60);

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_problem_says_where_what_and_how_to_mend_it(string name)
    {
        string text = File.ReadAllText(Files.PathOf($"Broken/{name}.yaml"));
        ScenarioReading reading = ScenarioReader.Read($"{name}.yaml", text, Files.Catalogue, [.. Overrides(text)]);
        Assert.All(reading.Problems, p =>
        {
            Assert.True(p.File == $"{name}.yaml" ? p.Line > 0 : p.File.StartsWith("--set ", StringComparison.Ordinal));
            Assert.NotEmpty(p.Path);
            Assert.NotEmpty(p.Allowed);
            Assert.NotEmpty(p.Fix);
            Assert.DoesNotContain('\n', p.ToString());
        });
    }

    private static IEnumerable<Override> Overrides(string text) => text.Split('\n')
        .Where(l => l.StartsWith("# --set ", StringComparison.Ordinal)).Select(l => Override.Parse(l["# --set ".Length..]));
}
