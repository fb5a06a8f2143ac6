using System.Numerics;
using AgentVerse.Model.Numerics;
using CsCheck;
using Xunit;

namespace AgentVerse.Tests.Model.Numerics;

public sealed class ApportionTests
{
    private static readonly Gen<long[]> Weights = Gen.OneOf(
        Gen.Long[0, 9].Array[0, 30], Gen.Long[0, long.MaxValue].Array[0, 30]);

    private static readonly Gen<long> Totals = Gen.OneOf(Gen.Long[0, 100], Gen.Long[0, long.MaxValue]);

    // Quotas 47, 16, 15.8, 12, 6.1 and 3.1: floors sum to 99, and the one left goes to .8.
    [Fact]
    public void A_hundred_seats_by_hand() => AssertSplit(
        100, [47_000, 16_000, 15_800, 12_000, 6_100, 3_100], [47, 16, 16, 12, 6, 3], 0);

    [Fact]
    public void Equal_remainders_go_to_the_earlier() => AssertSplit(5, [1, 1, 1], [2, 2, 1], 0);

    [Fact]
    public void Zero_total_weight_pays_nobody_and_returns_the_total()
    {
        AssertSplit(5, [0, 0], [0, 0], 5);
        AssertSplit(5, [], [], 5);
    }

    [Fact]
    public void Parts_sum_to_the_whole() => Gen.Select(Totals, Weights).Sample((total, weights) =>
    {
        var (left, parts) = Split(total, weights);
        return parts.Sum() + left == total && (left == 0 || weights.All(w => w == 0));
    });

    [Fact]
    public void Each_part_is_its_quota_rounded_down_or_up() => Gen.Select(Totals, Weights).Sample((total, weights) =>
    {
        var parts = Split(total, weights).Parts;
        var sum = weights.Aggregate(BigInteger.Zero, (s, w) => s + w);
        return sum == 0 || parts.Zip(weights).All(pair =>
        {
            var excess = (pair.First * sum) - ((BigInteger)total * pair.Second);
            return BigInteger.Abs(excess) < sum;
        });
    });

    [Fact]
    public void A_weight_of_zero_gets_nothing() => Gen.Select(Totals, Weights).Sample((total, weights) =>
        Split(total, weights).Parts.Zip(weights).All(pair => pair.Second > 0 || pair.First == 0));

    [Fact]
    public void A_larger_weight_never_gets_less() => Gen.Select(Totals, Weights).Sample((total, weights) =>
    {
        var parts = Split(total, weights).Parts;
        var order = Enumerable.Range(0, weights.Length).OrderBy(i => weights[i]).ThenByDescending(i => i).ToArray();
        return order.Zip(order.Skip(1)).All(pair => parts[pair.First] <= parts[pair.Second]);
    });

    [Fact]
    public void Relabelling_permutes_the_parts_of_distinct_weights() =>
        Gen.Select(Totals, Weights, Gen.Int).Sample((total, weights, seed) =>
        {
            // Different weights can share a remainder, where position decides; their parts then differ by one at most.
            var distinct = weights.Distinct().ToArray();
            var shuffled = distinct.OrderBy(w => StableHash.Combine((ulong)seed, (ulong)w)).ToArray();
            var (a, b) = (Split(total, distinct).Parts, Split(total, shuffled).Parts);
            var remainders = Remainders(total, distinct);
            var most = remainders.Distinct().Count() == remainders.Length ? 0 : 1;
            return distinct.Select((w, i) => a[i] - b[Array.IndexOf(shuffled, w)]).All(d => Math.Abs(d) <= most);
        });

    [Fact]
    public void Equal_weights_get_parts_that_differ_by_one_at_most_earlier_first() =>
        Gen.Select(Totals, Gen.Int[1, 50]).Sample((total, n) =>
        {
            var parts = Split(total, Enumerable.Repeat(3L, n).ToArray()).Parts;
            return parts.Zip(parts.Skip(1)).All(pair => pair.First >= pair.Second) && parts[0] - parts[^1] <= 1;
        });

    [Fact]
    public void The_type_of_the_weights_does_not_matter() => Gen.Select(Totals, Weights).Sample((total, weights) =>
    {
        var parts = Split(total, weights).Parts;
        var wide = weights.Select(w => (UInt128)w).ToArray();
        return parts.SequenceEqual(Split(total, wide).Parts)
            && parts.SequenceEqual(Split(total, weights.Select(w => (Int128)w).ToArray()).Parts);
    });

    [Fact]
    public void Impossible_input_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Split(-1, [1L]));
        Assert.Throws<ArgumentException>(() => Apportion.LargestRemainder(1, new long[2], new long[3]));
        Assert.Throws<OverflowException>(() => Split(1, [3L, -1]));
        Assert.Throws<OverflowException>(() => Split(2, [UInt128.MaxValue]));
        Assert.Throws<OverflowException>(() => Split(1, [UInt128.MaxValue, UInt128.One]));
    }

    [Fact]
    public void Splitting_allocates_nothing_once_warm()
    {
        var (weights, parts) = (Enumerable.Range(1, 200).Select(i => (long)i).ToArray(), new long[200]);
        Apportion.LargestRemainder(1_000_003, weights, parts);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Apportion.LargestRemainder(1_000_033, weights, parts);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static void AssertSplit(long total, long[] weights, long[] parts, long left)
    {
        var split = Split(total, weights);
        Assert.Equal(parts, split.Parts);
        Assert.Equal(left, split.Left);
    }

    private static (long Left, long[] Parts) Split<TWeight>(long total, TWeight[] weights)
        where TWeight : struct, IBinaryInteger<TWeight>
    {
        var parts = new long[weights.Length];
        return (Apportion.LargestRemainder<TWeight>(total, weights, parts), parts);
    }

    private static BigInteger[] Remainders(long total, long[] weights)
    {
        var sum = weights.Aggregate(BigInteger.Zero, (s, w) => s + w);
        return [.. weights.Select(w => sum == 0 ? 0 : (BigInteger)total * w % sum)];
    }
}
