using AgentVerse.Mechanisms.Intelligence.Bittensor.Arithmetic;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor.Network;

/// <summary>What a block brings to a subnet before the intents of the block.</summary>
/// <remarks>
/// Order of opentensor/subtensor 14bc6f9f, coinbase/block_step.rs: registration price, reveals, emission, epoch, moving
/// price. Departures: the epochs of other subnets in the block are not seen, so none is deferred; root stakers are no
/// agents, so root's alpha stands in an account of its own; the owner has no uid.
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
        SubnetParameters subnet = run.Spec.Parameters;
        state.BurnPrice = BurnPrice.Decay(state.BurnPrice, run.Spec.DecayFactor, subnet);
        EpochClock clock = state.Clock;
        if (EpochSchedule.IsDue(clock, block, subnet))
        {
            SubnetScoring.Reveal(run, block);
        }

        Emit(run, tao);
        int epochs = 0;
        EpochTurn turn = EpochSchedule.Advance(ref clock, block, ref epochs, consistent: true, subnet);
        state.Clock = clock;
        if (turn == EpochTurn.Run)
        {
            SubnetEpoch.Run(run, block);
        }

        long age = block - run.Spec.FirstEmissionBlock + 1;
        state.MovingPrice = MovingPrice.Next(state.MovingPrice, Balancer.Price(state.Accounts.Pool), age, subnet);
    }

    /// <summary>Mints the block's alpha and TAO; what the pool cannot take is never minted.</summary>
    private static void Emit(in SubnetRun run, U96F32 tao)
    {
        SubnetState state = run.State;
        BlockEmissionResult block = Coinbase.RunBlock(
            state.Accounts, tao, run.Chain.RootStake, run.Chain.RootSells, run.Spec.Parameters);
        AlphaParts parts = block.Parts;
        long outside = block.AlphaMinted - parts.Recycled;
        state.UnpaidAlpha += outside - parts.OwnerCut - parts.Server - parts.Validator - parts.Root;
        state.TaoIssued += block.TaoSpent;
        run.Counts.TaoIn += block.TaoSpent;
        run.Tick.Mint(run.Spec.Tao, block.TaoSpent);
        run.Tick.Mint(run.Spec.Alpha, outside + block.AlphaInjected);
    }
}
