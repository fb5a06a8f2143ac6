using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Bittensor;
using AgentVerse.Model.Networks.Controllers;
using AgentVerse.Model.Records;
using AgentVerse.Simulation;

using Xunit;

using Wish = (double Price, double Worth);

namespace AgentVerse.Tests.Agents.Controller;

/// <summary>When a controller uses how many accounts, on boards made by hand: pacing, timing, price, budget, spread.</summary>
public sealed class AttackControllerTests
{
    private const double Tao = 1e9;
    private const string Attack = "populations.bosses.attacks[0].";

    /// <summary>Three in 72 minutes are one in each tick of 24.</summary>
    [Fact]
    public void A_rate_is_even_over_its_window() => Assert.Equal(
        [0, 0, 1, 1, 1, 1, 1, 1, 0, 0],
        Used(Boards(10), "tick=24m", Attack + "perWindow=3", Attack + "window=72m", Attack + "from=48m"));

    [Fact]
    public void A_rate_below_one_a_tick_leaves_ticks_out() => Assert.Equal(
        [1, 0, 0, 1, 0, 0, 1], Used(Boards(7), Attack + "perWindow=1", Attack + "window=3h", Attack + "from=0s"));

    [Fact]
    public void Several_a_tick_are_used_together() => Assert.Equal(
        [4, 2, 0, 0], Used(Boards(4), Attack + "perWindow=4", Attack + "window=1h", Attack + "from=0s"));

    /// <summary>A price above the limit stops the rate; what was missed is not made up in one tick.</summary>
    [Fact]
    public void What_a_price_held_back_is_made_up_at_the_same_rate()
    {
        Wish[] boards = [(1, 1), (9, 1), (9, 1), (9, 1), (1, 1), (1, 1), (1, 1)];
        Assert.Equal(
            [2, 0, 0, 0, 2, 2, 0],
            Used(boards, Attack + "perWindow=2", Attack + "priceMax=2", Attack + "from=0s",
                Attack + "targets=[bittensor/subnet/1]"));
    }

    [Fact]
    public void A_burst_uses_all_at_once_from_its_start() => Assert.Equal(
        [0, 0, 6, 0], Used(Boards(4), Attack + "pacing=burst"));

    [Fact]
    public void Below_a_price_so_many_are_used_and_then_the_price_is_awaited()
    {
        Wish[] boards = [(3, 1), (2, 1), (2.001, 1), (1, 1), (1, 1)];
        Assert.Equal(
            [0, 2, 0, 2, 0],
            Used(boards, Attack + "pacing=belowPrice", Attack + "priceMax=2", Attack + "from=0s",
                Attack + "targets=[bittensor/subnet/1]"));
    }

    [Fact]
    public void At_a_peak_they_are_used_while_entering_is_worth_nearly_the_most_seen()
    {
        Wish[] boards = [(1, 0), (1, 10), (1, 8.9), (1, 9), (1, 20), (1, 20), (1, 17)];
        Assert.Equal(
            [0, 1, 0, 1, 0, 1, 0],
            Used(boards, Attack + "pacing=belowPrice", Attack + "priceMax=2", Attack + "perWindow=1", Attack + "from=0s",
                Attack + "atPeak=0.9", Attack + "targets=[bittensor/subnet/1]"));
    }

    /// <summary>After a trial of two ticks accounts that told of an income of 30 for a cost of 20 are enough for 1.5.</summary>
    [Theory]
    [InlineData("0", new long[] { 1, 1, 1, 1 })]
    [InlineData("1.5", new long[] { 1, 1, 1, 1 })]
    [InlineData("1.51", new long[] { 1, 1, 0, 0 })]
    public void A_return_that_is_too_low_ends_it_after_the_trial(string least, long[] used)
    {
        string[] attack =
            [Attack + "perWindow=1", Attack + "from=0s", Attack + "trial=2h", $"{Attack}minReturn={least}"];
        Assert.Equal(used, Used(Boards(4), (30, 20), attack));
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("0.999", 0)]
    [InlineData("1", 1)]
    [InlineData("4.7", 4)]
    [InlineData("1000", 6)]
    public void A_budget_is_never_overdrawn(string budget, int accounts) => Assert.Equal(
        accounts, Used(Boards(6), Attack + "pacing=burst", $"{Attack}budget={budget}").Sum());

