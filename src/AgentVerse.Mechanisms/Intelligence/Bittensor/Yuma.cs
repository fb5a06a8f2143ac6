using AgentVerse.Mechanisms.Intelligence.Bittensor.Arithmetic;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor;

/// <summary>
/// The epoch of a subnet: Yuma consensus over validators' weights, bonds, and the division of the epoch's emission.
/// </summary>
/// <remarks>
/// Bit-exact with the chain's production ("sparse") engine: 64-bit fixed point with 128-bit products. Integers were
/// chosen over doubles because the kappa boundary and ties then branch as on the chain, sums do not depend on the order
/// of uids, and a product costs about what a double's does. Cost O(V*M) divisions for V rows and M miners; nothing is
/// allocated once the workspace has grown. Source: opentensor/subtensor 14bc6f9f,
/// pallets/subtensor/src/epoch/run_epoch.rs (epoch_mechanism), epoch/math.rs and subnets/mechanism.rs
/// (epoch_with_mechanisms, split_emissions). Departure: a row's cells stand by uid, where the chain keeps the
/// validator's order and its liquid alpha then misreads rows that are not sorted.
/// </remarks>
public static class Yuma
{
    /// <summary>
    /// Runs the epoch of every sub-mechanism and stores the results in the state: server and validator emission are
    /// added, shares averaged with the emission split as weight, permits and activity united.
    /// </summary>
    /// <param name="state">The subnet; its results, permits, incentive and bonds are overwritten.</param>
    /// <param name="block">Now.</param>
    /// <param name="emission">
    /// Alpha of the epoch for servers, validators and root together, base units, at least 0.
    /// </param>
    /// <param name="subnet">Hyper-parameters; MechanismCount must be the state's.</param>
    /// <param name="workspace">Memory.</param>
    public static void Run(
        EpochState state, long block, long emission, SubnetParameters subnet, EpochWorkspace workspace)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(subnet.MechanismCount, state.Mechanisms.Length);
        ArgumentOutOfRangeException.ThrowIfNegative(emission);
        Span<long> split = stackalloc long[state.Mechanisms.Length];
        MechanismSplit.Of(emission, subnet, split);
        for (int m = 0; m < split.Length; m++)
        {
            RunMechanism(state, m, block, split[m], subnet, workspace);
            U64F64 part = emission > 0
                ? U64F64.FromInteger(split[m]) / U64F64.FromInteger(emission)
                : (m == 0 ? U64F64.One : U64F64.Zero);
            MechanismSplit.Accumulate(state, workspace, part, isFirst: m == 0);
        }

        workspace.NewPermit.CopyTo(state.ValidatorPermit);
    }

    /// <summary>A cell that is not there; an explicit 0 is another thing.</summary>
    public static I32F32 Absent => EpochWorkspace.Absent;

    /// <summary>min(w, c): a weight above a consensus of 0 is gone, one at or below consensus stays as it is.</summary>
    public static I32F32 Clip(I32F32 weight, I32F32 consensus) =>
        consensus >= weight ? weight : consensus > I32F32.Zero ? consensus : Absent;

    /// <summary>a + ratio * (b - a), the product floored; exactly a or b at the ends.</summary>
    public static I32F32 Interpolate(I32F32 a, I32F32 b, I32F32 ratio) =>
        ratio == I32F32.One ? b : a + (ratio * (b - a));

    /// <summary>min(1, alpha * weight + (1 - alpha) * bond), each product floored; alpha in 0..1.</summary>
    public static I32F32 Blend(I32F32 weight, I32F32 bond, I32F32 alpha)
    {
        I32F32 gained = alpha * weight;
        I32F32 blended = ((I32F32.One - alpha) * bond) + (gained > I32F32.Zero ? gained : I32F32.Zero);
        return blended < I32F32.One ? blended : I32F32.One;
    }

    /// <summary>The plain rate of bonds, 1 - average/1e6, the quotient cut to 32 fraction bits.</summary>
    public static I32F32 Alpha(SubnetParameters subnet) =>
        I32F32.One - new I32F32((long)(((Int128)subnet.BondsMovingAverage << 32) / 1_000_000));

    /// <summary>
    /// Runs the epoch of one sub-mechanism: stores its incentive and bonds and leaves all else in the workspace.
    /// </summary>
    internal static void RunMechanism(
        EpochState state, int mechanism, long block, long emission, SubnetParameters subnet, EpochWorkspace workspace)
    {
        MechanismState own = state.Mechanisms[mechanism];
        workspace.Begin(state.NeuronCount);
        YumaStake.Prepare(state, own, block, subnet, workspace);
        workspace.ChooseRows(own.Bonds);
        YumaConsensus.LoadWeights(state, own, subnet, workspace);
        YumaConsensus.Settle(subnet, workspace);
        YumaBonds.Settle(state, own, block, subnet, workspace);
        YumaEmission.Divide(emission, subnet, workspace);
        for (int uid = 0; uid < state.NeuronCount; uid++)
        {
            own.Incentive[uid] = workspace.Incentive[uid].ToU16Proportion();
        }
    }
}
