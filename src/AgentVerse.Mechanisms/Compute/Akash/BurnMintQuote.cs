namespace AgentVerse.Mechanisms.Compute.Akash;

/// <summary>What burning an amount of one token mints of the other.</summary>
/// <param name="Minted">Base units minted.</param>
/// <param name="Spread">Of them, what stays in the vault.</param>
/// <param name="Reason">Why nothing is, or none.</param>
public readonly record struct BurnMintQuote(long Minted, long Spread, CancelReason Reason)
{
    /// <summary>What the owner gets.</summary>
    public long User => Minted - Spread;
}
