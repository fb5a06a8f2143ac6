using AgentVerse.Model.Settings;
using AgentVerse.Scenarios;
using AgentVerse.Scenarios.Plans;
using Xunit;

namespace AgentVerse.Tests.Scenarios;

public sealed class PlanTests
{
    private static IReadOnlyList<RunPoint> Runs(string name) => Files.Scenario(Files.Good(name)).Design.Plan.Next([]);

    private static string Text(RunPoint run) => string.Join(", ", run.Overrides.Select(o => $"{o.Path}={o.Value}"));

    [Fact]
    public void Without_a_design_there_is_one_run_of_the_control()
    {
        RunPoint run = Assert.Single(Runs("minimal"));
        Assert.Equal((0, "control", 0), (run.Point, run.Treatment, run.Replicate));
        Assert.Empty(run.Overrides);
    }

    [Fact]
    public void A_grid_has_all_combinations_and_its_last_axis_changes_fastest() =>
        Assert.Equal(
            [
                "networks.toy.halfLife=30m, networks.toy.subnets[1].pixels=512",
                "networks.toy.halfLife=30m, networks.toy.subnets[1].pixels=1024",
                "networks.toy.halfLife=1h, networks.toy.subnets[1].pixels=512",
                "networks.toy.halfLife=1h, networks.toy.subnets[1].pixels=1024",
                "networks.toy.halfLife=2h, networks.toy.subnets[1].pixels=512",
                "networks.toy.halfLife=2h, networks.toy.subnets[1].pixels=1024",
            ],
            Runs("full").Where(r => r.Treatment == "control" && r.Replicate == 0).Select(Text));

    [Fact]
    public void Treatments_of_a_point_and_replicate_stand_together()
    {
        IReadOnlyList<RunPoint> runs = Runs("full");
        Assert.Equal(6 * 3 * 2, runs.Count);
        Assert.Equal(
            [(0, 0, "control"), (0, 0, "dear"), (0, 1, "control"), (0, 1, "dear"), (0, 2, "control"), (0, 2, "dear"), (1, 0, "control")],
            runs.Take(7).Select(r => (r.Point, r.Replicate, r.Treatment)));
        Assert.All(runs.Chunk(2), pair => Assert.Equal(
            Text(pair[0]) + ", networks.toy.stake=2, populations.miners.policies=[honest]", Text(pair[1])));
    }

    [Fact]
    public void A_list_has_its_points_in_order() =>
        Assert.Equal(
            ["networks.toy.pool=none", "networks.toy.pool=stable, networks.toy.price={mode: pool, usd: 2}, ticks=10", ""],
            Runs("listed").Where(r => r.Treatment == "a").Select(Text));

    [Fact]
    public void Runs_that_have_ended_are_not_asked_for_again()
    {
        IPlan plan = Files.Scenario(Files.Good("full")).Design.Plan;
        IReadOnlyList<RunPoint> all = plan.Next([]);
        RunSummary[] done = [.. all.Where((_, i) => i % 3 == 0).Select((r, i) => new RunSummary(r, i % 2 == 0, []))];
        IReadOnlyList<RunPoint> rest = plan.Next(done);
        Assert.Equal(all.Where((_, i) => i % 3 != 0).Select(Key), rest.Select(Key));
        Assert.Empty(plan.Next([.. done, .. rest.Select(r => new RunSummary(r, true, [1, double.NaN]))]));
    }

    [Theory]
    [InlineData("full")]
    [InlineData("listed")]
    [InlineData("sampled")]
    [InlineData("sobol")]
    public void Every_run_of_a_good_experiment_reads(string name)
    {
        string text = Files.Good(name);
        foreach (RunPoint run in Runs(name))
        {
            ScenarioReading reading = ScenarioReader.ReadRun("s.yaml", text, Files.Catalogue, run.Overrides);
            Assert.Empty(reading.Problems);
            Assert.Equal(1, reading.Scenario!.Design.RunCount);
            Assert.Equal(reading.Scenario.RunText, Files.Scenario(reading.Scenario.RunText).RunText);
        }
    }

    [Fact]
    public void A_run_has_the_values_of_its_point_and_treatment()
    {
        RunPoint run = Runs("full")[^1];
        Scenario scenario = ScenarioReader.ReadRun("s.yaml", Files.Good("full"), Files.Catalogue, run.Overrides).Scenario!;
        SettingsMap toy = scenario.Networks[1].Value;
        Assert.Equal((7200, 2_000_000_000, 1024), (toy.Integer("halfLife"), toy.Integer("stake"), toy.List("subnets")[1].Integer("pixels")));
        Assert.Equal(["honest"], scenario.Populations[0].Policies);
    }

    [Fact]
    public void A_combination_that_does_not_fit_is_a_problem_of_its_run()
    {
        Override[] set = [Override.Of("ticks", "10000000"), Override.Of("tick", "30d")];
        Problem problem = Assert.Single(ScenarioReader.ReadRun("s.yaml", Files.Toy(""), Files.Catalogue, set).Problems);
        Assert.Equal(("--set ticks=10000000", 0), (problem.File, problem.Line));
    }

    [Fact]
    public void Designs_need_not_have_a_plan_to_have_replicates() =>
        Assert.Equal([0, 1, 2, 3], Files.Scenario(Files.Toy(""), "design.replicates=4").Design.Plan.Next([]).Select(r => r.Replicate));

    private static (int, int, string) Key(RunPoint run) => (run.Point, run.Replicate, run.Treatment);
}
