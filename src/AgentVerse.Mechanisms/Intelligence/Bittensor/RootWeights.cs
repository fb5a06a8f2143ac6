using AgentVerse.Model.Numerics;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor;

/// <summary>Parameters of the chain before alpha tokens, when root validators divided emission by weights.</summary>
/// <remarks>Source: opentensor/subtensor a2b8d70b (2024-07-17), runtime/src/lib.rs lines 838-883.</remarks>
public sealed record RootWeightsParameters
{
    /// <summary>Steepness of the sigmoid of trust; default 10.</summary>
    public double Rho { get; init; } = 10;

    /// <summary>Trust at which the sigmoid is 1/2, 1/65535; default 32767.</summary>
    public int Kappa { get; init; } = 32767;

    /// <summary>Weight of the old price when registration is repriced, 1/(2^64 - 1); default 0.</summary>
    public ulong AdjustmentAlpha { get; init; }

    /// <summary>Blocks between two repricings; default 100.</summary>
    public long AdjustmentInterval { get; init; } = 100;

    /// <summary>
    /// Registrations in an interval at which the price stays; default 2. Three times as many are the most.
    /// </summary>
    public int TargetRegistrationsPerInterval { get; init; } = 2;

    /// <summary>Registrations in a block; default 1.</summary>
    public int MaxRegistrationsPerBlock { get; init; } = 1;

    /// <summary>The owner's share of a subnet's TAO, 1/65535; default 11796 (18 %).</summary>
    public int SubnetOwnerCut { get; init; } = 11_796;

    /// <summary>Lowest registration price, rao; default 1 TAO.</summary>
    public long MinBurn { get; init; } = 1_000_000_000;

    /// <summary>Highest registration price, rao; default 100 TAO.</summary>
    public long MaxBurn { get; init; } = 100_000_000_000;
}

/// <summary>
/// Emission in July 2024: TAO only. Root validators weigh subnets; each subnet's epoch pays TAO to miners and
/// validators, and delegates share with their nominators.
/// </summary>
/// <remarks>
/// The epoch of a subnet is <see cref="Yuma"/> with <see cref="EpochEra.July2024"/>, Yuma2 bonds and full penalty.
/// Shares are doubles (I64F64 on the chain), payouts floored integers. Source: opentensor/subtensor a2b8d70b,
/// pallets/subtensor/src/root.rs::root_epoch, block_step.rs (blocks_until_next_epoch, generate_emission,
/// emit_inflation_through_hotkey_account, upgraded_burn).
/// </remarks>
public static class RootWeights
{
    /// <summary>
    /// Divides a block's TAO among subnets: rank R_s = sum S_i W_is, trust T_s = stake with W_is > 0, consensus
    /// C_s = 1 / (1 + e^(-rho (T_s - kappa))), share = C_s R_s / sum; amounts floored.
    /// </summary>
    /// <param name="stake">Stake of each root validator, rao.</param>
    /// <param name="weights">[validator * subnets + subnet], at least 0, in any scale.</param>
    /// <param name="blockEmission">rao.</param>
    /// <param name="parameters">rho, kappa.</param>
    /// <param name="tao">Result by subnet, rao; sums to at most the emission, all 0 without stake or weights.</param>
    public static void Allocate(
        ReadOnlySpan<long> stake,
        ReadOnlySpan<double> weights,
        long blockEmission,
        RootWeightsParameters parameters,
        Span<long> tao)
    {
        double[] rank = new double[tao.Length], trust = new double[tao.Length];
        double totalStake = 0, total = 0;
        foreach (long amount in stake)
        {
            totalStake += amount;
        }

        for (int validator = 0; validator < stake.Length && totalStake > 0; validator++)
        {
            AddRow(weights.Slice(validator * tao.Length, tao.Length), stake[validator] / totalStake, rank, trust);
        }

        double kappa = parameters.Kappa / 65535.0;
        for (int s = 0; s < tao.Length; s++)
        {
            rank[s] *= DeterministicMath.Sigmoid(parameters.Rho * (trust[s] - kappa));
            total += rank[s];
        }

        for (int s = 0; s < tao.Length; s++)
        {
            tao[s] = total > 0 ? (long)(rank[s] / total * blockEmission) : 0;
        }
    }

    /// <summary>
    /// Blocks to the next epoch of a subnet: tempo - (block + netuid + 1) mod (tempo + 1); 1000 (never) for tempo 0.
    /// </summary>
    public static long BlocksUntilNextEpoch(int netuid, int tempo, long block) =>
        tempo == 0 ? 1000 : tempo - ((block + netuid + 1) % (tempo + 1));

    /// <summary>
    /// The owner's TAO of a block's subnet emission, floored; the rest waits for the epoch, floored too.
    /// </summary>
    public static (long Owner, long Pending) SplitOwner(long tao, RootWeightsParameters parameters)
    {
        Int128 cut = (Int128)tao * parameters.SubnetOwnerCut;
        return ((long)(cut / ushort.MaxValue), (long)((((Int128)tao * ushort.MaxValue) - cut) / ushort.MaxValue));
    }

    /// <summary>
    /// Divides a delegate's validator emission: take first, the rest pro rata to stake, floored; what floors leave goes
    /// to the delegate, who also keeps all miner emission.
    /// </summary>
    /// <param name="emission">Validator emission of the hotkey, rao.</param>
    /// <param name="take">1/65535.</param>
    /// <param name="stake">Stake of each nominator with the hotkey, rao.</param>
    /// <param name="shares">Result by nominator, rao.</param>
    /// <returns>The delegate's take and what is left, rao; it and the shares sum to the emission.</returns>
    public static long ShareDelegate(long emission, int take, ReadOnlySpan<long> stake, Span<long> shares)
    {
        Int128 total = 0;
        foreach (long amount in stake)
        {
            total += amount;
        }

        long taken = (long)((Int128)emission * take / ushort.MaxValue);
        long rest = emission - taken, left = rest;
        for (int i = 0; i < shares.Length; i++)
        {
            shares[i] = total == 0 ? 0 : (long)((Int128)rest * stake[i] / total);
            left -= shares[i];
        }

        return taken + left;
    }

    /// <summary>
    /// The registration price after an interval: a * p + (1 - a) * p * (r + target) / (2 target), clamped; r
    /// registrations at the target leave it.
    /// </summary>
    public static long Reprice(long price, int registrations, RootWeightsParameters parameters)
    {
        int target = parameters.TargetRegistrationsPerInterval;
        double weight = (double)parameters.AdjustmentAlpha / ulong.MaxValue;
        double moved = (double)price * (registrations + target) / (2.0 * target);
        double next = (weight * price) + ((1 - weight) * moved);
        return (long)Math.Clamp(next, parameters.MinBurn, parameters.MaxBurn);
    }

    private static void AddRow(ReadOnlySpan<double> row, double stake, double[] rank, double[] trust)
    {
        double sum = 0;
        foreach (double weight in row)
        {
            sum += weight;
        }

        for (int s = 0; s < row.Length; s++)
        {
            rank[s] += sum > 0 ? stake * row[s] / sum : 0;
            trust[s] += row[s] > 0 ? stake : 0;
        }
    }
}
