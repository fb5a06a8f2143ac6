namespace AgentVerse.Mechanisms.Compute.Akash;

/// <summary>Parameters of staking (Cosmos x/staking and x/distribution).</summary>
/// <remarks>Source: akash-network/AEP d21edcd, assets/aep-8/genesis.json; networks/akash.md section 9.</remarks>
public sealed record StakingParameters
{
    /// <summary>
    /// Part of what delegators' stake earns that validators keep, in [0, 1]: 5 % is the least that the chain allows;
    /// [A] for the mean.
    /// </summary>
    public Dec18 Commission { get; init; } = Dec18.Ratio(5, 100);

    /// <summary>Time from the end of a delegation until its tokens are free, s: 21 days.</summary>
    public long UnbondingSeconds { get; init; } = 21 * 86_400;

    /// <summary>Unbondings that one delegator may have open with a validator: 7, the module's default.</summary>
    public int MaxEntries { get; init; } = 7;
}
