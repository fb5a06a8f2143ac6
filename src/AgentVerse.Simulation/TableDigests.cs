using AgentVerse.Model.Records;
using AgentVerse.Model.State;

namespace AgentVerse.Simulation;

/// <summary>Digests of the three tables of a run, as far as some part, group or run has recorded them.</summary>
public sealed class TableDigests
{
    /// <summary>Digest of <c>agents</c>.</summary>
    public TableDigest Agents { get; } = new();

    /// <summary>Digest of <c>events</c>.</summary>
    public TableDigest Events { get; } = new();

    /// <summary>Digest of <c>ticks</c>.</summary>
    public TableDigest Ticks { get; } = new();

    /// <summary>Adds the rows of a batch to the digest of its table.</summary>
    public void Add(RecordBatch batch, RunTables tables)
    {
        TableDigest digest = ReferenceEquals(batch.Shape.Table, tables.Agents) ? Agents
            : ReferenceEquals(batch.Shape.Table, tables.Events) ? Events
            : Ticks;
        digest.Add(batch, tables);
    }

    /// <summary>Adds the digests of another part.</summary>
    public void Add(TableDigests other)
    {
        Agents.Add(other.Agents);
        Events.Add(other.Events);
        Ticks.Add(other.Ticks);
    }

    /// <summary>Carries the digests to or from a checkpoint or the wire.</summary>
    public void Carry(StateCodec codec)
    {
        Agents.Carry(codec);
        Events.Carry(codec);
        Ticks.Carry(codec);
    }
}
