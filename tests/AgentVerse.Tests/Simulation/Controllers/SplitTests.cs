using AgentVerse.Model.Contracts;
using AgentVerse.Scenarios;
using AgentVerse.Scenarios.Plans;
using AgentVerse.Simulation;
using AgentVerse.Tests.House;
using AgentVerse.Tests.Simulation.Bittensor;

using Xunit;

using static AgentVerse.Tests.Simulation.Controllers.Scenarios;

namespace AgentVerse.Tests.Simulation.Controllers;

/// <summary>A split has the same units, cash and draws in other accounts; a merge is its inverse.</summary>
public sealed class SplitTests
{
    private const string Sizes = """
        scenario: 1
        name: sizes
        start: 2026-10-01
        tick: 1h
        ticks: 2
        seed: 11
        networks:
          bittensor:
            hyperparameters: {uidsMax: 24}
            subnets:
              - {miners: miners, validators: validators, validatorsMedian: 4}
        populations:
          - {name: miners, kind: miner, count: 400, policies: [honest], accountsPerController: 3, accountsSpread: 1, accountsMax: 30}
          - {name: validators, kind: validator, count: 40, policies: [honest]}
        """;

    /// <summary>Few uids are taken at the opening, so that few accounts suffice.</summary>
    private const string Few = "networks.bittensor.subnets[0].occupancy=0.4";

    [Theory]
    [InlineData("divide")]
    [InlineData("clone")]
    [InlineData("merge")]
    public void One_account_is_the_control_bit_for_bit(string mode) =>
        Assert.Equal(Sums(Run(Honest)), Sums(Run(Honest, $"populations.miners.split={{k: 1, mode: {mode}}}")));

    [Theory]
    [InlineData("divide", 1)]
    [InlineData("divide", 4)]
    [InlineData("clone", 1)]
    [InlineData("clone", 4)]
    [InlineData("merge", 3)]
    public void Nobody_gains_or_loses_cash_or_true_units(string mode, int k)
    {
        CohortTick[] before = Born(Honest, Few);
        CohortTick[] after = Born(Honest, Few, Split("miners", k, mode));
        foreach (int column in new[] { EngineColumns.TrueUnits, before[0].Population.ColumnIndex("TAO") })
        {
            Assert.Equal(ByController(before[0], column), ByController(after[0], column));
        }
    }

    [Theory]
    [InlineData("divide")]
    [InlineData("clone")]
    public void Parts_share_the_skill_and_the_hour_of_their_origin(string mode)
    {
        string[] late = ["populations.miners.initial=0.9", "populations.miners.arrivals=5h"];
        CohortTick miners = Born(Honest, [.. late, Split("miners", 4, mode)])[0];
        CohortTick control = Born(Honest, late)[0];
        AccountLayout accounts = miners.Population.Accounts;
        int quality = miners.Population.ColumnIndex("quality");
        int optimism = miners.Population.ColumnIndex("optimism");
        Assert.Equal(240, accounts.Capacity);
        for (int i = 0; i < accounts.Capacity; i++)
        {
            int origin = accounts.OriginOf(i);
            Assert.Equal(control.Columns.Double(quality)[origin], miners.Columns.Double(quality)[i]);
            Assert.Equal(control.Columns.Double(optimism)[origin], miners.Columns.Double(optimism)[i]);
            Assert.Equal(
                control.Columns.Int32(EngineColumns.Wake)[origin], miners.Columns.Int32(EngineColumns.Wake)[i]);
        }
    }

    [Fact]
    public void Accounts_that_were_there_keep_their_keys_and_places()
    {
        CohortTick miners = Born(Honest, Split("miners", 4, "clone"))[0];
        CohortTick control = Born(Honest)[0];
        int uid = control.Population.ColumnIndex("uid");
        int count = control.Columns.Count;
        Assert.Equal(
            control.Columns.UInt64(EngineColumns.Account).ToArray(),
            miners.Columns.UInt64(EngineColumns.Account)[..count].ToArray());
        Assert.Equal(control.Columns.Int32(uid).ToArray(), miners.Columns.Int32(uid)[..count].ToArray());
        Assert.All(miners.Columns.Int32(uid)[count..].ToArray(), u => Assert.Equal(-1, u));
        ulong[] keys = miners.Columns.UInt64(EngineColumns.Account).ToArray();
        Assert.Equal(keys.Length, keys.Distinct().Count());
    }

