namespace AgentVerse.Grains;

/// <summary>A scenario with its data, as a client hands it in. Sizes are limited where it is received.</summary>
[GenerateSerializer]
[Immutable]
public sealed record Submission
{
    /// <summary>Name of the scenario's file, for messages.</summary>
    [Id(0)]
    public required string FileName { get; init; }

    /// <summary>Its text.</summary>
    [Id(1)]
    public required string Text { get; init; }

    /// <summary>Overrides <c>path=value</c>, in order.</summary>
    [Id(2)]
    public required IReadOnlyList<string> Overrides { get; init; }

    /// <summary>Data files by the path that the scenario names them with.</summary>
    [Id(3)]
    public required IReadOnlyList<KeyValuePair<string, byte[]>> Files { get; init; }

    /// <summary>Name of the experiment's folder; empty for one made of the scenario's name and hash.</summary>
    [Id(4)]
    public string Folder { get; init; } = "";

    /// <summary>Priority in the queue: higher goes first.</summary>
    [Id(5)]
    public int Priority { get; init; }
}

/// <summary>What became of a submission: an experiment, or all that is wrong with it.</summary>
[GenerateSerializer]
[Immutable]
public sealed record SubmissionAnswer
{
    /// <summary>Id of the experiment, which is also its folder's name; empty if there are problems.</summary>
    [Id(0)]
    public string Experiment { get; init; } = "";

    /// <summary>Problems, one a line.</summary>
    [Id(1)]
    public IReadOnlyList<string> Problems { get; init; } = [];
}

/// <summary>Where an experiment stands.</summary>
[GenerateSerializer]
[Immutable]
public sealed record ExperimentStatus
{
    /// <summary>Id of the experiment.</summary>
    [Id(0)]
    public required string Experiment { get; init; }

    /// <summary>Where it stands: done when all its runs have ended, failed if any has failed.</summary>
    [Id(1)]
    public required RunPhase Phase { get; init; }

    /// <summary>Runs that were planned so far, in order.</summary>
    [Id(2)]
    public required IReadOnlyList<PlannedRun> Runs { get; init; }

    /// <summary>What went wrong with the experiment itself; empty if nothing did.</summary>
    [Id(3)]
    public string Error { get; init; } = "";
}

/// <summary>One run of an experiment.</summary>
[GenerateSerializer]
[Immutable]
public sealed record PlannedRun
{
    /// <summary>What it is.</summary>
    [Id(0)]
    public required RunSpec Spec { get; init; }

    /// <summary>Where it stands.</summary>
    [Id(1)]
    public required RunStatus Status { get; init; }
}
