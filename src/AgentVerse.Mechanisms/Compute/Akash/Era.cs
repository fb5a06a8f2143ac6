namespace AgentVerse.Mechanisms.Compute.Akash;

/// <summary>Which of the chain's rules hold.</summary>
public enum Era
{
    /// <summary>
    /// v0.34 to v0.38 (2024): escrow stops at zero and shares the tail by rate; a take fee on every payout.
    /// </summary>
    StopsAtZero,

    /// <summary>
    /// v1.0 to v1.2 (late 2025): escrow may go below zero, payments are served in order, debts are remembered.
    /// </summary>
    Debts,

    /// <summary>
    /// v2.0 on (2026): as before, but leases settle in ACT that is minted by burning AKT, without a take fee.
    /// </summary>
    BurnMint,
}
