using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Controllers;
using AgentVerse.Model.Records;
using AgentVerse.Simulation;

using Xunit;

using static AgentVerse.Tests.Simulation.Controllers.Scenarios;

namespace AgentVerse.Tests.Mechanisms.Controllers;

/// <summary>Orders go to the sender's own accounts and to no other; money is shared exactly; reports are summed.</summary>
public sealed class OrdersShardTests
{
    private const int Miners = 0;
    private const int Sybils = 2;
    private const int Bosses = 3;

    [Fact]
    public void Money_is_shared_exactly_among_the_accounts()
    {
        PartAnswer answer = Settle(Order(0, new OrderRange(Sybils, 2, 3)) with { Amount = 11, C = 5 });
        Assert.Equal([4L, 4, 3], answer.Rows.Select(r => r.Amount));
        Assert.Equal([2, 3, 4], answer.Rows.Select(r => r.Receiver.Index));
        Assert.All(answer.Rows, r => Assert.Equal((ControlOrders.Wake, 5L, Sybils), (r.Order, r.A, r.Receiver.Population)));
        Assert.Equal(11, answer.Ledger!.Payable.Sum());
        Assert.Equal(0, answer.Ledger.Held.Sum());
    }

    public static TheoryData<string, int, int, int, int> Foreign => new()
    {
        { "another controller's accounts", Sybils, 10, 2, ControlOrders.Wake },
        { "beyond the own accounts", Sybils, 8, 3, ControlOrders.Wake },
        { "beyond the population", Sybils, 19, 2, ControlOrders.Wake },
        { "a population that nobody commands", Miners, 0, 1, ControlOrders.Wake },
        { "the own population", Bosses, 0, 1, ControlOrders.Wake },
        { "no population", 9, 0, 1, ControlOrders.Wake },
        { "a negative population", -1, 0, 1, ControlOrders.Wake },
        { "a negative account", Sybils, -1, 1, ControlOrders.Wake },
        { "nobody", Sybils, 0, 0, ControlOrders.Wake },
        { "no order", Sybils, 0, 1, 0 },
        { "an unknown order", Sybils, 0, 1, ControlOrders.Last + 1 },
        { "more accounts than can be", Sybils, 0, int.MaxValue, ControlOrders.Wake },
    };

    [Theory]
    [MemberData(nameof(Foreign))]
    public void What_is_not_the_senders_to_order_comes_back(string why, int population, int first, int count, int order)
    {
        Assert.NotEmpty(why);
        Row back = Assert.Single(Settle(
            Order(0, new OrderRange(population, first, count)) with { Kind = (byte)order, Amount = 7 }).Rows);
        Assert.Equal((ControllerRows.Refused, 7L, new AgentRef(Bosses, 0)), (back.Kind, back.Amount, back.Receiver));
        Assert.Equal((0, (long)order), (back.Order, back.A));
    }

    [Theory]
    [InlineData(ControlOrders.Strategy, 2)]
    [InlineData(ControlOrders.Strategy, -1)]
    [InlineData(ControlOrders.Wake, -1)]
    [InlineData(ControlOrders.Units, -1)]
    [InlineData(ControlOrders.Target, -2)]
    [InlineData(ControlOrders.Target, ushort.MaxValue)]
    public void Neither_can_an_account_do_what_makes_no_sense(byte order, long value)
    {
        Intent intent = Order(0, new OrderRange(Sybils, 0, 1)) with { Kind = order, C = value };
        Assert.Equal(ControllerRows.Refused, Assert.Single(Settle(intent).Rows).Kind);
        Assert.Equal(0, Assert.Single(Settle(intent with { C = 1 }).Rows).Kind);
    }

    /// <summary>Alpha is no token of a miner's wallet.</summary>
    [Fact]
    public void Money_that_an_account_cannot_hold_comes_back()
    {
        Intent alpha = Order(0, new OrderRange(Sybils, 0, 1)) with { Token = 1, Amount = 3 };
        Assert.Equal((ControllerRows.Refused, 3L), (Settle(alpha).Rows[0].Kind, Settle(alpha).Rows[0].Amount));
    }

    [Fact]
    public void Reports_are_summed_for_the_controller()
    {
        PartAnswer answer = Settle(Report(3, 5, 7, 11), Report(9, 1, 2, 3), Report(12, 100, 200, 300));
        Row[] rows = [.. answer.Rows.OrderBy(r => r.Receiver.Index)];
        Assert.Equal((new AgentRef(Bosses, 0), 6L, 9L, 14L), (rows[0].Receiver, rows[0].Amount, rows[0].A, rows[0].B));
        Assert.Equal((new AgentRef(Bosses, 1), 100L, 200L, 300L), (rows[1].Receiver, rows[1].Amount, rows[1].A, rows[1].B));
    }

    [Fact]
    public void The_order_of_arrival_changes_nothing()
    {
        Intent[] intents =
        [
            .. Enumerable.Range(0, 18).Select(i => Report(i, i, i, 1)),
            .. Enumerable.Range(0, 2).Select(c => Order(c, new OrderRange(Sybils, c * 10, 5)) with { Amount = 12 }),
        ];
        string[] once = [.. Settle(intents).Rows.Select(Text)];
        for (ulong turn = 1; turn < 4; turn++)
        {
            Intent[] shuffled = [.. intents.OrderBy(i => StableHash.Combine(turn, i.Account + i.Kind))];
            Assert.Equal(once, Settle(shuffled).Rows.Select(Text));
        }
    }

    private static string Text(Row row) => $"{row.Receiver} {row.Kind} {row.Order} {row.Amount} {row.A} {row.B}";

    private static Intent Order(int boss, OrderRange range) => new()
    {
        Sender = new AgentRef(Bosses, boss), Account = (ulong)boss, Kind = ControlOrders.Wake, A = range.A, B = range.B,
    };

    private static Intent Report(int sybil, long money, long income, long cost) => new()
    {
        Sender = new AgentRef(Sybils, sybil), Account = 100 + (ulong)sybil, Kind = ControllerIntents.Report,
        Amount = money, A = income, B = cost,
    };

    private static PartAnswer Settle(params Intent[] intents)
    {
        ReferenceRun run = new(World(Farms), 4096, new NoSink());
        run.RunTo(0);
        Part orders = run.Group.PartAt(run.Table.PartOfShard(run.State.World.Plan.ControllerShard));
        return ShardStep.Settle(orders, new PartCall(0, run.State.Board, run.State.Totals, [], intents));
    }

    private sealed class NoSink : IRecordSink
    {
        public void Write(RecordBatch batch)
        {
        }
    }
}
