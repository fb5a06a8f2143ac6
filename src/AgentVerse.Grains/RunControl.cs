namespace AgentVerse.Grains;

/// <summary>
/// The durable control state of a run: small, written with its ETag. Two coordinators cannot both write it, so they
/// cannot both go on.
/// </summary>
[GenerateSerializer]
public sealed class RunControl
{
    /// <summary>The run; null before it was ever started.</summary>
    [Id(0)]
    public RunSpec? Spec { get; set; }

    /// <summary>Where it stands.</summary>
    [Id(1)]
    public RunPhase Phase { get; set; }

    /// <summary>Number of times that it was started or restarted.</summary>
    [Id(2)]
    public int Incarnation { get; set; }

    /// <summary>First tick that is not committed.</summary>
    [Id(3)]
    public int CommittedTick { get; set; }

    /// <summary>Segments of the last commit, the run's own first.</summary>
    [Id(4)]
    public List<string> Segments { get; set; } = [];

    /// <summary>Result files of the last commit; their renames are redone on resume.</summary>
    [Id(5)]
    public List<StagedPart> Staged { get; set; } = [];

    /// <summary>Result files of all commits of a run that is done; before, <see cref="PublishedParts"/> has them.</summary>
    [Id(6)]
    public List<StagedPart> Published { get; set; } = [];

    /// <summary>Interventions, written before they act.</summary>
    [Id(7)]
    public List<LoggedIntervention> Interventions { get; set; } = [];

    /// <summary>Agent steps up to the last commit.</summary>
    [Id(8)]
    public long AgentSteps { get; set; }

    /// <summary>Digest at the end.</summary>
    [Id(9)]
    public string Digest { get; set; } = "";

    /// <summary>Digest of all state at the last commit.</summary>
    [Id(10)]
    public string StateDigest { get; set; } = "";

    /// <summary>What went wrong.</summary>
    [Id(11)]
    public string Error { get; set; } = "";

    /// <summary>Incarnations that were begun since the last commit.</summary>
    [Id(12)]
    public int Restarts { get; set; }

    /// <summary>Ticks of the run; 0 before it first was brought in.</summary>
    [Id(16)]
    public int Ticks { get; set; }

    /// <summary>Agents in a cohort, decided once: what is saved is read back by cohorts of the same size.</summary>
    [Id(14)]
    public int CohortSize { get; set; }

    /// <summary>Tick and incarnation of the newest checkpoints, the last commit's first.</summary>
    [Id(15)]
    public List<SavedCheckpoint> Checkpoints { get; set; } = [];

    /// <summary>Digests of the tables at the last commit.</summary>
    [Id(13)]
    public List<TableSum> Tables { get; set; } = [];
}

/// <summary>A checkpoint that was committed.</summary>
/// <param name="Tick">Ticks done.</param>
/// <param name="Incarnation">Incarnation that wrote it.</param>
[GenerateSerializer]
[Immutable]
public sealed record SavedCheckpoint([property: Id(0)] int Tick, [property: Id(1)] int Incarnation);
