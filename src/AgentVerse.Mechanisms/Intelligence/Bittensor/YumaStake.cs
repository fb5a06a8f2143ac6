using AgentVerse.Mechanisms.Intelligence.Bittensor.Arithmetic;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor;

/// <summary>Activity, stake and permits of an epoch (steps 1-4 of run_epoch.rs::epoch_mechanism).</summary>
internal static class YumaStake
{
    private const int FractionBits = 64;

    internal static void Prepare(
        EpochState state, MechanismState own, long block, SubnetParameters subnet, EpochWorkspace workspace)
    {
        MarkActive(own, block, subnet, workspace);
        ShareStake(state, subnet, workspace);
        MarkPermits(state, subnet, workspace);
        Span<I32F32> activeStake = workspace.ActiveStake;
        bool inactiveIsMasked = subnet.Holds(Rule.InactiveStakeIsMasked);
        for (int uid = 0; uid < activeStake.Length; uid++)
        {
            bool counts = workspace.Permit[uid] && (workspace.Active[uid] || !inactiveIsMasked);
            activeStake[uid] = counts ? workspace.Stake[uid] : I32F32.Zero;
        }

        Proportions.Normalise(activeStake);
    }

    /// <summary>Blocks without an update after which a uid is inactive: max(1, factor * tempo / 1000).</summary>
    internal static long ActivityCutoff(SubnetParameters subnet) =>
        subnet.ActivityCutoffBlocks ?? Math.Max(1, (long)subnet.ActivityCutoffFactorMilli * subnet.Tempo / 1000);

    private static void MarkActive(MechanismState own, long block, SubnetParameters subnet, EpochWorkspace workspace)
    {
        long cutoff = ActivityCutoff(subnet) - (subnet.Holds(Rule.ActiveAtTheCutoff) ? 0 : 1);
        for (int uid = 0; uid < workspace.NeuronCount; uid++)
        {
            workspace.Active[uid] = own.LastUpdate[uid] + cutoff >= block;
        }
    }

    /// <summary>S: alpha + TAO * w, 0 below the threshold unless it is the owner's, over the sum.</summary>
    private static void ShareStake(EpochState state, SubnetParameters subnet, EpochWorkspace workspace)
    {
        UInt128 taoWeight = U96F32.FromU64Proportion(subnet.Chain.TaoWeight).Raw << (FractionBits - 32);
        long threshold = subnet.Holds(Rule.StakeThresholdFiltersStake) ? subnet.Chain.StakeThreshold : 0;
        int exempt = subnet.Holds(Rule.OwnerIsExemptFromTheThreshold) ? state.OwnerUid : -1;
        Span<UInt128> weights = workspace.StakeWeight;
        UInt128 sum = UInt128.Zero;
        for (int uid = 0; uid < weights.Length; uid++)
        {
            UInt128 tao = (UInt128)(ulong)state.RootStake[uid] * taoWeight;
            UInt128 weight = ((UInt128)(ulong)state.AlphaStake[uid] << FractionBits) + tao;
            bool enough = uid == exempt || weight >> FractionBits >= (UInt128)(ulong)threshold;
            weights[uid] = enough ? weight : UInt128.Zero;
            sum += weights[uid];
        }

        for (int uid = 0; uid < weights.Length; uid++)
        {
            // The chain divides to 64 fraction bits and then cuts to 32, which is the floor to 32 bits at once.
            _ = Wide.TryDivideShift(weights[uid], sum, 32, out UInt128 share);
            workspace.Stake[uid] = new I32F32((long)share);
        }
    }

    private static void MarkPermits(EpochState state, SubnetParameters subnet, EpochWorkspace workspace)
    {
        Span<bool> next = workspace.NewPermit;
        if (subnet.Holds(Rule.TopKTiesFavourTheHigherUid))
        {
            Proportions.MarkLargest(workspace.Stake, subnet.MaxAllowedValidators, next, workspace.Ranking);
        }
        else
        {
            MarkLargestByLowerUid(workspace, subnet.MaxAllowedValidators);
        }

        for (int uid = 0; uid < next.Length; uid++)
        {
            bool needsStake = subnet.Era == EpochEra.V425 && subnet.Holds(Rule.PermitsNeedStake);
            next[uid] &= workspace.Stake[uid] != I32F32.Zero || !needsStake;
        }

        Span<bool> permit = workspace.Permit;
        (subnet.Holds(Rule.PermitsTakeEffectNextEpoch) ? state.ValidatorPermit : next).CopyTo(permit);
        if (state.OwnerUid >= 0 && state.OwnerUid < permit.Length && subnet.Holds(Rule.OwnerAlwaysHasAPermit))
        {
            permit[state.OwnerUid] = true;
            next[state.OwnerUid] = true;
        }
    }

    /// <summary>The broken tie rule, for tests: the mirror image of the real one.</summary>
    private static void MarkLargestByLowerUid(EpochWorkspace workspace, int k)
    {
        workspace.Stake.Reverse();
        Proportions.MarkLargest(workspace.Stake, k, workspace.NewPermit, workspace.Ranking);
        workspace.Stake.Reverse();
        workspace.NewPermit.Reverse();
    }
}
