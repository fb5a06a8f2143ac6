using AgentVerse.Mechanisms.Compute.Akash.Network;
using AgentVerse.Mechanisms.Compute.Render.Network;
using AgentVerse.Model.Networks.Render;
using AgentVerse.Simulation;
using AgentVerse.Tests.Simulation.Bittensor;

using Xunit;

namespace AgentVerse.Tests.Simulation.Compute;

/// <summary>Units flow between networks where providers may choose, and never serve two at once.</summary>
public sealed class ProviderCouplingTests
{
    private static readonly CoupledWorld Honest = new();

    /// <summary>Everybody would sell twice, and it pays.</summary>
    private static readonly CoupledWorld Doubles = new()
    {
        Own = "opportunistic: 1, honestyCost: 0, believedDetections: 0, temperature: 0",
    };

    private static readonly CoupledWorld Apart = new()
    {
        Hosts = "akash", Operators = "render", OperatorsAkt = "0", Tenants = "akash", Creators = "render",
    };

    [Fact]
    public void Honest_units_offered_on_all_networks_are_units_that_are_there_in_every_tick()
    {
        FinishedRun run = Honest.Run();
        IReadOnlyDictionary<string, long>[] rows = [.. Providers(run)];
        Assert.True(rows.Length > 40 * 100);
        Assert.All(rows, a => Assert.InRange(a["akashUnits"] + a["renderUnits"], 0, a["trueUnits"]));
        Assert.All(rows, a => Assert.Equal(0, a["sellsTwice"]));
        bool Moved(string population, string column) => rows.Any(
            a => run.Name(a["population"]) == population && a[column] > 0);
        Assert.True(Moved("hosts", "renderUnits"), "some hosts move to Render");
        Assert.True(Moved("operators", "akashUnits"), "some operators move to Akash");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void No_unit_serves_two_networks_in_any_tick(bool doubles)
    {
        CoupledWorld world = doubles ? Doubles : Honest;
        ReferenceRun run = new(world.World(), 4096, new NoSink());
        int standsTwice = 0;
        for (int tick = 1; tick <= world.Ticks; tick++)
        {
            run.RunTo(tick);
            MarketState market = ShardsOf(run).OfType<MarketShard>().Single().State;
            SchedulerState scheduler = ShardsOf(run).OfType<SchedulerShard>().Single().State;
            for (int p = 0; p < market.Providers.Count; p++)
            {
                ref ProviderRecord record = ref market.Providers[p];
                int place = scheduler.Nodes.PlaceOf(record.Account);
                if (place >= 0 && scheduler.Nodes.Records[place].StandsReady && record.Leased > 0)
                {
                    ref NodeRecord node = ref scheduler.Nodes.Records[place];
                    standsTwice++;
                    bool servesAkash = record.TrueUnits > 0;
                    Assert.NotEqual(servesAkash, node.FailurePpm < NodeTraits.Million);
                }
            }
        }

        Assert.Equal(doubles, standsTwice > 0);
    }

    /// <summary>Hours delivered on Akash and rendered on Render, since the start, fit into the hours that there were.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_is_delivered_on_both_fits_into_the_hours_of_the_units(bool doubles)
    {
        FinishedRun run = (doubles ? Doubles : Honest).Run();
        double hour = 0.135 * 1300 / 100; // USD of a unit and hour in tier 3: EUR 1.25 x 1.08 a 1000 OBh, 100 a frame
        IReadOnlyDictionary<string, long>[] agents = [.. run.Agents("hosts"), .. run.Agents("operators")];
        Assert.All(agents, a =>
        {
            double rendered = a["renderWorked"] / 1e6 / hour;
            double delivered = BitConverter.Int64BitsToDouble(a["deliveredHours"]);
            Assert.InRange(delivered + rendered, 0, a["trueUnits"] * 6.0 * run.Plan.Ticks);
        });
        Assert.Contains(agents, a => a["renderWorked"] > 0 && BitConverter.Int64BitsToDouble(a["deliveredHours"]) > 0);
    }

    [Fact]
    public void The_less_render_pays_the_more_units_stand_on_akash()
    {
        FinishedRun calm = (Honest with { Pool = 357, Ticks = 200 }).Run();
        FinishedRun cut = (Honest with { Pool = 60, Ticks = 200 }).Run();
        (double Offered, double Nodes) before = Late(calm), after = Late(cut);
        bool isAsExpected = after.Offered > 1.5 * before.Offered && after.Nodes < 0.6 * before.Nodes;
        Assert.True(isAsExpected, $"{before} {after}");
    }

    [Fact]
    public void Apart_the_other_networks_rows_are_the_same_to_the_bit()
    {
        FinishedRun calm = (Apart with { Pool = 357 }).Run();
        FinishedRun cut = (Apart with { Pool = 60 }).Run();
        foreach (string shard in new[] { CoupledWorld.Market, "chain", "AKT", "hosts", "tenants" })
        {
            Assert.Equal(calm.Ticks(shard), cut.Ticks(shard));
        }

        Assert.Equal(calm.Agents("hosts"), cut.Agents("hosts"));
        Assert.NotEqual(calm.Ticks("scheduler"), cut.Ticks("scheduler"));
    }

    [Fact]
    public void Units_that_move_serve_nobody_for_the_time_of_cooldown_and_warm_up()
    {
        FinishedRun run = (Honest with { Own = "opportunistic: 0, akashCooldown: 2d, renderCooldown: 1d, akashWarmUp: 1d" })
            .Run();
        int moves = 0;
        foreach (IGrouping<long, IReadOnlyDictionary<string, long>> agent in Providers(run).GroupBy(a => (a["population"] << 32) + a["agent"]))
        {
            IReadOnlyDictionary<string, long>[] rows = [.. agent.OrderBy(a => a["tick"])];
            long last = 0;
            long lastTick = 0;
            foreach (IReadOnlyDictionary<string, long> row in rows.Where(a => a["serves"] > 0))
            {
                moves += last > 0 && last != row["serves"] ? 1 : 0;
                Assert.True(last == 0 || last == row["serves"] || row["tick"] - lastTick > 8, $"{row["tick"]} {lastTick}");
                (last, lastTick) = (row["serves"], row["tick"]);
            }
        }

        Assert.True(moves > 5, $"{moves} moves");
    }

    [Theory]
    [InlineData("0.2", true)]
    [InlineData("100", false)]
    public void Opportunists_sell_twice_where_it_pays_and_not_where_it_weighs_on_them(string honestyCost, bool pays)
    {
        FinishedRun run = (Doubles with
        {
            Own = $"opportunistic: 1, honestyCost: {(pays ? "0" : honestyCost)}, temperature: 0, believedDetections: 0.05",
        }).Run();
        Assert.Equal(pays, run.Ticks("hosts").Sum(t => t["doubleSellers"]) > 0);
    }

    [Fact]
    public void Costs_leave_the_dollars_of_providers_and_what_they_earn_is_sold()
    {
        FinishedRun run = Honest.Run();
        long paid = run.Ticks("hosts").Concat(run.Ticks("operators")).Sum(t => t["costsPaid"]);
        Assert.True(paid > 0);
        Assert.Contains(run.Agents("hosts"), a => a["USD"] > 100_000_000);
        Assert.Contains(run.Agents("operators"), a => a["USD"] > 100_000_000);
        Assert.All(run.Agents("hosts"), a => Assert.InRange(a["debt"], 0, 2_000_000_000));
        Assert.Contains(run.Ticks("RENDER"), t => BitConverter.Int64BitsToDouble(t["volume"]) > 0);
    }

    [Fact]
    public void Who_owes_too_much_leaves()
    {
        FinishedRun run = (Honest with
        {
            Pool = 1,
            Own = "opportunistic: 0, salesPerDay: 0",
            ReviewRate = "0",
            Ticks = 200,
            Operators = "render",
        }).Run();
        IReadOnlyDictionary<string, long>[] agents = run.Agents("operators");
        Assert.Contains(agents, a => a["serves"] == 0 && a["debt"] > 0);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public void The_size_of_cohorts_changes_no_row(int cohortSize)
    {
        CoupledWorld world = Doubles with { Ticks = 60 };
        Assert.Equal(Sums(world.Run()), Sums(world.Run(cohortSize)));
    }

    [Fact]
    public void The_order_of_populations_changes_no_row() => Assert.Equal(
        Sums((Honest with { Ticks = 60 }).Run()), Sums((Honest with { Ticks = 60, Reversed = true }).Run()));

    [Theory]
    [InlineData(29)]
    [InlineData(57)]
    public void A_run_goes_on_from_a_checkpoint_as_if_nothing_had_happened(int tick)
    {
        World world = (Doubles with { Ticks = 70 }).World();
        ReferenceRun run = new(world, 16, new NoSink());
        run.RunTo(tick);
        ReferenceRun again = new(world, 16, new NoSink());
        Checkpoints.Copy(run, again);
        run.RunTo();
        again.RunTo();
        Assert.Equal(run.State.Digests.Agents.Sum, again.State.Digests.Agents.Sum);
        Assert.Equal(run.State.Digests.Ticks.Sum, again.State.Digests.Ticks.Sum);
        Assert.Equal(run.Group.Parts.Select(StateDigest.Of), again.Group.Parts.Select(StateDigest.Of));
    }

    private static IEnumerable<IReadOnlyDictionary<string, long>> Providers(FinishedRun run) =>
        run.Rows("agents").Where(a => run.Name(a["population"]) is "hosts" or "operators");

    private static IEnumerable<object> ShardsOf(ReferenceRun run) =>
        run.Group.Parts.OfType<ShardPart>().Select(p => p.Shard);

    /// <summary>Means over the last third of a run: units offered on Akash, nodes on Render.</summary>
    private static (double Offered, double Nodes) Late(FinishedRun run)
    {
        double Mean(string shard, string series) =>
            run.Ticks(shard).Where(t => t["tick"] >= run.Plan.Ticks * 2 / 3).Average(t => t[series]);
        return (Mean(CoupledWorld.Market, "unitsOffered"), Mean("scheduler", "nodes"));
    }

    private static (UInt128 Agents, UInt128 Ticks) Sums(FinishedRun run) =>
        (run.Digests.Agents.Sum, run.Digests.Ticks.Sum);
}
