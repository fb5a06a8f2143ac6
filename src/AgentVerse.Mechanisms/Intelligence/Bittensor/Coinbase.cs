using AgentVerse.Mechanisms.Intelligence.Bittensor.Arithmetic;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor;

/// <summary>What one block's emission did to a subnet.</summary>
/// <param name="TaoInjected">TAO added to the pool's reserve, rao.</param>
/// <param name="TaoSwapped">TAO that bought alpha for the chain, rao.</param>
/// <param name="AlphaInjected">Alpha minted into the pool, base units.</param>
/// <param name="AlphaBought">Alpha that the chain bought, base units.</param>
/// <param name="AlphaMinted">Alpha minted outside the pool, base units, of which <paramref name="Parts"/> wait.</param>
/// <param name="Parts">What waits for the epoch, and what was recycled.</param>
public readonly record struct BlockEmissionResult(
    long TaoInjected, long TaoSwapped, long AlphaInjected, long AlphaBought, long AlphaMinted, AlphaParts Parts)
{
    /// <summary>TAO of the block's emission that the subnet took; what it did not take is recycled.</summary>
    public long TaoSpent => TaoInjected + TaoSwapped;
}

/// <summary>
/// One block's emission to one subnet: liquidity at the price, purchases by the chain, alpha to be paid out.
/// </summary>
/// <remarks>
/// Source: opentensor/subtensor 14bc6f9f, pallets/subtensor/src/coinbase/run_coinbase.rs (inject_and_maybe_swap,
/// emit_to_subnets).
/// </remarks>
public static class Coinbase
{
    /// <summary>
    /// Runs a block for an eligible subnet, in the chain's order: the weights move for the liquidity to come (if they
    /// left their range, none comes), the excess buys at the new weights without fee, then alpha and TAO are added to
    /// the reserves, then alpha is minted outside and split by the root proportion after that.
    /// </summary>
    /// <param name="accounts">The subnet's accounts; changed.</param>
    /// <param name="tao">The subnet's share of the block's TAO, rao.</param>
    /// <param name="rootTao">TAO staked on root, rao.</param>
    /// <param name="rootSells">Whether root's part is kept for root (<see cref="SubnetEmission.RootSells"/>).</param>
    /// <param name="subnet">Parameters.</param>
    public static BlockEmissionResult RunBlock(
        SubnetAccounts accounts, U96F32 tao, long rootTao, bool rootSells, SubnetParameters subnet)
    {
        ChainParameters chain = subnet.Chain;
        long alphaEmission = BlockEmission.ForIssuance(accounts.AlphaIssuance, chain);
        U96F32 price = Balancer.Price(accounts.Pool).ToU96F32();
        U96F32 proportion = AlphaSplit.RootProportion(rootTao, accounts.AlphaIssuance, chain);
        PoolTerms terms = PoolTerms.Of(tao, price, proportion, alphaEmission, chain);
        BlockEmissionResult result = Inject(accounts, terms, subnet);

        accounts.AlphaOut += alphaEmission;
        U96F32 after = AlphaSplit.RootProportion(rootTao, accounts.AlphaIssuance, chain);
        AlphaParts parts = AlphaSplit.Of(alphaEmission, after, rootSells, subnet);
        accounts.AlphaOut -= parts.Recycled;
        accounts.Pending = accounts.Pending.Add(parts);
        return result with { AlphaMinted = alphaEmission, Parts = parts };
    }

    private static BlockEmissionResult Inject(SubnetAccounts accounts, in PoolTerms terms, SubnetParameters subnet)
    {
        (long taoIn, long alphaIn, long excess) =
            (terms.TaoIn.ToInteger(), terms.AlphaIn.ToInteger(), terms.ExcessTao.ToInteger());
        bool fits = Balancer.TryAddLiquidity(accounts.Pool, taoIn, alphaIn, subnet, out Pool filled);
        (taoIn, alphaIn) = fits ? (taoIn, alphaIn) : (0, 0);

        Pool pool = accounts.Pool with { TaoWeight = filled.TaoWeight };
        SwapOrder purchase = new(SwapSide.Buy, excess) { LimitPrice = Balancer.MaxPrice, IsFree = true };
        SwapResult bought = excess > 0 ? Balancer.Swap(pool, purchase, subnet) : new(SwapError.None, 0, 0, 0, pool);
        pool = bought.Pool;
        accounts.Pool = pool with { Tao = pool.Tao + taoIn, Alpha = pool.Alpha + alphaIn };
        accounts.AlphaOut += bought.AmountOut;
        accounts.ProtocolAlpha += bought.AmountOut;
        accounts.ProtocolFlow += bought.AmountIn + taoIn;
        return new BlockEmissionResult(taoIn, bought.AmountIn, alphaIn, bought.AmountOut, 0, default);
    }
}
