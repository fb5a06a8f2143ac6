using System.Text.Json;
using AgentVerse.Measures.Statistics;
using AgentVerse.Model;
using AgentVerse.Model.Numerics;
using CsCheck;
using Xunit;

namespace AgentVerse.Tests.Measures.Statistics;

public class IntervalTests
{
    [Fact]
    public void T_interval_of_the_vectors()
    {
        JsonElement vector = Vectors.Measure("ci.t95");
        Interval interval = Interval.OfMean(Vectors.Numbers(vector.GetProperty("input").GetProperty("x")), 0.95);
        double half = vector.GetProperty("expected").GetProperty("half_width").GetDouble();
        Assert.Equal(10.76, interval.Estimate, 1e-12);
        Assert.Equal(10.76 - half, interval.Low!.Value, 1e-9);
        Assert.Equal(10.76 + half, interval.High!.Value, 1e-9);
        Assert.Equal(10, interval.Count);
    }

    [Fact]
    public void Wilson_interval_of_the_vectors()
    {
        JsonElement expected = Vectors.Measure("ci.wilson_8_of_10").GetProperty("expected");
        Interval interval = Interval.OfShare(8, 10, 0.95);
        Assert.Equal(0.8, interval.Estimate);
        Assert.Equal(expected.GetProperty("lo").GetDouble(), interval.Low!.Value, 1e-9);
        Assert.Equal(expected.GetProperty("hi").GetDouble(), interval.High!.Value, 1e-9);
    }

    [Fact]
    public void Replicates_for_a_width_of_the_vectors()
    {
        JsonElement vector = Vectors.Measure("replicates.stein_fixed_width");
        Moments pilot = new(10, 5, 9 * 2.0 * 2.0);
        Assert.Equal(2, pilot.StandardDeviation);
        Assert.Equal(vector.GetProperty("expected").GetInt64(), Interval.ReplicatesFor(0.5, pilot, 0.95));
        Assert.Equal(10, Interval.ReplicatesFor(1e9, pilot, 0.95));
    }

    /// <summary>Table of Student's t, two-sided; to the digits of R's qt.</summary>
    [Theory]
    [InlineData(1, 0.975, 12.706204736174698)]
    [InlineData(2, 0.975, 4.302652729749464)]
    [InlineData(9, 0.975, 2.262157162740992)]
    [InlineData(30, 0.995, 2.7499956535672463)]
    [InlineData(1000, 0.95, 1.6463788172854639)]
    [InlineData(5, 0.025, -2.570581836314733)]
    public void T_quantiles_are_those_of_the_table(int freedom, double probability, double expected) =>
        Assert.Equal(expected, StudentT.Quantile(probability, freedom), Math.Abs(expected) * 1e-9);

    [Fact]
    public void One_replicate_has_an_estimate_and_no_interval()
    {
        Assert.Equal(new Interval(3, null, null, 0.95, 1), Interval.OfMean([3], 0.95));
        Assert.Equal(new Interval(double.NaN, null, null, 0.95, 0), Interval.OfMean([], 0.95));
        Assert.Equal(new Interval(double.NaN, null, null, 0.95, 0), Interval.OfShare(0, 0, 0.95));
    }

    [Fact]
    public void A_replicate_where_the_measure_is_not_defined_does_not_count() =>
        Assert.Equal(Interval.OfMean([1, 2], 0.95), Interval.OfMean([1, double.NaN, 2, double.NaN], 0.95));

    [Fact]
    public void A_share_stays_within_its_bounds() =>
        Gen.Select(Gen.Long[0, 50], Gen.Long[0, 50], Gen.Double[0.5, 0.999]).Sample((a, b, level) =>
        {
            long trials = Math.Max(1, Math.Max(a, b));
            Interval interval = Interval.OfShare(Math.Min(a, b), trials, level);
            Assert.InRange(interval.Low!.Value, 0, interval.Estimate);
            Assert.InRange(interval.High!.Value, interval.Estimate, 1);
        });

    [Fact]
    public void T_intervals_cover_the_mean_as_often_as_they_say()
    {
        // Of 4,000 samples of 5 normal values 95 % must cover their mean; 5 standard errors are 1.7 points.
        int covered = 0;
        var random = new Random(20261122);
        for (int i = 0; i < 4000; i++)
        {
            double[] x = [.. Enumerable.Range(0, 5).Select(_ => Quantiles.Normal(1 - random.NextDouble()))];
            Interval interval = Interval.OfMean(x, 0.95);
            covered += interval.Low <= 0 && interval.High >= 0 ? 1 : 0;
        }

        Assert.InRange(covered / 4000.0, 0.933, 0.967);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(1.0)]
    [InlineData(double.NaN)]
    public void A_level_is_a_share(double level)
    {
        Assert.Throws<InvariantException>(() => Interval.OfMean([1, 2], level));
        Assert.Throws<InvariantException>(() => Interval.OfShare(1, 2, level));
    }
}
