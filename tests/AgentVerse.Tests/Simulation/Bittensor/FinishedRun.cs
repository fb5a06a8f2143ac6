using AgentVerse.Model.Contracts;
using AgentVerse.Model.Records;
using AgentVerse.Simulation;

namespace AgentVerse.Tests.Simulation.Bittensor;

/// <summary>A run that has ended, with its rows as tables to be asked by column.</summary>
internal sealed class FinishedRun(ReferenceRun run, IReadOnlyList<RecordBatch> batches)
{
    internal ReferenceRun Run => run;

    internal WorldPlan World => run.State.World.Plan;

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
        [.. Rows("agents").Where(r => r["tick"] == World.Ticks && Name(r["population"]) == population)
            .OrderBy(r => r["agent"])];

    /// <summary>Events of a name.</summary>
    internal IReadOnlyDictionary<string, long>[] Events(string name) =>
        [.. Rows("events").Where(r => Name(r["event"]) == name)];

    internal string Name(long cell) => World.Tables.Names[(int)cell];
}
