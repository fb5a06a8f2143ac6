using AgentVerse.Mechanisms.Intelligence.Bittensor.Arithmetic;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor;

/// <summary>The division of an epoch among sub-mechanisms, and the union of their results.</summary>
/// <remarks>Source: opentensor/subtensor 14bc6f9f, pallets/subtensor/src/subnets/mechanism.rs.</remarks>
public static class MechanismSplit
{
    /// <summary>
    /// Emission of each sub-mechanism: even, or floor(emission * share / 65535) by the subnet's split; what rounding or
    /// a short split leaves goes to mechanism 0, so that the parts sum to the whole.
    /// </summary>
    /// <param name="emission">Base units, at least 0.</param>
    /// <param name="subnet">The split.</param>
    /// <param name="parts">Result, one for each mechanism, at least one.</param>
    public static void Of(long emission, SubnetParameters subnet, Span<long> parts)
    {
        IReadOnlyList<int> shares = subnet.MechanismEmissionSplit;
        long rest = emission;
        for (int m = 0; m < parts.Length; m++)
        {
            parts[m] = shares.Count == 0 ? emission / parts.Length
                : m < shares.Count ? (long)((Int128)emission * shares[m] / ushort.MaxValue)
                : 0;
            rest -= parts[m];
        }

        parts[0] += rest;
    }

    /// <summary>
    /// Whether a split may be set: none (even), or at most one share for each mechanism that sum to 65535; otherwise
    /// the chain answers InvalidValue.
    /// </summary>
    public static bool IsValid(IReadOnlyList<int> shares, int mechanismCount) =>
        shares.Count == 0 || (shares.Count <= mechanismCount && shares.Sum() == ushort.MaxValue);

    /// <summary>
    /// Adds the workspace's results to the state with the mechanism's part of the emission as weight.
    /// </summary>
    internal static void Accumulate(EpochState state, EpochWorkspace workspace, U64F64 part, bool isFirst)
    {
        for (int uid = 0; uid < state.NeuronCount; uid++)
        {
            ushort stakeWeight = workspace.Stake[uid].ToU16Proportion();
            ushort consensus = workspace.Consensus[uid].ToU16Proportion();
            ushort dividends = workspace.Dividends[uid].ToU16Proportion();
            ushort trust = workspace.ValidatorTrust[uid].ToU16Proportion();
            state.StakeWeight[uid] = Weighted(isFirst ? 0 : state.StakeWeight[uid], stakeWeight, part);
            state.Consensus[uid] = Weighted(isFirst ? 0 : state.Consensus[uid], consensus, part);
            state.Dividends[uid] = Weighted(isFirst ? 0 : state.Dividends[uid], dividends, part);
            state.ValidatorTrust[uid] = Weighted(isFirst ? 0 : state.ValidatorTrust[uid], trust, part);
            state.Active[uid] = workspace.Active[uid] || (!isFirst && state.Active[uid]);
            U64F64 emission = U64F64.FromInteger(workspace.Emission[uid]) * part;
            state.Emission[uid] = (isFirst ? emission : U64F64.FromInteger(state.Emission[uid]) + emission).ToInteger();
            state.ServerEmission[uid] = (isFirst ? 0 : state.ServerEmission[uid]) + workspace.ServerEmission[uid];
            state.ValidatorEmission[uid] =
                (isFirst ? 0 : state.ValidatorEmission[uid]) + workspace.ValidatorEmission[uid];
        }
    }

    private static ushort Weighted(int before, ushort added, U64F64 part)
    {
        long sum = (U64F64.FromInteger(before) + (U64F64.FromInteger(added) * part)).ToInteger();
        return (ushort)Math.Min(sum, ushort.MaxValue);
    }
}
