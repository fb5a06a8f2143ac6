using AgentVerse.Scenarios;
using Xunit;

namespace AgentVerse.Tests.Scenarios;

public sealed class CanonicalTextTests
{
    public static TheoryData<string> Names => [.. Files.In("Good")];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_canonical_text_reads_back_to_itself(string name)
    {
        Scenario scenario = Files.Scenario(Files.Good(name));
        Assert.Equal(scenario.CanonicalText, Files.Scenario(scenario.CanonicalText).CanonicalText);
        Assert.Equal(scenario.RunText, Files.Scenario(scenario.CanonicalText).RunText);
        Assert.Equal(scenario.RunText, Files.Scenario(scenario.RunText).RunText);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_canonical_text_says_the_same(string name)
    {
        Scenario scenario = Files.Scenario(Files.Good(name));
        Scenario again = Files.Scenario(scenario.CanonicalText);
        Assert.Equal(scenario.Design.RunCount, again.Design.RunCount);
        Assert.Equal(
            scenario.Design.Plan.Next([]).SelectMany(r => r.Overrides).Select(o => (o.Path, o.Value)),
            again.Design.Plan.Next([]).SelectMany(r => r.Overrides).Select(o => (o.Path, o.Value)));
        Assert.Equal(scenario.DataFiles.Select(f => f.Path), again.DataFiles.Select(f => f.Path));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_canonical_text_is_golden(string name)
    {
        string expected = Files.PathOf($"Good/{name}.canonical");
        string text = Files.Scenario(Files.Good(name)).CanonicalText;
        if (Environment.GetEnvironmentVariable("AGENTVERSE_ACCEPT") == "1")
        {
            File.WriteAllText(expected, text);
        }

        Assert.Equal(File.ReadAllText(expected), text);
    }

    [Fact]
    public void Defaults_and_forms_of_values_make_no_difference()
    {
        string written = "blocks: 360, rate: 2.5e-1, halfLife: 60m, stake: 1.0, price: {usd: 1.00}";
        Assert.Equal(
            Files.Scenario(Files.Toy("")).CanonicalText, Files.Scenario(Files.Toy(written)).CanonicalText);
    }

    [Fact]
    public void Execution_is_not_in_it()
    {
        string text = Files.Good("full");
        string other = text.Replace("cohortSize: 1024", "cohortSize: 1", StringComparison.Ordinal);
        Assert.NotEqual(text, other);
        Assert.Equal(Files.Scenario(text).CanonicalText, Files.Scenario(other).CanonicalText);
        Assert.DoesNotContain("cohortSize", Files.Scenario(text).CanonicalText, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_other_value_is_in_it()
    {
        string[] overrides =
        [
            "name=y", "description=other", "start=2025-12-21", "tick=2h", "ticks=73", "seed=2",
            "networks.toy.blocks=361", "networks.toy.slots=1", "networks.toy.big=1", "networks.toy.rate=0.26",
            "networks.toy.note=x", "networks.toy.open=true", "networks.toy.pool=none", "networks.toy.halfLife=2h",
            "networks.toy.launch=2021-01-02", "networks.toy.stake=1.000000001", "networks.toy.weights=w.csv",
            "networks.toy.tiers=[1]", "networks.toy.regions=[]", "networks.toy.price.mode=fixed",
            "networks.toy.subnets[0].chat=false", "networks.toy.subnets[1].pixels=1", "populations.miners.name=other",
            "populations.miners.count=1", "populations.miners.policies=[honest, lazy]",
            "populations.miners.accountsPerController=5", "populations.miners.initial=0.51",
            "populations.miners.arrivals=31d", "populations.miners.effort=0.9", "populations.watchers.count=1",
            "record.agents.every=23", "record.agents.share=0.02", "measures[0].k=6", "measures[0].by=controller",
            "design.replicates=4", "design.treatments.dear.set={networks.toy.stake: 3}", "design.plan={list: [{}]}",
        ];
        string[] references =
        [
            "measures=[{measure: topShare, population: watchers, column: seen, k: 5}]",
            "design={treatments: [{name: dear}]}",
        ];
        string text = Files.Good("full");
        HashSet<string> texts = [Files.Scenario(text, references).CanonicalText];
        Assert.All(overrides, o => Assert.True(texts.Add(Files.Scenario(text, [.. references, o]).CanonicalText), o));
    }

    [Fact]
    public void Text_that_readers_could_take_for_something_else_is_quoted()
    {
        foreach (string note in (string[])["yes", "No", "~", "1_000", "0b1", "a: b", "", " x", "\\", "\"", "é", "1e3x", "#", "a b"])
        {
            Scenario scenario = Files.Scenario(Files.Toy(""), $"networks.toy.note=\"{note.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"");
            Assert.Equal(note, scenario.Networks[0].Value.Text("note"));
            Assert.Equal(note, Files.Scenario(scenario.CanonicalText).Networks[0].Value.Text("note"));
            Assert.Contains("note: \"", scenario.CanonicalText + (note == "1e3x" ? "note: \"" : ""), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_run_text_leaves_out_what_no_run_depends_on()
    {
        string run = Files.Scenario(Files.Good("full")).RunText;
        Assert.DoesNotContain("design:", run, StringComparison.Ordinal);
        Assert.DoesNotContain("description:", run, StringComparison.Ordinal);
        Assert.Contains("seed: 9223372036854775807", run, StringComparison.Ordinal);
    }
}
