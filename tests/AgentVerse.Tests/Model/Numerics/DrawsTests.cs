using AgentVerse.Model.Numerics;
using CsCheck;
using Xunit;

namespace AgentVerse.Tests.Model.Numerics;

public sealed class DrawsTests
{
    private static readonly Purpose Score = Purpose.Of("test.score");
    private static readonly Purpose Price = Purpose.Of("test.price");

    private static readonly Draws OneReplicate = new(seed: 42, replicate: 3);

    [Fact]
    public void Bits_are_the_low_half_of_the_block_of_the_documented_counter()
    {
        var key = StableHash.Combine(StableHash.Mix(42), 3);
        var high = ((ulong)((Score.Code << 12) | 5) << 32) | 17;
        var block = Philox4x32.Block(new UInt128(high, 0xFEEDUL), key);
        Assert.Equal((ulong)block, OneReplicate.Bits(0xFEED, 17, Score, 5));
    }

    [Fact]
    public void Each_part_of_the_address_moves_the_bits()
    {
        var bits = OneReplicate.Bits(1, 1, Score);
        Assert.Equal(bits, new Draws(42, 3).Bits(1, 1, Score));
        ulong[] others =
        [
            OneReplicate.Bits(2, 1, Score), OneReplicate.Bits(1, 2, Score), OneReplicate.Bits(1, 1, Price),
            OneReplicate.Bits(1, 1, Score, 1), new Draws(42, 4).Bits(1, 1, Score), new Draws(43, 3).Bits(1, 1, Score),
        ];
        Assert.DoesNotContain(bits, others);
        Assert.Equal(others.Length, others.Distinct().Count());
    }

    [Fact]
    public void A_draw_beyond_the_twelve_bits_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => OneReplicate.Bits(1, 1, Score, Draws.DrawMax + 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => OneReplicate.Bits(1, 1, Score, -1));
    }

    [Fact]
    public void The_extreme_uniforms_are_inside_the_interval_and_symmetric()
    {
        Assert.Equal(Math.ScaleB(1, -53), Quantiles.UniformFrom(0));
        Assert.Equal(1 - Math.ScaleB(1, -53), Quantiles.UniformFrom(ulong.MaxValue));
        Gen.ULong.Sample(bits => Quantiles.UniformFrom(bits) + Quantiles.UniformFrom(~bits) == 1);
    }

    [Fact]
    public void A_stream_draws_what_its_draws_draw() => Gen.Select(Gen.ULong, Gen.Int).Sample((stream, tick) =>
        OneReplicate.At(stream, tick).Bits(Price, 7) == OneReplicate.Bits(stream, tick, Price, 7)
        && OneReplicate.At(stream, tick).Uniform(Price) == OneReplicate.Uniform(stream, tick, Price));

    [Fact]
    public void Below_covers_its_range_evenly()
    {
        const int n = 7;
        const int count = 70_000;
        var hits = new int[n];
        for (var i = 0; i < count; i++)
        {
            hits[OneReplicate.At((ulong)i, 0).Below(Score, n)]++;
        }

        var chiSquare = hits.Sum(hit => Math.Pow(hit - (count / n), 2) / (count / n));
        Assert.InRange(chiSquare, 0.01, Statistics.FiveSigmaChiSquare(n - 1));
    }

    [Fact]
    public void Below_stays_below() => Gen.Select(Gen.ULong, Gen.Long[1, long.MaxValue]).Sample((stream, n) =>
        OneReplicate.At(stream, 0).Below(Score, n) is var k && k >= 0 && k < n);

    [Fact]
    public void Below_one_is_zero_and_below_zero_is_refused()
    {
        Assert.Equal(0, OneReplicate.At(5, 0).Below(Score, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => OneReplicate.At(5, 0).Below(Score, 0));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(15)]
    [InlineData(100_003)]
    public void Filling_many_gives_the_bits_of_drawing_one(int count)
    {
        var streams = Enumerable.Range(0, count).Select(i => StableHash.Mix((ulong)i)).ToArray();
        var results = new double[count];
        AssertFilled((stream, draws) => draws.At(stream, 9).Uniform(Price, 2),
            () => OneReplicate.FillUniforms(streams, 9, Price, results, 2));
        AssertFilled((stream, draws) => draws.At(stream, 9).Normal(Price, 2),
            () => OneReplicate.FillNormals(streams, 9, Price, results, 2));
        AssertFilled((stream, draws) => draws.At(stream, 9).Exponential(Price, 1, 2),
            () => OneReplicate.FillExponentials(streams, 9, Price, results, 2));
        AssertFilled((stream, draws) => draws.At(stream, 9).Gumbel(Price, 2),
            () => OneReplicate.FillGumbels(streams, 9, Price, results, 2));

        void AssertFilled(Func<ulong, Draws, double> one, Action fill)
        {
            fill();
            Assert.Equal(streams.Select(stream => one(stream, OneReplicate)), results);
        }
    }

    [Fact]
    public void Filling_refuses_a_span_of_another_length() =>
        Assert.Throws<ArgumentException>(() => OneReplicate.FillUniforms(new ulong[3], 0, Score, new double[4]));

    [Fact]
    public void Drawing_allocates_nothing()
    {
        var (streams, results) = (new ulong[1000], new double[1000]);
        DrawEverything(streams, results);
        var before = GC.GetAllocatedBytesForCurrentThread();
        DrawEverything(streams, results);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static void DrawEverything(ulong[] streams, double[] results)
    {
        OneReplicate.FillNormals(streams, 1, Score, results);
        OneReplicate.FillGumbels(streams, 1, Score, results);
        var stream = OneReplicate.At(1, 1);
        results[0] = stream.Normal(Score) + stream.LogNormal(Score, 0, 1) + stream.Pareto(Score, 1, 2)
            + stream.Poisson(Score, 100) + stream.Exponential(Score, 2) + stream.Gumbel(Score) + stream.Below(Score, 9);
    }
}
