namespace AgentVerse.Mechanisms.Compute.Akash;

/// <summary>Burning AKT for ACT and ACT for AKT at the oracle's price.</summary>
/// <remarks>Source: akash-network/node 3efe26bf, x/bme/keeper/keeper.go and abci.go; AEP-76.</remarks>
public static class BurnMint
{
    /// <summary>
    /// floor(amount P_from / P_to) is minted; floor(that in full digits * spread / 10^4) of it stays in the vault.
    /// </summary>
    /// <param name="amount">Base units to be burned.</param>
    /// <param name="prices">USD for a token: of the one burned, of the one minted.</param>
    /// <param name="toAct">Whether ACT is minted, else AKT.</param>
    /// <param name="chain">Parameters.</param>
    public static BurnMintQuote Quote(long amount, (Dec18 From, Dec18 To) prices, bool toAct, AkashParameters chain)
    {
        if (amount <= 0 || !prices.From.IsPositive || !prices.To.IsPositive)
        {
            return new BurnMintQuote(0, 0, amount <= 0 ? CancelReason.InvalidAmount : CancelReason.ZeroPrice);
        }

        Dec18 exact = Dec18.Of(amount) * (prices.From / prices.To);
        long minted = exact.Truncate();
        minted += chain.Holds(Rule.MintedAmountsAreFloored) || exact.Whole() == exact ? 0 : 1;
        long least = toAct ? chain.BurnMint.MinMintAct : chain.BurnMint.MinMintAkt;
        if (minted <= 0)
        {
            return new BurnMintQuote(0, 0, CancelReason.Epsilon);
        }

        if (minted < least && chain.Holds(Rule.SmallMintsAreCancelled))
        {
            return new BurnMintQuote(0, 0, CancelReason.MinimumMint);
        }

        long spreadBps = toAct ? chain.BurnMint.MintSpreadBps : chain.BurnMint.SettleSpreadBps;
        long spread = (exact * spreadBps / Dec18.Of(10_000)).Truncate();
        return new BurnMintQuote(minted, chain.Holds(Rule.SpreadsStayInTheVault) ? spread : 0, CancelReason.None);
    }

    /// <summary>
    /// Collateral ratio in 1/10000: (vault - pending) P_AKT / ACT outstanding; 2^32 - 1 at most, and where no ACT is
    /// outstanding (vault - pending) P_AKT itself.
    /// </summary>
    /// <param name="vaultAkt">AKT in the vault, uakt.</param>
    /// <param name="pendingAkt">Of it, what waits to be burned, uakt.</param>
    /// <param name="outstandingAct">ACT in circulation, 1e-6.</param>
    /// <param name="usdPerAkt">P_AKT.</param>
    public static long CollateralBps(long vaultAkt, long pendingAkt, long outstandingAct, Dec18 usdPerAkt)
    {
        Dec18 value = Dec18.Of(vaultAkt - pendingAkt) * usdPerAkt;
        Dec18 ratio = outstandingAct > 0 ? value / Dec18.Of(outstandingAct) : value;
        return ratio >= Dec18.Of(uint.MaxValue / 10_000) ? uint.MaxValue : (ratio * 10_000).Truncate();
    }

    /// <summary>Status at a collateral ratio; without a price nothing is minted.</summary>
    public static MintStatus StatusOf(long collateralBps, bool hasPrice, AkashParameters chain) =>
        !hasPrice ? MintStatus.HaltOracle
        : collateralBps > chain.BurnMint.WarnBps ? MintStatus.Healthy
        : collateralBps > chain.BurnMint.HaltBps ? MintStatus.Warning
        : MintStatus.HaltCollateral;

    /// <summary>
    /// Blocks to the next epoch of minting: the least at or above the warning; below it the least times
    /// (1 + backoff)^k, floored, with k = floor((warning - ratio) / 10), at most the largest.
    /// </summary>
    public static long EpochBlocks(long collateralBps, AkashParameters chain)
    {
        BurnMintParameters p = chain.BurnMint;
        long steps = Math.Max(0, p.WarnBps - collateralBps) / 10;
        if (steps == 0 || p.BackoffPercent == 0 || !chain.Holds(Rule.EpochsBackOffBelowTheWarning))
        {
            return p.MinEpochBlocks;
        }

        Dec18 growth = Dec18.Ratio(100 + p.BackoffPercent, 100).Power(steps, Dec18.Of(1_000_000_000));
        Dec18 blocks = Dec18.Min(growth * p.MinEpochBlocks, Dec18.Of(p.MaxEpochBlocks));
        return Math.Max(blocks.Truncate(), p.MinEpochBlocks);
    }
}
