using AgentVerse.Model.Numerics;
using CsCheck;
using Xunit;

namespace AgentVerse.Tests.Model.Numerics;

public sealed class HistogramTests
{
    private static readonly Gen<double> Doubles = Gen.OneOf(
        Gen.Double[-1000, 1000], Gen.Double.Where(double.IsFinite), Gen.Const(0.0), Gen.Const(double.MaxValue));

    private static readonly long[] Edges = [0, long.MaxValue, long.MinValue, -long.MaxValue, 255, 256, 257];

    private static readonly Gen<long> Longs = Gen.OneOf(
        Gen.Long[-300, 300], Gen.Long, Gen.Int[0, Edges.Length - 1].Select(i => Edges[i]));

    private static readonly Gen<int> Precision = Gen.Int[0, Histogram<double>.PrecisionBitsMax];

    [Fact]
    public void A_double_is_read_back_within_the_stated_error() => Gen.Select(Doubles, Precision).Sample((x, bits) =>
    {
        var histogram = new DoubleHistogram(bits);
        var error = Math.Abs(histogram.ValueOf(histogram.BucketOf(x)) - x);
        return error <= Math.Max(Math.ScaleB(Math.Abs(x), -bits - 1), double.IsNormal(x) ? 0 : Math.Abs(x));
    });

    [Fact]
    public void A_long_is_read_back_within_the_stated_error() => Gen.Select(Longs, Precision).Sample((x, bits) =>
    {
        var histogram = new LongHistogram(bits);
        var error = Int128.Abs((Int128)histogram.ValueOf(histogram.BucketOf(x)) - x);
        return error << (bits + 1) <= Int128.Abs(x);
    });

    [Fact]
    public void Small_longs_are_exact()
    {
        var histogram = new LongHistogram(7);
        Assert.All(Enumerable.Range(-255, 511), i => Assert.Equal(i, histogram.ValueOf(histogram.BucketOf(i))));
    }

    [Fact]
    public void Buckets_are_in_the_order_of_the_values_and_mirrored()
    {
        Gen.Select(Doubles, Doubles, Precision).Sample((x, y, bits) =>
        {
            var histogram = new DoubleHistogram(bits);
            return histogram.BucketOf(Math.Min(x, y)) <= histogram.BucketOf(Math.Max(x, y))
                && histogram.BucketOf(-x) == -histogram.BucketOf(x);
        });
        Gen.Select(Longs, Longs, Precision).Sample((x, y, bits) =>
        {
            var histogram = new LongHistogram(bits);
            return histogram.BucketOf(Math.Min(x, y)) <= histogram.BucketOf(Math.Max(x, y))
                && (x == long.MinValue || histogram.BucketOf(-x) == -histogram.BucketOf(x));
        });
    }

    [Fact]
    public void Neighbouring_buckets_have_no_gap()
    {
        var histogram = new LongHistogram(2);
        var buckets = Enumerable.Range(0, 5000).Select(i => histogram.BucketOf(i)).Distinct().ToArray();
        Assert.Equal(Enumerable.Range(0, buckets.Length), buckets);
        Assert.Equal(1, new DoubleHistogram(3).BucketOf(2.2250738585072014e-308));
    }

    [Fact]
    public void Quantiles_are_within_the_stated_error_of_the_sorted_values() =>
        Gen.Select(Longs.Array[1, 200], Gen.Double[0, 1], Precision).Sample((values, q, bits) =>
        {
            var histogram = Filled(values, bits);
            var rank = Math.Clamp((int)Math.Ceiling(q * values.Length), 1, values.Length);
            Array.Sort(values);
            var exact = (Int128)values[rank - 1];
            return Int128.Abs(histogram.Quantile(q) - exact) << (bits + 1) <= Int128.Abs(exact);
        });

    [Fact]
    public void Parts_merged_in_any_order_equal_the_whole() =>
        Gen.Select(Doubles.Array[0, 200], Gen.Int[1, 9], Gen.ULong).Sample((values, partCount, seed) =>
        {
            var whole = new DoubleHistogram();
            var parts = Enumerable.Range(0, partCount).Select(_ => new DoubleHistogram()).ToArray();
            for (var i = 0; i < values.Length; i++)
            {
                whole.Add(values[i]);
                parts[(int)(StableHash.Combine(seed, (ulong)i) % (ulong)partCount)].Add(values[i]);
            }

            var merged = new DoubleHistogram();
            foreach (var part in parts.OrderBy(part => StableHash.Combine(seed, (ulong)part.Count)))
            {
                merged.Merge(part);
            }

            return Same(whole, merged);
        });

    [Fact]
    public void A_histogram_survives_its_arrays() => Gen.Select(Longs.Array[0, 100], Precision).Sample((values, bits) =>
    {
        var histogram = Filled(values, bits);
        var copy = new LongHistogram(bits, histogram.Buckets, histogram.Counts);
        copy.Add(12);
        histogram.Add(12);
        return Same(histogram, copy);
    });

    [Fact]
    public void Merging_with_itself_doubles_each_count()
    {
        var histogram = Filled([1, 1, 5, -7], 4);
        histogram.Merge(histogram);
        Assert.Equal([-7, 1, 5], histogram.Buckets.ToArray());
        Assert.Equal([2L, 4, 2], histogram.Counts.ToArray());
        Assert.Equal(8, histogram.Count);
    }

    [Fact]
    public void A_counted_addition_is_many_and_none_is_nothing()
    {
        var histogram = new LongHistogram();
        histogram.Add(3, 10);
        histogram.Add(4, 0);
        Assert.Equal([3], histogram.Buckets.ToArray());
        Assert.Equal(10, histogram.Count);
        histogram.Clear();
        Assert.Equal(0, histogram.Count);
        Assert.True(histogram.Buckets.IsEmpty);
    }

    [Fact]
    public void Impossible_input_is_refused()
    {
        var histogram = new DoubleHistogram();
        Assert.Throws<InvalidOperationException>(() => histogram.Quantile(0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => histogram.Quantile(1.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => histogram.Quantile(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => histogram.Add(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => histogram.Add(double.PositiveInfinity));
        Assert.Throws<ArgumentOutOfRangeException>(() => histogram.Add(1, -1));
        Assert.Throws<ArgumentException>(() => histogram.Merge(new DoubleHistogram(3)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LongHistogram(17));
        Assert.Throws<ArgumentException>(() => new LongHistogram(7, [2, 1], [1, 1]));
        Assert.Throws<ArgumentException>(() => new LongHistogram(7, [1], [0]));
        Assert.Throws<ArgumentException>(() => new LongHistogram(7, [1], []));
        Assert.Throws<OverflowException>(() => new LongHistogram(7, [1, 2], [long.MaxValue, 1]));
    }

    private static LongHistogram Filled(long[] values, int bits)
    {
        var histogram = new LongHistogram(bits);
        foreach (var value in values)
        {
            histogram.Add(value);
        }

        return histogram;
    }

    private static bool Same<T>(Histogram<T> a, Histogram<T> b)
        where T : struct =>
        a.Count == b.Count && a.Buckets.SequenceEqual(b.Buckets) && a.Counts.SequenceEqual(b.Counts);
}
