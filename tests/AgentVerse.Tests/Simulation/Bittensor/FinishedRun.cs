using AgentVerse.Mechanisms.Intelligence.Bittensor.Network;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Records;
using AgentVerse.Simulation;

namespace AgentVerse.Tests.Simulation.Bittensor;

/// <summary>A run that has ended, with its rows as tables to be asked by column.</summary>
internal sealed class FinishedRun(ReferenceRun run, IReadOnlyList<RecordBatch> batches)
{
    internal ReferenceRun Run => run;

    /// <summary>Runs a world to its end.</summary>
    internal static FinishedRun Of(World world, int cohortSize = 4096)
    {
        ListSink sink = new();
        ReferenceRun run = new(world, cohortSize, sink);
        run.RunTo();
        return new FinishedRun(run, sink.Batches);
    }

    internal WorldPlan Plan => run.State.World.Plan;

    internal TableDigests Digests => run.State.Digests;

    /// <summary>Rows of a table, as cells by column name; absent columns are not there.</summary>
    internal IEnumerable<IReadOnlyDictionary<string, long>> Rows(string table)
    {
        foreach (RecordBatch batch in batches.Where(b => b.Shape.Table.Name == table))
        {
            for (int row = 0; row < batch.Count; row++)
            {
                Dictionary<string, long> cells = [];
                for (int c = 0; c < batch.Width; c++)
                {
                    cells[batch.Shape.Table.Columns[batch.Shape.Columns[c]].Name] = batch.Row(row)[c];
                }

                yield return cells;
            }
        }
    }

    /// <summary>Rows of a shard in <c>ticks</c>, in order.</summary>
    internal IReadOnlyDictionary<string, long>[] Ticks(string shard) =>
        [.. Rows("ticks").Where(r => Name(r["shard"]) == shard).OrderBy(r => r["tick"])];

    /// <summary>Rows of the population's agents at the end.</summary>
    internal IReadOnlyDictionary<string, long>[] Agents(string population) =>
        [.. Rows("agents").Where(r => r["tick"] == Plan.Ticks && Name(r["population"]) == population)
            .OrderBy(r => r["agent"])];

    /// <summary>Events of a name.</summary>
    internal IReadOnlyDictionary<string, long>[] Events(string name) =>
        [.. Rows("events").Where(r => Name(r["event"]) == name)];

    /// <summary>The subnets' states at the end, in order.</summary>
    internal IReadOnlyList<SubnetState> Subnets =>
        [.. run.Group.Parts.OfType<ShardPart>().Select(p => p.Shard).OfType<SubnetShard>().Select(s => s.State)];

    /// <summary>What a shard's account holds at the end.</summary>
    internal long Held(string shard, string token, string account)
    {
        AccountBook book = new();
        run.Group.Parts.OfType<ShardPart>().Single(p => p.Info.Plan.Name == shard).Shard.Accounts(book);
        return book.Entries.Where(e => e.Name == account && Plan.Tokens[e.Token].Name == token).Sum(e => e.Amount);
    }

    internal string Name(long cell) => Plan.Tables.Names[(int)cell];

    private sealed class ListSink : IRecordSink
    {
        internal List<RecordBatch> Batches { get; } = [];

        public void Write(RecordBatch batch) => Batches.Add(batch);
    }
}
