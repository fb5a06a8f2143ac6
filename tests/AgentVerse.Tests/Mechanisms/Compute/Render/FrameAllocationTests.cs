using AgentVerse.Mechanisms.Compute.Render;

using CsCheck;

using Xunit;

namespace AgentVerse.Tests.Mechanisms.Compute.Render;

public sealed class FrameAllocationTests
{
    private static readonly Gen<(long Frames, (long Weight, long Capacity)[] Nodes, ulong First, ulong Second)> Any =
        Gen.Select(
            Gen.Long[0, 5000],
            Gen.Select(Gen.OneOf(Gen.Const(0L), Gen.Long[1, 1L << 50]), Gen.Long[0, 300]).Array[0, 40],
            Gen.ULong, Gen.ULong);

    [Fact]
    public void Every_frame_is_dealt_or_returned_and_no_capacity_exceeded() => Any.Sample(ask =>
    {
        (long[] counts, long left) = Deal(ask.Frames, ask.Nodes, ask.First, ask.Second);
        Assert.Equal(ask.Frames, counts.Sum() + left);
        Assert.All(counts.Zip(ask.Nodes), c => Assert.InRange(c.First, 0, c.Second.Capacity));
        Assert.True(left == 0 || ask.Nodes.Sum(n => n.Capacity) == counts.Sum());
    });

    /// <summary>The mean over evenly spaced offsets is the exact share of each node, to a frame over their number.</summary>
    [Fact]
    public void In_the_mean_over_offsets_a_node_gets_its_share_exactly()
    {
        (long Weight, long Capacity)[] nodes = [(1, 1000), (2, 1000), (7, 1000), (90, 1000)];
        const int offsets = 1024;
        long[] sums = new long[4];
        for (ulong i = 0; i < offsets; i++)
        {
            (long[] counts, _) = Deal(3, nodes, i << 54, 0);
            for (int n = 0; n < 4; n++)
            {
                sums[n] += counts[n];
            }
        }

        for (int n = 0; n < 4; n++)
        {
            Assert.InRange(sums[n], (offsets * 3 * nodes[n].Weight / 100.0) - 2, (offsets * 3 * nodes[n].Weight / 100.0) + 2);
        }
    }

    [Fact]
    public void No_count_is_a_frame_or_more_off_its_share_while_capacities_are_wide() =>
        Gen.Select(Gen.Long[1, 100_000], Gen.Long[0, 1_000_000].Array[1, 30], Gen.ULong).Sample((frames, weights, offset) =>
        {
            double sum = weights.Sum();
            if (sum == 0)
            {
                return;
            }

            (long[] counts, _) = Deal(frames, [.. weights.Select(w => (w, frames))], offset, 0);
            Assert.All(counts.Zip(weights), c => Assert.True(Math.Abs(c.First - (frames * c.Second / sum)) < 1 + 1e-6));
        });

    [Fact]
    public void Without_weights_capacity_alone_decides()
    {
        (long[] counts, long left) = Deal(6, [(0, 2), (0, 4)], 1, 2);
        Assert.Equal([2, 4], counts);
        Assert.Equal(0, left);
    }

    /// <summary>Weights that need 128 bits deal as the same weights that do not.</summary>
    [Fact]
    public void The_width_of_the_numbers_changes_no_count() =>
        Gen.Select(Gen.Long[0, 5000], Gen.Select(Gen.Long[0, 1L << 20], Gen.Long[0, 300]).Array[1, 40]).Sample(
            (frames, nodes) =>
            {
                (long[] narrow, long left) = Deal(frames, nodes, 0, 0);
                (long[] wide, long leftWide) = Deal(frames, [.. nodes.Select(n => (n.Item1 << 30, n.Item2))], 0, 0);
                Assert.Equal(narrow, wide);
                Assert.Equal(left, leftWide);
            });

    private static (long[] Counts, long Left) Deal(
        long frames, (long Weight, long Capacity)[] nodes, ulong first, ulong second)
    {
        long[] counts = new long[nodes.Length];
        FrameCapacity room = new()
        {
            Weights = nodes.Select(n => n.Weight).ToArray(),
            Capacities = nodes.Select(n => n.Capacity).ToArray(),
        };
        return (counts, FrameAllocation.Deal(frames, room, counts, (first, second)));
    }
}
