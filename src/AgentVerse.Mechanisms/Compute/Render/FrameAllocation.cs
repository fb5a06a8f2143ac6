using System.Numerics;

using AgentVerse.Model;

namespace AgentVerse.Mechanisms.Compute.Render;

/// <summary>
/// Deals frames to nodes in proportion to weights, within their capacities, without comparing pairs: O(nodes), whatever
/// the number of frames.
/// </summary>
/// <remarks>
/// Systematic sampling: node i gets floor((F C_i + u) / W) - floor((F C_(i-1) + u) / W) with C the running sum of
/// weights, W their sum and u uniform in [0, W): its expectation is exactly F w_i / W and all counts add to F. What
/// exceeds a capacity is dealt a second time by the capacity that is left, which always fits.
/// </remarks>
internal static class FrameAllocation
{
    /// <summary>Sums and products up to here fit 64 bits together.</summary>
    private const long Small = 1L << 62;

    /// <summary>Deals frames; what is dealt is added to the counts.</summary>
    /// <param name="frames">How many, at least 0.</param>
    /// <param name="nodes">Weight and capacity of each node; 0 leaves it out. Capacities are lowered by what is
    /// dealt.</param>
    /// <param name="counts">Frames of each node: raised.</param>
    /// <param name="offsets">Two uniform numbers of 64 bits.</param>
    /// <returns>Frames for which there was no capacity.</returns>
    internal static long Deal(
        long frames, in FrameCapacity nodes, Span<long> counts, (ulong First, ulong Second) offsets)
    {
        long left = Pass(frames, nodes.Weights, nodes.Capacities, counts, offsets.First);
        if (left == 0)
        {
            return 0;
        }

        Int128 room = 0;
        foreach (long capacity in nodes.Capacities)
        {
            room += capacity;
        }

        long fitting = room < left ? (long)room : left;
        long[] rest = nodes.Capacities.ToArray();
        long lost = Pass(fitting, rest, nodes.Capacities, counts, offsets.Second);
        Invariant.Check(lost == 0, "frames that fit are dealt in two passes");
        return left - fitting;
    }

    private static long Pass(
        long frames, ReadOnlySpan<long> weights, Span<long> capacities, Span<long> counts, ulong offset)
    {
        Int128 sum = 0;
        long most = 1;
        for (int i = 0; i < weights.Length; i++)
        {
            sum += capacities[i] > 0 ? weights[i] : 0;
            most = Math.Max(most, weights[i]);
        }

        if (frames == 0 || sum == 0)
        {
            return frames;
        }

        // floor(48 bits of offset x sum / 2^48), in [0, sum); sums stay below 2^80.
        UInt128 before = ((UInt128)(offset >> 16) * (UInt128)sum) >> 48;
        FrameCapacity nodes = new() { Weights = weights, Capacities = capacities };
        return sum <= Small && frames <= Small / most
            ? Hand(frames, nodes, counts, ((ulong)sum, (ulong)before))
            : Hand(frames, nodes, counts, ((UInt128)sum, before));
    }

    /// <summary>Hands out along the sums; the numbers are as wide as they need to be.</summary>
    private static long Hand<T>(long frames, in FrameCapacity nodes, Span<long> counts, (T Whole, T Before) sums)
        where T : unmanaged, IBinaryInteger<T>
    {
        T scale = T.CreateTruncating(frames);
        T whole = sums.Whole;
        T before = sums.Before;
        long left = frames;
        for (int i = 0; i < nodes.Weights.Length; i++)
        {
            if (nodes.Capacities[i] <= 0 || nodes.Weights[i] == 0)
            {
                continue;
            }

            before += scale * T.CreateTruncating(nodes.Weights[i]);
            if (before < whole)
            {
                continue;
            }

            T share = before / whole;
            before -= share * whole;
            long dealt = Math.Min(long.CreateTruncating(share), nodes.Capacities[i]);
            counts[i] += dealt;
            nodes.Capacities[i] -= dealt;
            left -= dealt;
        }

        return left;
    }
}
