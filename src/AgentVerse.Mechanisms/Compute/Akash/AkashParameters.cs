namespace AgentVerse.Mechanisms.Compute.Akash;

/// <summary>
/// Parameters of the chain, as governance and code have them. Amounts are base units (1e-6), windows seconds.
/// </summary>
public sealed record AkashParameters
{
    /// <summary>Which rules hold. Default era A, mid-2024.</summary>
    public Era Era { get; init; }

    /// <summary>
    /// Least deposit of a deployment in AKT, uakt, at least 0. Source: node v0.36.2, x/deployment params (MinDeposits).
    /// </summary>
    public long MinDepositAkt { get; init; } = 500_000;

    /// <summary>
    /// Least deposit of a deployment in stablecoin or ACT, 1e-6 USD, at least 0. Source: [A] as in uakt.
    /// </summary>
    public long MinDepositUsd { get; init; } = 500_000;

    /// <summary>Deposit of a bid, uakt, at least 0. Source: node v0.36.2, x/market params (BidMinDeposit).</summary>
    public long BidMinDeposit { get; init; } = 500_000;

    /// <summary>
    /// Bids on an order beyond which none is admitted, in [0, 500]. The comparison is strict: one more is admitted.
    /// Source: node v0.36.2, x/market params (OrderMaxBids).
    /// </summary>
    public long OrderMaxBids { get; init; } = 20;

    /// <summary>Take of payouts in AKT, in [0, 1]. Source: node v0.36.2, x/take params; upgrade v0.24.</summary>
    public Dec18 TakeRateAkt { get; init; } = Dec18.Ratio(2, 100);

    /// <summary>Take of payouts in any other token, in [0, 1]. Source: node v0.36.2, x/take params.</summary>
    public Dec18 TakeRateDefault { get; init; } = Dec18.Ratio(20, 100);

    /// <summary>Largest price of a unit, base units a block. Source: node v0.36.2, deployment validation.</summary>
    public long UnitPriceMax { get; init; } = 10_000_000;

    /// <summary>
    /// Blocks of a month in the provider's price script, which so takes a block for 6.117 s. Source: helm-charts
    /// f3d8d46.
    /// </summary>
    public long BlocksPerMonth { get; init; } = 429_909;

    /// <summary>Least reclamation window, s. Source: node 3efe26bf, x/market params.</summary>
    public long MinReclamationWindow { get; init; } = 3600;

    /// <summary>Largest reclamation window, s. Source: node 3efe26bf, x/market params.</summary>
    public long MaxReclamationWindow { get; init; } = 720 * 3600;

    /// <summary>Inflation.</summary>
    public MintParameters Mint { get; init; } = new();

    /// <summary>Staking.</summary>
    public StakingParameters Staking { get; init; } = new();

    /// <summary>Burning and minting, era C.</summary>
    public BurnMintParameters BurnMint { get; init; } = new();

    /// <summary>The one rule that does not hold; for tests.</summary>
    internal Rule Broken { get; init; }

    /// <summary>Whether a rule holds.</summary>
    internal bool Holds(Rule rule) => Broken != rule;
}
