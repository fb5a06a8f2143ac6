using System.Text.Json;
using AgentVerse.Measures.Statistics;
using CsCheck;
using Xunit;

namespace AgentVerse.Tests.Measures.Statistics;

public class MomentsTests
{
    [Fact]
    public void NIST_NumAcc4_is_met()
    {
        double[] pair = [10000000.1, 10000000.3];
        double[] x = [10000000.2, .. Enumerable.Repeat(pair, 500).SelectMany(values => values)];
        JsonElement vector = Vectors.Measure("moments.nist_numacc4");
        Check(vector, "mean", Moments.Of(x).Mean);
        Check(vector, "sd", Moments.Of(x).StandardDeviation);
        Check(vector, "lag1", Moments.Autocorrelation(x));
    }

    [Fact]
    public void NIST_NumAcc1_is_met_exactly()
    {
        double[] x = Vectors.Numbers(Vectors.Measure("moments.nist_numacc1").GetProperty("input").GetProperty("x"));
        Assert.Equal(10000002, Moments.Of(x).Mean);
        Assert.Equal(1, Moments.Of(x).StandardDeviation);
        Assert.Equal(-0.5, Moments.Autocorrelation(x));
    }

    [Fact]
    public void Merged_moments_of_the_vectors()
    {
        JsonElement input = Vectors.Measure("moments.chan_merge").GetProperty("input");
        JsonElement expected = Vectors.Measure("moments.chan_merge").GetProperty("expected");
        Moments merged = Moments.Of(Vectors.Numbers(input.GetProperty("a")))
            .Merge(Moments.Of(Vectors.Numbers(input.GetProperty("b"))));
        Assert.Equal(expected.GetProperty("n").GetInt64(), merged.Count);
        Assert.Equal(expected.GetProperty("mean").GetDouble(), merged.Mean, 1e-9);
        Assert.Equal(expected.GetProperty("M2").GetDouble(), merged.SquaredDeviations, 1e-9);
    }

    [Fact]
    public void Merging_equals_the_whole_wherever_it_is_cut() =>
        Gen.Select(Gen.Double[-1e3, 1e3].Array[0, 50], Gen.Int[0, 50]).Sample((x, cut) =>
        {
            int at = Math.Min(cut, x.Length);
            Moments merged = Moments.Of(x.AsSpan(0, at)).Merge(Moments.Of(x.AsSpan(at)));
            Moments whole = Moments.Of(x);
            Assert.Equal(whole.Count, merged.Count);
            Assert.Equal(whole.Mean, merged.Mean, 1e-9);
            Assert.Equal(whole.SquaredDeviations, merged.SquaredDeviations, 1e-3);
        });

    [Fact]
    public void Few_values_have_no_spread()
    {
        Assert.Equal(0, default(Moments).Mean);
        Assert.Equal(double.NaN, default(Moments).Variance);
        Assert.Equal(double.NaN, Moments.Of([3]).StandardDeviation);
        Assert.Equal(0, Moments.Of([3, 3]).Variance);
        Assert.Equal(double.NaN, Moments.Autocorrelation([3, 3]));
    }

    [Fact]
    public void A_compensated_sum_keeps_what_a_plain_one_loses()
    {
        Assert.Equal(2, CompensatedSum.Of([1, 1e100, 1, -1e100]));
        Assert.Equal(0, CompensatedSum.Of([]));
        Assert.Equal(100_000, CompensatedSum.Of([.. Enumerable.Repeat(0.1, 1_000_000)]), 1e-10);
    }

    private static void Check(JsonElement vector, string name, double found) => Assert.Equal(
        vector.GetProperty("expected").GetProperty(name).GetDouble(), found,
        vector.GetProperty("tolerance").GetProperty(name).GetDouble());
}
