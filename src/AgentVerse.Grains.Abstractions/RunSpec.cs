namespace AgentVerse.Grains;

/// <summary>What a run needs to begin: small; scenario and data lie in the experiment's folder.</summary>
[GenerateSerializer]
[Immutable]
public sealed record RunSpec
{
    /// <summary>Id of the run: a hash of all that it is a function of.</summary>
    [Id(0)]
    public required string RunId { get; init; }

    /// <summary>Folder of the experiment below the data folder, whose <c>inputs</c> hold scenario and data.</summary>
    [Id(1)]
    public required string Experiment { get; init; }

    /// <summary>Overrides of the run's point and treatment, in order.</summary>
    [Id(2)]
    public required IReadOnlyList<KeyValuePair<string, string>> Overrides { get; init; }

    /// <summary>Number of the replicate.</summary>
    [Id(3)]
    public required int Replicate { get; init; }

    /// <summary>Point of the design.</summary>
    [Id(5)]
    public required int Point { get; init; }

    /// <summary>Name of the treatment.</summary>
    [Id(6)]
    public required string Treatment { get; init; }

    /// <summary>Tick before which the run is asked to stop, so that it can be looked at; changes no row.</summary>
    [Id(4)]
    public int StopAt { get; init; } = int.MaxValue;

    /// <summary>Key of the run's grain: the same run in two experiments is two grains with a folder each.</summary>
    public string Key => $"{Experiment}/{RunId}";
}
