using AgentVerse.Mechanisms.Intelligence.Bittensor.Network;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.State;

using CsCheck;

using Xunit;

namespace AgentVerse.Tests.Simulation.Bittensor;

/// <summary>Positions sum to no more than their pools, pools to the book; nobody's value depends on who came first.</summary>
public sealed class StakeBookTests
{
    private static readonly Gen<(int Kind, ulong Hotkey, ulong Coldkey, long Amount)[]> Moves =
        Gen.Select(Gen.Int[0, 3], Gen.ULong[1, 5], Gen.ULong[1, 9], Gen.Long[0, 1_000_000_000_000]).Array[0, 200];

    [Fact]
    public void The_book_is_the_sum_of_what_was_put_in_less_what_was_taken_out() => Moves.Sample(moves =>
    {
        StakeBook book = new();
        long expected = 0;
        foreach ((int kind, ulong hotkey, ulong coldkey, long amount) in moves)
        {
            expected += Move(book, kind, hotkey, coldkey, amount);
            Assert.Equal(expected, book.Sum);
        }

        Dictionary<ulong, long> values = [];
        for (int position = 0; position < book.Count; position++)
        {
            StakePosition stake = book[position];
            Assert.Equal(stake.Value, book.ValueOf(stake.Hotkey, stake.Coldkey));
            values[stake.Hotkey] = values.GetValueOrDefault(stake.Hotkey) + stake.Value;
        }

        Assert.All(values, v => Assert.InRange(v.Value, 0, book.StakeOf(v.Key)));
        Assert.Equal(expected, book.Hotkeys.Totals.ToArray().Sum());
    });

    [Fact]
    public void Positions_stand_in_order_of_accounts_and_survive_a_checkpoint() => Moves.Sample(moves =>
    {
        StakeBook book = new();
        foreach ((int kind, ulong hotkey, ulong coldkey, long amount) in moves)
        {
            _ = Move(book, kind, hotkey, coldkey, amount);
        }

        StateWriter writer = new();
        book.Carry(writer);
        StakeBook again = new();
        again.Stake(77, 78, new AgentRef(1, 1), 5);
        StateReader reader = new(writer.Written);
        again.Carry(reader);
        Assert.True(reader.AtEnd);
        Assert.Equal(All(book), All(again));
        Assert.Equal(All(book).Select(p => (p.Hotkey, p.Coldkey)).Order(), All(again).Select(p => (p.Hotkey, p.Coldkey)));
    });

    [Fact]
    public void Dividends_raise_positions_in_proportion_and_cost_no_position()
    {
        StakeBook book = new();
        book.Stake(1, 10, new AgentRef(0, 0), 3_000_000);
        book.Stake(1, 11, new AgentRef(0, 1), 1_000_000);
        Assert.Equal(300, book.PartOf(1, 10, 400));
        Assert.True(book.TryAddForAll(1, 4_000_000));
        Assert.Equal((6_000_000, 2_000_000), (book.ValueOf(1, 10), book.ValueOf(1, 11)));
        Assert.False(book.TryAddForAll(2, 1));
        Assert.False(book.TryUnstake(1, 11, 2_000_001));
        Assert.True(book.TryUnstake(1, 11, 2_000_000));
        Assert.Equal(1, book.Count);
    }

    private static long Move(StakeBook book, int kind, ulong hotkey, ulong coldkey, long amount)
    {
        switch (kind)
        {
            case 0:
                return book.TryAddForAll(hotkey, amount) ? amount : 0;
            case 1:
                long taken = Math.Min(amount, book.ValueOf(hotkey, coldkey));
                return book.TryUnstake(hotkey, coldkey, taken) ? -taken : 0;
            default:
                book.Stake(hotkey, coldkey, new AgentRef(0, (int)coldkey), amount);
                return amount;
        }
    }

    private static StakePosition[] All(StakeBook book) =>
        [.. Enumerable.Range(0, book.Count).Select(position => book[position])];
}
