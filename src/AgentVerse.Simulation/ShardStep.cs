using AgentVerse.Model.Contracts;
using AgentVerse.Model.Numerics;

namespace AgentVerse.Simulation;

/// <summary>
/// What one shard does in a tick: order its intents, settle, account. Pure: it changes its part alone.
/// </summary>
public static class ShardStep
{
    private static readonly Purpose Arrival = Purpose.Of("engine.arrival");

    /// <summary>Before the first tick: the shard shows what it opened with.</summary>
    public static PartAnswer Open(Part part, PartCall call)
    {
        ShardPart shard = (ShardPart)part;
        ShardTick tick = new(part.World.Plan, shard.Info, part.World.Plan.TickAt(call.Tick), call.Board, call.Totals);
        return new PartAnswer
        {
            Bulletin = new Published(shard.Info.Index, shard.Shard.Opening()),
            Ledger = Account(shard, tick),
        };
    }

    /// <summary>
    /// A tick: intents in order of their times, the shard's own blocks, its accounts, its recorded rows.
    /// </summary>
    public static PartAnswer Settle(Part part, PartCall call)
    {
        ShardPart shard = (ShardPart)part;
        ShardTick tick = new(part.World.Plan, shard.Info, part.World.Plan.TickAt(call.Tick), call.Board, call.Totals)
        {
            Audit = shard.Audit,
        };
        tick.Take(InOrder(part.World.Plan.Draws, call.Tick, call.Intents));
        Bulletin bulletin = shard.Shard.Settle(tick);
        return new PartAnswer
        {
            Bulletin = new Published(shard.Info.Index, bulletin),
            Rows = tick.Rows,
            Ledger = Account(shard, tick),
            Records = part.World.Recording.Shard(tick),
        };
    }

    /// <summary>
    /// Intents in order of time: drawn from (account, tick, ordinal), shifted by the sender's latency and capped at the
    /// end of the tick; ties by a drawn hash, then by ordinal. Never by arrival, never by id.
    /// </summary>
    public static IReadOnlyList<TimedIntent> InOrder(Draws draws, int tick, ReadOnlySpan<Intent> intents)
    {
        TimedIntent[] timed = new TimedIntent[intents.Length];
        for (int i = 0; i < intents.Length; i++)
        {
            ref readonly Intent intent = ref intents[i];
            ulong time = draws.Bits(intent.Account, tick, Arrival, 2 * intent.Ordinal) >> 32;
            ulong tie = draws.Bits(intent.Account, tick, Arrival, (2 * intent.Ordinal) + 1);
            time = Math.Min(time + ((ulong)intent.Delay << 16), uint.MaxValue);
            timed[i] = new TimedIntent((uint)time, tie, intent);
        }

        Array.Sort(timed, static (a, b) =>
            a.Time != b.Time ? a.Time.CompareTo(b.Time)
            : a.Tie != b.Tie ? a.Tie.CompareTo(b.Tie)
            : a.Intent.Account != b.Intent.Account ? a.Intent.Account.CompareTo(b.Intent.Account)
            : a.Intent.Ordinal.CompareTo(b.Intent.Ordinal));
        return timed;
    }

    private static LedgerLine Account(ShardPart shard, ShardTick tick)
    {
        LedgerLine line = LedgerLine.Zero(tick.World.Tokens.Count);
        AccountBook book = new();
        shard.Shard.Accounts(book);
        foreach (AccountBook.Entry entry in book.Entries)
        {
            line.Held[entry.Token] = checked(line.Held[entry.Token] + entry.Amount);
        }

        foreach (Row row in tick.Rows)
        {
            line.Payable[row.Token] = checked(line.Payable[row.Token] + row.Amount);
        }

        tick.Minted.CopyTo(line.Minted);
        tick.Burned.CopyTo(line.Burned);
        return line;
    }
}
