namespace AgentVerse.Grains;

/// <summary>What a run has committed: its published files and digests.</summary>
[GenerateSerializer]
[Immutable]
public sealed record RunResult
{
    /// <summary>Published files, in the order of their commits.</summary>
    [Id(0)]
    public required IReadOnlyList<StagedPart> Parts { get; init; }

    /// <summary>Digests of the tables, in order of their names.</summary>
    [Id(1)]
    public required IReadOnlyList<TableSum> Tables { get; init; }

    /// <summary>Interventions of the run.</summary>
    [Id(2)]
    public required IReadOnlyList<LoggedIntervention> Interventions { get; init; }
}

/// <summary>Digest of one table.</summary>
/// <param name="Name">Name of the table.</param>
/// <param name="Rows">Number of rows.</param>
/// <param name="Sum">Sum of the row hashes, base 16.</param>
[GenerateSerializer]
[Immutable]
public sealed record TableSum([property: Id(0)] string Name, [property: Id(1)] long Rows, [property: Id(2)] string Sum);

/// <summary>An intervention with the tick from which it holds.</summary>
[GenerateSerializer]
[Immutable]
public sealed record LoggedIntervention
{
    /// <summary>First tick in which the agent follows the policy.</summary>
    [Id(0)]
    public required int Tick { get; init; }

    /// <summary>Index of the population.</summary>
    [Id(1)]
    public required int Population { get; init; }

    /// <summary>Index of the agent.</summary>
    [Id(2)]
    public required int Index { get; init; }

    /// <summary>Index of the policy among the population's.</summary>
    [Id(3)]
    public required int Policy { get; init; }
}
