using AgentVerse.Model.Contracts;
using AgentVerse.Simulation;

namespace AgentVerse.Tests.Simulation;

/// <summary>One shard of a run, ticked by hand with intents of one's own while all others stand still.</summary>
/// <param name="run">The run, opened.</param>
/// <param name="shard">Index of the shard.</param>
internal sealed class ShardByHand(ReferenceRun run, int shard)
{
    /// <summary>A shard of a world after so many ticks of it.</summary>
    internal static ShardByHand Of(World world, int shard, int ticks = 0)
    {
        ReferenceRun run = new(world, 4096, new NoSink());
        run.RunTo(ticks);
        return new ShardByHand(run, shard);
    }

    /// <summary>The shard.</summary>
    internal ShardPart Part => (ShardPart)run.Group.PartAt(run.Table.PartOfShard(shard));

    /// <summary>The planned world.</summary>
    internal WorldPlan Plan => run.State.World.Plan;

    /// <summary>The last tick's side of the ledger.</summary>
    internal LedgerLine Ledger { get; private set; } = LedgerLine.Zero(0);

    /// <summary>What the last tick published.</summary>
    internal Bulletin? Bulletin { get; private set; }

    /// <summary>Settles a tick; returns what it pays and tells.</summary>
    internal Row[] Settle(int tick, params Intent[] intents)
    {
        for (int i = 0; i < intents.Length; i++)
        {
            intents[i].Shard = (ushort)shard;
        }

        PartAnswer answer = ShardStep.Settle(Part, new PartCall(tick, run.State.Board, run.State.Totals, [], intents));
        Ledger = answer.Ledger!;
        Bulletin = answer.Bulletin!.Bulletin;
        return [.. answer.Rows];
    }

    /// <summary>What the shard holds of each token.</summary>
    internal long[] Held()
    {
        AccountBook book = new();
        Part.Shard.Accounts(book);
        return [.. Enumerable.Range(0, Plan.Tokens.Count).Select(t => book.Entries.Where(e => e.Token == t).Sum(e => e.Amount))];
    }
}
