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
        for (int i = 0; i < weights.Length; i++)
        {
            sum += capacities[i] > 0 ? weights[i] : 0;
        }

        if (frames == 0 || sum == 0)
        {
            return frames;
        }

        // floor(48 bits of offset x sum / 2^48), in [0, sum); sums stay below 2^80.
        Int128 before = (Int128)(((UInt128)(offset >> 16) * (UInt128)sum) >> 48);
        long left = frames;
        for (int i = 0; i < weights.Length; i++)
        {
            if (capacities[i] <= 0 || weights[i] == 0)
            {
                continue;
            }

            before += (Int128)frames * weights[i];
            long share = (long)(before / sum);
            before -= share * sum;
            long dealt = Math.Min(share, capacities[i]);
            counts[i] += dealt;
            capacities[i] -= dealt;
            left -= dealt;
        }

        return left;
    }
}
