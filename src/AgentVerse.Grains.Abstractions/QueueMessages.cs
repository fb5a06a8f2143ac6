namespace AgentVerse.Grains;

/// <summary>An experiment as the queue knows it.</summary>
[GenerateSerializer]
[Immutable]
public sealed record QueuedExperiment
{
    /// <summary>Smallest priority.</summary>
    public const int PriorityMin = -100;

    /// <summary>Largest priority.</summary>
    public const int PriorityMax = 100;

    /// <summary>Its name.</summary>
    [Id(0)]
    public required string Experiment { get; init; }

    /// <summary>Higher goes first; equals share.</summary>
    [Id(1)]
    public required int Priority { get; init; }

    /// <summary>Number in the order of submission.</summary>
    [Id(2)]
    public required long Order { get; init; }

    /// <summary>Waiting until its first run goes, running, or how it ended.</summary>
    [Id(3)]
    public required RunPhase Phase { get; init; }

    /// <summary>Runs that are under way.</summary>
    [Id(4)]
    public int Running { get; init; }

    /// <summary>Runs that are planned and wait for a lane.</summary>
    [Id(5)]
    public int Waiting { get; init; }
}

/// <summary>What an experiment has under way and could have.</summary>
/// <param name="Experiment">Its name.</param>
/// <param name="Running">Runs that are under way.</param>
/// <param name="Wanted">Runs that could be, with those.</param>
/// <param name="Waiting">Runs that are planned and not under way.</param>
[GenerateSerializer]
[Immutable]
public sealed record LaneRequest(
    [property: Id(0)] string Experiment, [property: Id(1)] int Running, [property: Id(2)] int Wanted,
    [property: Id(3)] int Waiting);
