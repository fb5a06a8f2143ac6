namespace AgentVerse.Grains;

/// <summary>What a relay needs to make its parts.</summary>
[GenerateSerializer]
[Immutable]
public sealed record RelayOpening
{
    /// <summary>The run.</summary>
    [Id(0)]
    public required RunSpec Spec { get; init; }

    /// <summary>Incarnation of the run, part of every key and path.</summary>
    [Id(1)]
    public required int Incarnation { get; init; }

    /// <summary>Number of this relay's group.</summary>
    [Id(2)]
    public required int Group { get; init; }

    /// <summary>Number of groups.</summary>
    [Id(3)]
    public required int Groups { get; init; }

    /// <summary>Agents in a cohort.</summary>
    [Id(4)]
    public required int CohortSize { get; init; }

    /// <summary>
    /// Checkpoint segments of the last commit, relative to the experiment's folder; empty for a new run.
    /// </summary>
    [Id(5)]
    public required IReadOnlyList<string> Segments { get; init; }
}

/// <summary>What a relay gives back: an answer, or why the run must stop.</summary>
[GenerateSerializer]
[Immutable]
public sealed record RelayAnswer
{
    /// <summary>The merged answer; null on error.</summary>
    [Id(0)]
    public Bulk? Answer { get; init; }

    /// <summary>A claim of the model that did not hold; empty if all did. Restarting cannot mend it.</summary>
    [Id(1)]
    public string Error { get; init; } = "";

    /// <summary>Whether the relay's silo is about to leave: the run commits and goes on without it.</summary>
    [Id(2)]
    public bool Leaving { get; init; }
}

/// <summary>What a relay has written for a commit.</summary>
[GenerateSerializer]
[Immutable]
public sealed record RelayCommit
{
    /// <summary>Checkpoint segment, relative to the experiment's folder.</summary>
    [Id(0)]
    public required string Segment { get; init; }

    /// <summary>Staged result files, relative to the experiment's folder.</summary>
    [Id(1)]
    public required IReadOnlyList<StagedPart> Staged { get; init; }

    /// <summary>Sum of the state digests of its parts: 16 bytes, little-endian.</summary>
    [Id(2)]
    public required byte[] StateDigest { get; init; }
}
