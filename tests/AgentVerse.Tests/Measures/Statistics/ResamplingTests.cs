using AgentVerse.Measures.Statistics;
using AgentVerse.Model.Numerics;
using Xunit;

namespace AgentVerse.Tests.Measures.Statistics;

public class ResamplingTests
{
    private static readonly Purpose Test = Purpose.Of("tests.resampling");
    private static readonly Draws Random = new(11, 0);
    private static readonly Bootstrap Resampling = new(Random, 1);

    [Fact]
    public void Pairs_on_common_numbers_have_the_narrow_interval_of_their_difference()
    {
        double[] control = Normals(30, 0);
        double[] treatment = [.. control.Select((x, i) => x + 1 + (0.1 * Normals(30, 1)[i]))];
        PairedDifference paired = PairedDifference.Of(control, treatment, 0.95);
        Assert.InRange(paired.Difference.Low!.Value, 0.9, 1);
        Assert.InRange(paired.Difference.High!.Value, 1, 1.1);
        Assert.InRange(paired.Correlation, 0.98, 1);
        Assert.Equal(0.2, PairedDifference.VarianceOf(1, 0.9), 1e-12);
    }

    [Fact]
    public void A_pair_that_is_not_whole_does_not_count()
    {
        PairedDifference paired = PairedDifference.Of([1, 2, double.NaN, 4], [2, double.NaN, 3, 6], 0.95);
        Assert.Equal(2, paired.Difference.Count);
        Assert.Equal(1.5, paired.Difference.Estimate);
    }

    [Fact]
    public void The_same_runs_twice_differ_by_nothing_and_have_no_correlation_where_nothing_varies()
    {
        PairedDifference paired = PairedDifference.Of([3, 3, 3], [3, 3, 3], 0.95);
        Assert.Equal((0.0, 0.0, 0.0), (paired.Difference.Estimate, paired.Difference.Low, paired.Difference.High));
        Assert.True(double.IsNaN(paired.Correlation));
    }

    /// <summary>Of 400 experiments the nominal 95 % interval of a ratio of means must cover in about 380.</summary>
    [Fact]
    public void Bca_intervals_of_a_skewed_ratio_cover_as_often_as_they_say()
    {
        int covered = 0;
        for (int experiment = 0; experiment < 400; experiment++)
        {
            double[] x = [.. Normals(25, experiment + 100).Select(z => Math.Exp(0.5 * z))];
            double[] y = [.. Normals(25, experiment + 1000).Select(z => 2 + (0.3 * z))];
            double truth = Math.Exp(0.125) / 2;
            Interval interval = new Bootstrap(Random, (ulong)experiment).Bca(
                25, 0.95, picked => Mean(x, picked) / Mean(y, picked));
            covered += interval.Low <= truth && truth <= interval.High ? 1 : 0;
        }

        Assert.InRange(covered, 356, 394);
    }

    [Fact]
    public void The_bootstrap_gives_the_same_interval_again_and_another_for_another_stream()
    {
        double[] x = Normals(12, 3);
        Interval first = Resampling.Bca(12, 0.9, picked => Mean(x, picked));
        Assert.Equal(first, Resampling.Bca(12, 0.9, picked => Mean(x, picked)));
        Assert.NotEqual(first, new Bootstrap(Random, 2).Bca(12, 0.9, picked => Mean(x, picked)));
    }

    [Fact]
    public void What_never_varies_has_an_interval_of_one_point()
    {
        Interval interval = Resampling.Bca(5, 0.95, _ => 7);
        Assert.Equal((7.0, 7.0, 7.0), (interval.Estimate, interval.Low, interval.High));
    }

    [Fact]
    public void Too_few_replicates_or_an_undefined_ratio_have_no_interval()
    {
        Assert.Null(Resampling.Bca(2, 0.95, _ => 7).Low);
        Assert.Null(Resampling.Bca(9, 0.95, _ => double.NaN).Low);
        Assert.Equal(0, Resampling.Bca(0, 0.95, _ => 7).Count);
    }

    /// <summary>Eight splits that all gain nothing: the largest seems to gain, the band of all says no.</summary>
    [Fact]
    public void The_band_of_the_largest_holds_where_single_intervals_would_not()
    {
        int band = 0, single = 0;
        for (int experiment = 0; experiment < 200; experiment++)
        {
            double[][] gains = [.. Enumerable.Range(0, 8).Select(k => Normals(12, (experiment * 8) + k + 5000))];
            double[] income = [.. Enumerable.Repeat(2.0, 12)];
            Interval[] all = SimultaneousBand.OfRatios(
                gains, income, 0.95, new Bootstrap(Random, (ulong)experiment));
            band += all.All(i => i.Low <= 0 && i.High >= 0) ? 1 : 0;
            single += gains.All(g => Interval.OfMean(g, 0.95) is var i && i.Low <= 0 && i.High >= 0) ? 1 : 0;
        }

        Assert.InRange(band, 178, 200);
        Assert.InRange(single, 100, 165);
    }

    [Fact]
    public void The_largest_of_a_band_has_its_largest_ends()
    {
        Interval largest = SimultaneousBand.OfLargest(
            [new Interval(1, 0, 2, 0.95, 9), new Interval(0.5, -3, 4, 0.95, 9)]);
        Assert.Equal((1.0, 0.0, 4.0), (largest.Estimate, largest.Low, largest.High));
    }

    private static double Mean(double[] x, ReadOnlySpan<int> picked)
    {
        double sum = 0;
        foreach (int i in picked)
        {
            sum += x[i];
        }

        return sum / picked.Length;
    }

    private static double[] Normals(int count, int tick) =>
        [.. Enumerable.Range(0, count).Select(i => Random.At((ulong)i, tick).Normal(Test))];
}
