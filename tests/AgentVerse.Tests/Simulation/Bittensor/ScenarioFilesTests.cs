using AgentVerse.Model.Settings;
using AgentVerse.Model.State;
using AgentVerse.Scenarios;
using AgentVerse.Simulation;

using Xunit;

namespace AgentVerse.Tests.Simulation.Bittensor;

/// <summary>The delivered scenarios can be read, planned and run; what is wrong in one is said with its key.</summary>
public sealed class ScenarioFilesTests
{
    [Fact]
    public void Smoke_runs_to_its_end_and_something_happens()
    {
        Scenario scenario = ScenarioFiles.Read("smoke.yaml");
        FinishedRun run = FinishedRun.Of(ScenarioFiles.World(scenario));
        Assert.Equal(24, run.Ticks("chain").Length);
        Assert.NotEmpty(run.Events("registered"));
        Assert.NotEmpty(run.Events("pruned"));
        Assert.Equal(400, run.Agents("miners").Length);
    }

    [Fact]
    public void The_first_scenario_has_a_real_subnet_and_127_drawn_ones()
    {
        World world = ScenarioFiles.World(ScenarioFiles.Read("bittensor-first.yaml"));
        Assert.Equal(129, world.Plan.Shards.Count);
        Assert.Equal("subnet/15", world.Plan.Shards[1].Plan.Name);
        Assert.Equal(
            Enumerable.Range(1, 128).Select(n => $"alpha/{n}").Prepend("TAO").Order(StringComparer.Ordinal),
            world.Plan.Tokens.Select(t => t.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_key_says_its_unit_default_range_and_source()
    {
        Section network = ScenarioFiles.Catalogue.Networks["bittensor"].Section;
        Assert.All(All(network), field =>
        {
            Assert.NotEmpty(field.Doc);
            bool isNumber = field.Type is FieldType.Integer or FieldType.Number or FieldType.Amount;
            Assert.True(!isNumber || (double.IsFinite(field.Min) && double.IsFinite(field.Max)), field.Name);
            bool isStructure = field.Name is "count" or "netuid" || !isNumber;
            Assert.True(isStructure || field.Source.Length > 0, field.Name);
        });
    }

    [Fact]
    public void Too_small_a_population_is_said_with_the_count_it_needs()
    {
        (_, IReadOnlyList<Problem> problems) = (new SmallChain() with
        {
            Crowds = [new("miners", "miner", 10, ["idle"]), new("validators", "validator", 40, ["honest"])],
        }).Plan();
        Problem problem = Assert.Single(problems);
        Assert.Equal("subnets.miners", problem.Path);
        Assert.Contains("at least 40 agents", problem.Allowed, StringComparison.Ordinal);
    }

    [Fact]
    public void A_population_without_tao_is_refused()
    {
        (_, IReadOnlyList<Problem> problems) =
            (new SmallChain() with { Groups = [[("count", 1L), ("miners", "nobody")]] }).Plan();
        Assert.Equal("subnets.miners", Assert.Single(problems).Path);
    }

    [Fact]
    public void A_tick_of_no_whole_number_of_blocks_is_refused()
    {
        (_, IReadOnlyList<Problem> problems) = (new SmallChain() with { TickSeconds = 3601 }).Plan();
        Assert.Equal("tick", Assert.Single(problems).Path);
    }

    [Fact]
    public void Two_groups_cannot_have_one_number()
    {
        (_, IReadOnlyList<Problem> problems) = (new SmallChain() with
        {
            Groups =
            [
                [("netuid", 3L), ("count", 2L), ("validatorsMedian", 4.0), ("occupancy", 0.5)],
                [("netuid", 4L), ("validatorsMedian", 4.0), ("occupancy", 0.5)],
            ],
        }).Plan();
        Assert.Equal("subnets.netuid", Assert.Single(problems).Path);
    }

    [Fact]
    public void A_lower_price_floor_above_the_ceiling_is_refused()
    {
        (_, IReadOnlyList<Problem> problems) =
            (new SmallChain() with { Hyperparameters = [("uidsMax", 24L), ("minBurn", 5L), ("maxBurn", 4L)] }).Plan();
        Assert.Equal("subnets.minBurn", Assert.Single(problems).Path);
    }

    /// <summary>Bulletins travel to every part, so they are small.</summary>
    [Fact]
    public void Bulletins_stay_far_below_their_limit()
    {
        World world = ScenarioFiles.World(ScenarioFiles.Read("bittensor-first.yaml"));
        StateWriter chain = new();
        world.Plan.Shards[0].Plan.Open(world.Plan).Opening().Carry(chain);
        Assert.InRange(chain.Written.Length, 1024, 4096);
        StateWriter subnet = new();
        world.Plan.Shards[1].Plan.Open(world.Plan).Opening().Carry(subnet);
        Assert.InRange(subnet.Written.Length, 512, 4096);
    }

    private static IEnumerable<Field> All(Section section) => section.Fields.SelectMany(
        f => f.Nested is null ? [f] : All(f.Nested).Append(f));
}
