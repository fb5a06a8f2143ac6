namespace AgentVerse.Grains;

/// <summary>Where a run stands.</summary>
public enum RunPhase
{
    /// <summary>Not begun.</summary>
    Waiting,

    /// <summary>Under way.</summary>
    Running,

    /// <summary>Ended; its rows are published.</summary>
    Done,

    /// <summary>Stopped by an error that a restart cannot mend.</summary>
    Failed,

    /// <summary>Stopped by its user; it can be resumed.</summary>
    Stopped,
}

/// <summary>A run's progress, cheap to ask for at any time.</summary>
[GenerateSerializer]
[Immutable]
public sealed record RunStatus
{
    /// <summary>Id of the run.</summary>
    [Id(0)]
    public required string RunId { get; init; }

    /// <summary>Where it stands.</summary>
    [Id(1)]
    public required RunPhase Phase { get; init; }

    /// <summary>Ticks that are complete.</summary>
    [Id(2)]
    public required int TicksDone { get; init; }

    /// <summary>Ticks in all.</summary>
    [Id(3)]
    public required int Ticks { get; init; }

    /// <summary>Ticks that are committed: what a restart keeps.</summary>
    [Id(4)]
    public required int TicksCommitted { get; init; }

    /// <summary>Agent steps that ran so far: awake agents only.</summary>
    [Id(5)]
    public required long AgentSteps { get; init; }

    /// <summary>Number of times that the run was started or restarted.</summary>
    [Id(6)]
    public required int Incarnation { get; init; }

    /// <summary>Digest at the end; empty before.</summary>
    [Id(7)]
    public string Digest { get; init; } = "";

    /// <summary>Digest of all state at the last commit.</summary>
    [Id(8)]
    public string StateDigest { get; init; } = "";

    /// <summary>What went wrong; empty if nothing did.</summary>
    [Id(9)]
    public string Error { get; init; } = "";

    /// <summary>Key series of the last tick, by name.</summary>
    [Id(10)]
    public IReadOnlyList<KeyValuePair<string, double>> Series { get; init; } = [];

    /// <summary>Bytes that this incarnation's silos have sent each other for it, without Orleans' own.</summary>
    [Id(11)]
    public long RelayBytes { get; init; }
}