    /// <summary>Three units of an account: dividing gives 1, 1, 1, 0; cloning claims 3 four times and has them once.</summary>
    [Theory]
    [InlineData("divide", new[] { 1, 1, 1, 0 }, new[] { 1, 1, 1, 0 })]
    [InlineData("clone", new[] { 3, 3, 3, 3 }, new[] { 3, 0, 0, 0 })]
    public void Units_are_claimed_by_all_and_counted_once(string mode, int[] claimed, int[] counted)
    {
        World world = World(Honest, Split("miners", 4, mode));
        PopulationPlan plan = world.Plan.Populations[0];
        WorldPlan withUnits = WithUnits(world.Plan, 3);
        CohortTick tick = new(withUnits, plan, 0, new Columns(plan.Columns, plan.Capacity));
        for (int row = 0; row < plan.Capacity; row++)
        {
            Births.Bear(tick, row);
        }

        int[] parts = [.. plan.Accounts.PartsOf(7)];
        Assert.Equal(claimed, parts.Select(p => tick.Columns.Int32(EngineColumns.ClaimedUnits)[p]));
        Assert.Equal(counted, parts.Select(p => tick.Columns.Int32(EngineColumns.TrueUnits)[p]));
    }

    [Fact]
    public void A_share_of_controllers_is_among_a_larger_share()
    {
        int[] few = Chosen(World(Honest, "populations.miners.split={k: 2, share: 0.3}"));
        int[] more = Chosen(World(Honest, "populations.miners.split={k: 2, share: 0.7}"));
        Assert.InRange(few.Length, 1, 12);
        Assert.Empty(few.Except(more));
        Assert.True(more.Length > few.Length);
    }

    [Fact]
    public void Controllers_of_a_size_are_those_at_its_rank()
    {
        World world = World(Sizes, "populations.miners.split={k: 2, choose: p50, share: 0.05}");
        AccountLayout accounts = world.Plan.Populations[0].Accounts;
        int[] sizes = [.. Enumerable.Range(0, accounts.Controllers).Select(SizeOf)];
        int[] chosen = Chosen(world);
        Assert.Equal((int)Math.Round(0.05 * accounts.Controllers), chosen.Length);
        int[] sorted = [.. sizes.Order()];
        int middle = sizes.Length / 2;
        Assert.All(chosen, c => Assert.InRange(SizeOf(c), sorted[middle - 3], sorted[middle + 3]));
        int largest = Chosen(World(Sizes, "populations.miners.split={k: 2, choose: p90, share: 0.01}"))[0];
        int rank = sizes.Count(s => s < SizeOf(largest));
        Assert.InRange(rank, 0.8 * sizes.Length, 0.91 * sizes.Length);

        int SizeOf(int controller) => accounts.RangeOf(controller).To - accounts.RangeOf(controller).From;
    }

    /// <summary>What a validator has staked at the opening is shared with its parts, and none of it is lost.</summary>
    [Fact]
    public void Opening_stake_is_rival()
    {
        FinishedRun control = Run(Honest, "ticks=1");
        FinishedRun split = Run(Honest, "ticks=1", "populations.validators.split={k: 4}");
        AgentVerse.Model.Networks.Bittensor.OpeningStake[] whole = [.. Stakes(control)];
        AgentVerse.Model.Networks.Bittensor.OpeningStake[] parts = [.. Stakes(split)];
        Assert.Equal(whole.Sum(s => s.Amount), parts.Sum(s => s.Amount));
        Assert.True(parts.Length > 3 * whole.Count(s => s.Holder.Population == 1));
    }

    [Fact]
    public void A_split_world_does_not_depend_on_cohorts_and_balances()
    {
        string[] split = ["populations.miners.split={k: 3, mode: clone, share: 0.4}", "populations.validators.split={k: 2}"];
        FinishedRun whole = Run(Honest, split);
        Assert.Equal(Sums(whole), Sums(FinishedRun.Of(World(Honest, split), 1)));
        Assert.Equal(Sums(whole), Sums(FinishedRun.Of(World(Honest, split), 7)));
        Assert.NotEqual(Sums(whole), Sums(Run(Honest)));
    }

