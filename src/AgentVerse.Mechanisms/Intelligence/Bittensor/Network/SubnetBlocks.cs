using AgentVerse.Mechanisms.Intelligence.Bittensor.Arithmetic;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor.Network;

/// <summary>What a block brings to a subnet before the intents of the block.</summary>
/// <remarks>
/// Order of opentensor/subtensor 14bc6f9f, coinbase/block_step.rs: registration price, reveals, emission, epoch, moving
/// price. Departure: the epochs of other subnets in the block are not seen, so none is deferred.
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
        SubnetParameters subnet = state.Parameters;
        state.BurnPrice = BurnPrice.Decay(state.BurnPrice, run.Spec.DecayFactor, subnet);
        EpochClock clock = state.Clock;
        if (EpochSchedule.IsDue(clock, block, subnet))
        {
            SubnetScoring.Reveal(run, block);
        }

        bool isStarted = block >= state.FirstEmissionBlock;
        if (isStarted)
        {
            Emit(run, block >= state.EmissionFrom ? tao : U96F32.Zero);
        }

        int epochs = 0;
        EpochTurn turn = EpochSchedule.Advance(ref clock, block, ref epochs, consistent: true, subnet);
        state.Clock = clock;
        if (turn == EpochTurn.Run)
        {
            SubnetEpoch.Run(run, block);
        }

        U64F64 price = Balancer.Price(state.Accounts.Pool);
        if (isStarted)
        {
            state.MovingPrice =
                MovingPrice.Next(state.MovingPrice, price, block - state.FirstEmissionBlock + 1, subnet);
        }

        state.Rates.Pass(price.ToDouble(), state.Accounts, subnet.Chain);
    }

    /// <summary>Mints the block's alpha and TAO; what the pool cannot take is never minted.</summary>
    private static void Emit(in SubnetRun run, U96F32 tao)
    {
        SubnetState state = run.State;
        BlockEmissionResult block = Coinbase.RunBlock(
            state.Accounts, tao, run.Chain.RootStake, run.Chain.RootSells, state.Parameters);
        AlphaParts parts = block.Parts;
        long outside = block.AlphaMinted - parts.Recycled;
        state.UnpaidAlpha += outside - parts.OwnerCut - parts.Server - parts.Validator - parts.Root;
        state.TaoIssued += block.TaoSpent;
        run.Counts.TaoIn += block.TaoSpent;
        run.Tick.Mint(run.Spec.Tao, block.TaoSpent);
        run.Tick.Mint(run.Spec.Alpha, outside + block.AlphaInjected);
    }
}