    [Fact]
    public void Neither_is_a_treasury() => Assert.Equal(
        [0, 0, 2, 0], Used(Boards(4), Attack + "pacing=burst", "populations.bosses.treasury=2.5"));

    /// <summary>Seven accounts over two targets, two at a time: the turns go on where the last ended.</summary>
    [Fact]
    public void Accounts_are_spread_evenly_over_targets()
    {
        (CohortTick tick, World world, Board board) = Bosses(Attack + "accounts=7", Attack + "from=0s");
        SortedDictionary<long, long> spread = [];
        for (int t = 0; t < 6; t++)
        {
            tick.Begin(world.Plan.TickAt(t), board);
            world.Plan.Policies[3][0].Step(tick, 0, 1);
            foreach (Intent order in tick.Intents.Where(i => i.Kind == ControlOrders.Target))
            {
                spread[order.C] = spread.GetValueOrDefault(order.C) + order.B;
                Assert.Equal(ushort.MaxValue, order.D);
            }
        }

        Assert.Equal([3, 4], spread.Values.Order());
    }

    [Fact]
    public void An_account_is_used_once_and_gets_all_of_its_orders()
    {
        (CohortTick tick, World world, Board board) = Bosses(Attack + "pacing=burst", Attack + "from=0s");
        tick.Begin(world.Plan.TickAt(0), board);
        world.Plan.Policies[3][0].Step(tick, 1, 2);
        Intent[] wakes = [.. tick.Intents.Where(i => i.Kind == ControlOrders.Wake)];
        Assert.Equal(new OrderRange(2, 10, 6), OrderRange.Of(Assert.Single(wakes)));
        Assert.Equal((1L, 6_000_000_000L), (wakes[0].C, wakes[0].Amount));
        byte[] orders = [ControlOrders.Strategy, ControlOrders.Wake, ControlOrders.Sweep, ControlOrders.Target, ControlOrders.Units];
        Assert.Equal(orders.Order(), tick.Intents.Select(i => i.Kind).Distinct().Order());
        Assert.All(orders, o => Assert.Equal(6, tick.Intents.Where(i => i.Kind == o).Sum(i => i.B)));
    }

    private static Wish[] Boards(int count) => [.. Enumerable.Repeat((1.0, 1.0), count)];

    /// <summary>Accounts that the first controller uses in each tick, of six, where these boards are published.</summary>
    private static long[] Used(Wish[] boards, params string[] overrides) => Used(boards, (0, 0), overrides);

    private static long[] Used(Wish[] boards, (long Income, long Cost) told, string[] overrides)
    {
        (CohortTick tick, World world, Board opening) = Bosses(overrides);
        tick.Columns.Int64(tick.Population.ColumnIndex("accountIncome"))[0] = told.Income;
        tick.Columns.Int64(tick.Population.ColumnIndex("accountCost"))[0] = told.Cost;
        List<long> used = [];
        for (int t = 0; t < boards.Length; t++)
        {
            Bulletin[] bulletins = [.. Enumerable.Range(0, opening.Count).Select(i => opening[i])];
            bulletins[1] = new SubnetBulletin
            {
                BurnPrice = (long)(boards[t].Price * Tao), AlphaPrice = boards[t].Worth, EpochEmission = 1,
            };
            tick.Begin(world.Plan.TickAt(t), new Board(bulletins, opening.Totals));
            world.Plan.Policies[3][0].Step(tick, 0, 1);
            used.Add(tick.Intents.Where(i => i.Kind == ControlOrders.Wake).Sum(i => i.B));
        }

        return [.. used];
    }

    private static (CohortTick Tick, World World, Board Board) Bosses(params string[] overrides)
    {
        World world = AgentVerse.Tests.Simulation.Controllers.Scenarios.World(
            AgentVerse.Tests.Simulation.Controllers.Scenarios.Farms, overrides);
        ReferenceRun run = new(world, 4096, new NoSink());
        run.RunTo(0);
        return (run.Group.Parts.OfType<CohortPart>().Last().Tick, world, run.State.Board);
    }

    private sealed class NoSink : IRecordSink
    {
        public void Write(RecordBatch batch)
        {
        }
    }
}
