namespace AgentVerse.Grains;

/// <summary>A result file that waits for its commit.</summary>
[GenerateSerializer]
[Immutable]
public sealed record StagedPart
{
    /// <summary>Where it is staged, relative to the experiment's folder.</summary>
    [Id(0)]
    public required string Staged { get; init; }

    /// <summary>Where it belongs, relative to the experiment's folder.</summary>
    [Id(1)]
    public required string Path { get; init; }

    /// <summary>Name of the table.</summary>
    [Id(2)]
    public required string Table { get; init; }

    /// <summary>Smallest tick of its rows.</summary>
    [Id(3)]
    public required long FirstTick { get; init; }

    /// <summary>Largest tick of its rows.</summary>
    [Id(4)]
    public required long LastTick { get; init; }

    /// <summary>Number of rows.</summary>
    [Id(5)]
    public required long Rows { get; init; }

    /// <summary>Size in bytes.</summary>
    [Id(6)]
    public required long Bytes { get; init; }

    /// <summary>Checksum of its bytes.</summary>
    [Id(7)]
    public required string Checksum { get; init; }
}
