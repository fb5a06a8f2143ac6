using AgentVerse.Mechanisms.Intelligence.Bittensor.Arithmetic;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor;

/// <summary>
/// The epoch of a subnet: Yuma consensus over validators' weights, bonds, and the division of the epoch's emission.
/// </summary>
/// <remarks>
/// Bit-exact with the chain's production ("sparse") engine: 64-bit fixed point with 128-bit products. Integers were chosen
/// over doubles because the kappa boundary and ties then branch as on the chain, sums do not depend on the order of uids,
/// and a product costs about what a double's does. Cost O(V*M) divisions for V rows and M miners; nothing is allocated
/// once the workspace has grown.
/// Source: opentensor/subtensor 14bc6f9f, pallets/subtensor/src/epoch/run_epoch.rs (epoch_mechanism), epoch/math.rs and
/// subnets/mechanism.rs (epoch_with_mechanisms, split_emissions). Departure: a row's cells stand by uid, where the chain
/// keeps the validator's order and its liquid alpha then misreads rows that are not sorted.
/// </remarks>
public static class Yuma
{
    /// <summary>
    /// Runs the epoch of every sub-mechanism and stores the results in the state: server and validator emission are added,
    /// shares averaged with the emission split as weight, permits and activity united.
    /// </summary>
    /// <param name="state">The subnet; its results, permits, incentive and bonds are overwritten.</param>
    /// <param name="block">Now.</param>
    /// <param name="emission">Alpha of the epoch for servers, validators and root together, base units, at least 0.</param>
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
