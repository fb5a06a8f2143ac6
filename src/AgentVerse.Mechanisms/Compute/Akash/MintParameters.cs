namespace AgentVerse.Mechanisms.Compute.Akash;

/// <summary>Parameters of inflation (Cosmos x/mint); rates a year.</summary>
/// <remarks>
/// Source: akash-network/AEP d21edcd, assets/aep-8/genesis.json; bounds of 2022 on, of forum posts: 5 to 15 %. Values
/// after 2024 were put to votes and are not read from the chain.
/// </remarks>
public sealed record MintParameters
{
    /// <summary>Inflation at the start, in [Min, Max].</summary>
    public Dec18 Start { get; init; } = Dec18.Ratio(13, 100);

    /// <summary>Least inflation.</summary>
    public Dec18 Min { get; init; } = Dec18.Ratio(5, 100);

    /// <summary>Largest inflation.</summary>
    public Dec18 Max { get; init; } = Dec18.Ratio(15, 100);

    /// <summary>Change a year while nothing is bonded.</summary>
    public Dec18 RateChange { get; init; } = Dec18.One;

    /// <summary>Bonded share at which inflation stays, in (0, 1].</summary>
    public Dec18 GoalBonded { get; init; } = Dec18.Ratio(67, 100);

    /// <summary>Blocks of a year.</summary>
    public long BlocksPerYear { get; init; } = 5_256_000;

    /// <summary>Community pool's share of what is minted, in [0, 1]: 2 % at genesis, 10 % since 2022.</summary>
    public Dec18 CommunityTax { get; init; } = Dec18.Ratio(10, 100);
}
