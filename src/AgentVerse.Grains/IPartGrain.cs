using AgentVerse.Simulation;

namespace AgentVerse.Grains;

/// <summary>
/// A part as a grain: receive, ask the core, keep, tell. Called by its relay alone, in its own silo, so that arguments
/// and answers go by reference.
/// </summary>
public interface IPartGrain : IGrainWithStringKey
{
    /// <summary>Makes the part, new or from a checkpoint.</summary>
    [ResponseTimeout("00:30:00")]
    ValueTask Open(PartOpening opening);

    /// <summary>Runs a phase.</summary>
    [ResponseTimeout("00:01:00")]
    ValueTask<PartResult> Run(PartTask task);

    /// <summary>State of the part for a checkpoint.</summary>
    ValueTask<PartSaved> Save();

    /// <summary>State of one agent (or of the shard), as JSON.</summary>
    ValueTask<string> Inspect(int row);

    /// <summary>Lets go of the part.</summary>
    ValueTask Close();
}

/// <summary>A cohort; every kind of agents has its own grain type.</summary>
public interface ICohortGrain : IPartGrain;

/// <summary>A shard of a network.</summary>
public interface IShardGrain : IPartGrain;

/// <summary>What a part grain needs; by reference, within a silo.</summary>
[GenerateSerializer]
[Immutable]
public sealed class PartOpening
{
    /// <summary>The group's work place: world, table, sink.</summary>
    [field: NonSerialized]
    public required RunPlace Place { get; init; }

    /// <summary>Index of the part.</summary>
    [Id(0)]
    public required int Part { get; init; }

    /// <summary>State to restore; null for a new part.</summary>
    [field: NonSerialized]
    public ReadOnlyMemory<byte>? State { get; init; }
}

/// <summary>A phase to run; by reference, within a silo, shared by all parts that receive no mail.</summary>
[GenerateSerializer]
[Immutable]
public sealed class PartTask
{
    /// <summary>The phase.</summary>
    [field: NonSerialized]
    public required Phase Phase { get; init; }

    /// <summary>Number of the tick.</summary>
    [Id(0)]
    public required int Tick { get; init; }

    /// <summary>What the part is sent.</summary>
    [field: NonSerialized]
    public required PartCall Call { get; init; }
}

/// <summary>What a part gives back; by reference, within a silo.</summary>
[GenerateSerializer]
[Immutable]
public sealed class PartResult
{
    /// <summary>The answer; null on error.</summary>
    [field: NonSerialized]
    public PartAnswer? Answer { get; init; }

    /// <summary>A claim of the model that did not hold; empty if all did.</summary>
    [Id(0)]
    public string Error { get; init; } = "";
}

/// <summary>A part's state as bytes; by reference, within a silo.</summary>
[GenerateSerializer]
[Immutable]
public sealed class PartSaved
{
    /// <summary>The bytes.</summary>
    [field: NonSerialized]
    public required ReadOnlyMemory<byte> State { get; init; }

    /// <summary>Digest of the state, independent of how the world is cut.</summary>
    [Id(0)]
    public required UInt128 Digest { get; init; }
}
