using AgentVerse.Mechanisms.Intelligence.Bittensor.Arithmetic;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor;

/// <summary>The setting of weights: its checks, in the chain's order, and the scaling of what is stored.</summary>
/// <remarks>
/// Source: opentensor/subtensor 14bc6f9f, pallets/subtensor/src/subnets/weights.rs (do_set_weights,
/// internal_set_weights and the checks it calls).
/// </remarks>
public static class SetWeights
{
    /// <summary>
    /// The first check that fails when a validator sets weights itself: as <see cref="Check"/>, but with commit-reveal
    /// on the call is refused outright.
    /// </summary>
    public static WeightsError CheckDirect(in WeightsCaller caller, in WeightsCall call, SubnetParameters subnet) =>
        subnet.CommitRevealWeightsEnabled ? WeightsError.CommitRevealEnabled : Check(caller, call, subnet);

    /// <summary>
    /// The first check that fails, or None. The rate limit is asked only where weights are set directly.
    /// </summary>
    public static WeightsError Check(in WeightsCaller caller, in WeightsCall call, SubnetParameters subnet)
    {
        bool isSelfWeight = call.Values.Length == 1 && call.Uids.Length > 0 && call.Uids[0] == caller.Uid;
        bool isTooFast = !subnet.CommitRevealWeightsEnabled
            && !PassesRateLimit(caller.LastUpdate, caller.Block, subnet);
        bool needsPermit = !isSelfWeight || !subnet.Holds(Rule.SelfWeightNeedsNoPermit);
        int least = Math.Min(caller.NeuronCount, subnet.MinAllowedWeights);
        bool checksVersion = subnet.WeightsVersionKey != 0 && subnet.Holds(Rule.VersionKeysAreChecked);
        return caller.Netuid == 0 ? WeightsError.CanNotSetRootNetworkWeights
            : call.Uids.Length != call.Values.Length ? WeightsError.WeightVecNotEqualSize
            : !caller.MechanismExists ? WeightsError.MechanismDoesNotExist
            : call.Uids.Length > caller.NeuronCount ? WeightsError.UidsLengthExceedUidsInSubNet
            : caller.Uid < 0 ? WeightsError.HotKeyNotRegisteredInSubNet
            : caller.StakeWeight < subnet.Chain.StakeThreshold ? WeightsError.NotEnoughStakeToSetWeights
            : checksVersion && call.VersionKey < subnet.WeightsVersionKey ? WeightsError.IncorrectWeightVersionKey
            : isTooFast ? WeightsError.SettingWeightsTooFast
            : needsPermit && !caller.HasPermit ? WeightsError.NeuronNoValidatorPermit
            : HasDuplicate(call.Uids) ? WeightsError.DuplicateUids
            : call.Uids.ContainsAnyExceptInRange(0, caller.NeuronCount - 1) ? WeightsError.UidVecContainInvalidOne
            : !isSelfWeight && call.Values.Length < least ? WeightsError.WeightVecLengthIsLow
            : !isSelfWeight && ExceedsMaximum(call.Values, subnet) ? WeightsError.MaxWeightExceeded
            : WeightsError.None;
    }

    /// <summary>Whether enough blocks have passed since the last update; block 0 means never updated.</summary>
    public static bool PassesRateLimit(long lastUpdate, long block, SubnetParameters subnet)
    {
        long least = subnet.WeightsSetRateLimit + (subnet.Holds(Rule.RateLimitPassesAtTheLimit) ? 0 : 1);
        return lastUpdate == 0 || Math.Max(0, block - lastUpdate) >= least;
    }

    /// <summary>
    /// Stores weights that passed the checks, max-upscaled to 65535, as the caller's row; directly set weights also
    /// renew its last update (revealed ones renewed it when they were committed).
    /// </summary>
    public static void Store(
        MechanismState mechanism, in WeightsCaller caller, in WeightsCall call, SubnetParameters subnet)
    {
        ushort[] scaled = new ushort[call.Values.Length];
        MaxUpscale(call.Values, subnet, scaled);
        mechanism.Weights.SetRow(caller.Uid, call.Uids, scaled);
        if (!subnet.CommitRevealWeightsEnabled)
        {
            mechanism.LastUpdate[caller.Uid] = caller.Block;
        }
    }

    /// <summary>The stored form of weights: the largest becomes 65535; all zeros stay zeros.</summary>
    public static void MaxUpscale(ReadOnlySpan<ushort> values, SubnetParameters subnet, Span<ushort> scaled)
    {
        if (!subnet.Holds(Rule.WeightsAreMaxUpscaled))
        {
            values.CopyTo(scaled);
            return;
        }

        I32F32[] weights = new I32F32[values.Length];
        for (int i = 0; i < weights.Length; i++)
        {
            weights[i] = I32F32.FromInteger(values[i]);
        }

        Proportions.MaxUpscale(weights, scaled);
    }

    private static bool ExceedsMaximum(ReadOnlySpan<ushort> values, SubnetParameters subnet)
    {
        if (subnet.MaxWeightLimit == ushort.MaxValue)
        {
            return false;
        }

        ushort[] scaled = new ushort[values.Length];
        MaxUpscale(values, subnet, scaled);
        return !Proportions.IsMaxLimited(scaled, subnet.MaxWeightLimit);
    }

    private static bool HasDuplicate(ReadOnlySpan<int> uids)
    {
        Span<ulong> seen = stackalloc ulong[(ushort.MaxValue + 1) / 64];
        seen.Clear();
        foreach (int uid in uids)
        {
            ulong bit = 1UL << (uid & 63);
            ref ulong word = ref seen[(uid >> 6) & (seen.Length - 1)];
            if ((word & bit) != 0)
            {
                return true;
            }

            word |= bit;
        }

        return false;
    }
}