    [Fact]
    public void Absorbed_accounts_have_nothing_and_never_wake()
    {
        CohortTick miners = Born(Honest, Few, Split("miners", 3, "merge"))[0];
        int tao = miners.Population.ColumnIndex("TAO");
        for (int i = 0; i < 60; i++)
        {
            bool isLeft = i % 3 == 0;
            Assert.Equal(isLeft ? 30_000_000_000 : 0, miners.Columns.Int64(tao)[i]);
            Assert.Equal(isLeft ? 3 : 0, miners.Columns.Int32(EngineColumns.TrueUnits)[i]);
            Assert.Equal(isLeft ? 0 : int.MaxValue, miners.Columns.Int32(EngineColumns.Wake)[i]);
        }
    }

    /// <summary>The delivered scenario: its arms differ in accounts alone, and cash and true units are the same in all.</summary>
    [Fact]
    public void The_delivered_scenario_splits_as_a_treatment()
    {
        const string File = "split-bittensor-miners.yaml";
        string text = System.IO.File.ReadAllText(Path.Combine(Repository.Root, "scenarios", File));
        long[] cash = new long[5];
        int[] accounts = new int[5];
        Treatment[] treatments = [.. ScenarioFiles.Read(File).Design.Treatments];
        for (int t = 0; t < treatments.Length; t++)
        {
            ScenarioReading reading = ScenarioReader.ReadRun(File, text, ScenarioFiles.Catalogue, treatments[t].Set);
            ReferenceRun run = new(ScenarioFiles.World(reading.Scenario!), 4096, new NoSink());
            run.RunTo(0);
            CohortTick miners = run.Group.Parts.OfType<CohortPart>().First().Tick;
            cash[t] = Wallets.Sum(miners.Wallet(0));
            accounts[t] = miners.Columns.Count;
        }

        Assert.Equal(400 * 10_000_000_000L, Assert.Single(cash.Distinct()));
        int split = accounts[1] - accounts[0];
        Assert.Equal([400, 400 + split, 400 + (3 * split), 400 + (7 * split), 400 + (3 * split)], accounts);
        Assert.InRange(split, 10, 80);
    }

    private static string Split(string population, int k, string mode) =>
        $"populations.{population}.split={{k: {k}, mode: {mode}}}";

    private static int[] Chosen(World world)
    {
        AccountLayout accounts = world.Plan.Populations[0].Accounts;
        return [.. Enumerable.Range(0, accounts.Controllers).Where(c => accounts.IsSplit(accounts.RangeOf(c).From))];
    }

    private static IEnumerable<AgentVerse.Model.Networks.Bittensor.OpeningStake> Stakes(FinishedRun run) => run.Plan.Shards
        .Select(s => s.Plan.Facts).OfType<AgentVerse.Model.Networks.Bittensor.SubnetFacts>().SelectMany(f => f.Stakes);

    private static long[] ByController(CohortTick cohort, int column)
    {
        long[] sums = new long[cohort.Population.Accounts.Controllers];
        for (int row = 0; row < cohort.Columns.Count; row++)
        {
            sums[cohort.Population.ControllerOf(row)] += cohort.Columns.Cell(column, row);
        }

        return sums;
    }

    /// <summary>The populations as they are born, each in one cohort.</summary>
    private static CohortTick[] Born(string text, params string[] overrides)
    {
        ReferenceRun run = new(World(text, overrides), 4096, new NoSink());
        run.RunTo(0);
        return [.. run.Group.Parts.OfType<CohortPart>().Select(p => p.Tick)];
    }

    /// <summary>The world in which agents of the first population are born with more units.</summary>
    private static WorldPlan WithUnits(WorldPlan plan, int units) => new()
    {
        Start = plan.Start, TickSeconds = plan.TickSeconds, Ticks = plan.Ticks, Draws = plan.Draws,
        Tokens = plan.Tokens, Shards = plan.Shards, Populations = plan.Populations, Policies = plan.Policies,
        Totals = plan.Totals, EventNames = plan.EventNames, Tables = plan.Tables,
        Behaviours = [new Rich(units), .. plan.Behaviours.Skip(1)],
    };

    private sealed class Rich(int units) : Behaviour
    {
        public override void Born(CohortTick tick, int row)
        {
            tick.Columns.Int32(EngineColumns.ClaimedUnits)[row] = units;
            tick.Columns.Int32(EngineColumns.TrueUnits)[row] = units;
        }
    }
}
