using AgentVerse.Mechanisms.Intelligence.Bittensor.Arithmetic;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor.Network;

/// <summary>What a block brings to a subnet before the intents of the block.</summary>
/// <remarks>
/// Order of opentensor/subtensor 14bc6f9f, coinbase/block_step.rs: registration price, emission, epoch, moving price.
/// Departures: the epochs of other subnets in the block are not seen, so none is deferred; root stakers are no
/// agents, so
/// root's alpha stands in an account of its own; the owner has no uid.
/// </remarks>
internal static class SubnetBlocks
{
    /// <summary>Runs the block's own step.</summary>
    /// <param name="run">The subnet's tick.</param>
    /// <param name="block">Number of the block.</param>
    /// <param name="tao">TAO assigned to the subnet, rao.</param>
    internal static void Step(in SubnetRun run, long block, U96F32 tao)
    {
        SubnetState state = run.State;
        state.BurnPrice = BurnPrice.Decay(state.BurnPrice, run.Spec.DecayFactor, run.Spec.Parameters);
        Emit(run, tao);
        EpochClock clock = state.Clock;
        int epochs = 0;
        EpochTurn turn = EpochSchedule.Advance(ref clock, block, ref epochs, consistent: true, run.Spec.Parameters);
        state.Clock = clock;
        if (turn == EpochTurn.Run)
        {
            SubnetEpoch.Run(run, block);
        }

        state.MovingPrice = MovingPrice.Next(
            state.MovingPrice, Balancer.Price(state.Pool), block - run.Spec.FirstEmissionBlock + 1, run.Spec.Parameters);
    }

    /// <summary>
    /// Mints the block's alpha and TAO: liquidity into the pool, the excess as a purchase by the chain, the rest to the
    /// pots of the next epoch. What the pool cannot take is never minted.
    /// </summary>
    private static void Emit(in SubnetRun run, U96F32 tao)
    {
        SubnetState state = run.State;
        SubnetParameters subnet = run.Spec.Parameters;
        long issued = state.Pool.Alpha + state.AlphaOut;
        U96F32 rho = AlphaSplit.RootProportion(run.Chain.RootStake, issued, subnet.Chain);
        long alpha = BlockEmission.ForIssuance(issued, subnet.Chain);
        PoolTerms terms = PoolTerms.Of(tao, Balancer.Price(state.Pool).ToU96F32(), rho, alpha, subnet.Chain);
        Inject(run, terms.TaoIn.ToInteger(), terms.AlphaIn.ToInteger(), terms.ExcessTao.ToInteger());
        AlphaParts parts = AlphaSplit.Of(alpha, rho, run.Chain.RootSells, subnet);
        state.Pending = state.Pending.Add(parts);
        long minted = alpha - parts.Recycled;
        state.AlphaOut += minted;
        state.UnpaidAlpha += minted - parts.OwnerCut - parts.Server - parts.Validator - parts.Root;
        run.Tick.Mint(run.Spec.Alpha, minted);
    }

    /// <summary>
    /// Weights move for the liquidity, then the excess buys, then the liquidity enters (inject_and_maybe_swap).
    /// </summary>
    private static void Inject(in SubnetRun run, long taoIn, long alphaIn, long excess)
    {
        SubnetState state = run.State;
        bool fits = Balancer.TryAddLiquidity(state.Pool, taoIn, alphaIn, run.Spec.Parameters, out Pool after);
        (taoIn, alphaIn) = fits ? (taoIn, alphaIn) : (0, 0);
        Pool pool = state.Pool with { TaoWeight = after.TaoWeight };
        long bought = 0, spent = 0;
        if (excess > 0)
        {
            SwapResult swap = Balancer.Swap(pool, new SwapOrder(SwapSide.Buy, excess) { IsFree = true }, run.Spec.Parameters);
            (pool, bought, spent) = (swap.Pool, swap.AmountOut, swap.AmountIn);
        }

        state.Pool = pool with { Tao = pool.Tao + taoIn, Alpha = pool.Alpha + alphaIn };
        state.AlphaOut += bought;
        state.ProtocolAlpha += bought;
        state.TaoNetIssued += taoIn + spent;
        run.Counts.TaoIn += taoIn + spent;
        run.Tick.Mint(run.Spec.Tao, taoIn + spent);
        run.Tick.Mint(run.Spec.Alpha, alphaIn);
    }
}
