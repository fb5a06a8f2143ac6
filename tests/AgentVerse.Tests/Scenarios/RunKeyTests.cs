using AgentVerse.Scenarios;
using Xunit;

namespace AgentVerse.Tests.Scenarios;

public sealed class RunKeyTests
{
    private static string Key(string text, int replicate = 0, string version = "1", params DataHash[] files) =>
        RunKey.Of(Files.Scenario(text), replicate, files, version);

    [Fact]
    public void A_run_is_named_by_all_that_it_depends_on()
    {
        string text = Files.Toy("");
        string[] keys =
        [
            Key(text), Key(Files.Toy("blocks: 361")), Key(text.Replace("seed: 1", "seed: 2", StringComparison.Ordinal)), Key(text, 1), Key(text, 0, "2"),
            Key(text, 0, "1", new DataHash("a.csv", "00")), Key(text, 0, "1", new DataHash("a.csv", "01")),
            Key(text, 0, "1", new DataHash("b.csv", "00")), Key(text, 0, "1", new DataHash("a.csv", "00"), new DataHash("b.csv", "00")),
        ];
        Assert.Equal(keys.Length, keys.Distinct().Count());
        Assert.All(keys, k => Assert.Matches("^[0-9a-f]{32}$", k));
    }

    [Fact]
    public void What_can_change_no_result_changes_no_name()
    {
        string text = Files.Good("full");
        Scenario run = Files.Scenario(text);
        Scenario same = Files.Scenario(text, "execution.threads=7", "description=none", "design={replicates: 9}", "tick=60m");
        Assert.Equal(RunKey.Of(run, 0, [], "1"), RunKey.Of(same, 0, [], "1"));
        Assert.NotEqual(RunKey.Of(run), RunKey.Of(same));
    }

    [Fact]
    public void Files_count_in_any_order()
    {
        DataHash a = new("a.csv", "00");
        DataHash b = new("b.csv", "01");
        Assert.Equal(Key(Files.Toy(""), 0, "1", a, b), Key(Files.Toy(""), 0, "1", b, a));
    }

    [Fact]
    public void A_longer_plan_has_the_runs_of_the_shorter_one()
    {
        string text = Files.Good("full");
        HashSet<string> longer = Keys(Files.Scenario(text, "design.replicates=5"), text);
        Assert.Superset(Keys(Files.Scenario(text), text), longer);
        Assert.Equal(5 * 2 * 6, longer.Count);
    }

    [Fact]
    public void Names_never_change() => Assert.Equal("c676d11070a6ec7424518c05ac4eb849", Key(Files.Toy("")));

    private static HashSet<string> Keys(Scenario experiment, string text) =>
    [
        .. experiment.Design.Plan.Next([]).Select(r => RunKey.Of(
            ScenarioReader.ReadRun("s.yaml", text, Files.Catalogue, r.Overrides).Scenario!, r.Replicate, [], "1")),
    ];
}
