using AgentVerse.Model.Numerics;
using CsCheck;
using MathNet.Numerics;
using Xunit;

namespace AgentVerse.Tests.Model.Numerics;

public sealed class QuantilesTests
{
    private const int SampleSize = 100_000;
    private static readonly Purpose Sample = Purpose.Of("test.sample");

    // The last three are published with AS 241; the others by root finding on mpmath's ncdf at 200 bits.
    [Theory]
    [InlineData(1.1102230246251565e-16, -8.209536151601387)]
    [InlineData(1e-12, -7.034483825301132)]
    [InlineData(0.02425, -1.972961051311885)]
    [InlineData(0.5, 0.0)]
    [InlineData(0.9, 1.2815515655446006)]
    [InlineData(0.9999, 3.7190164854557084)]
    [InlineData(0.9999999999999999, 8.209536151601387)]
    [InlineData(0.25, -0.6744897501960817)]
    [InlineData(0.001, -3.090232306167814)]
    [InlineData(1e-20, -9.262340089798408)]
    public void Normal_gives_the_known_values(double u, double expected) =>
        Assert.InRange(Math.Abs(Quantiles.Normal(u) - expected), 0, 6e-16 * Math.Abs(expected));

    [Fact]
    public void Normal_is_symmetric() => Gen.ULong.Select(Quantiles.UniformFrom)
        .Sample(u => Quantiles.Normal(u) == -Quantiles.Normal(1 - u));

    [Fact]
    public void Samples_fit_their_distributions()
    {
        AssertFits(draws => draws.Uniform(Sample), x => x);
        AssertFits(draws => draws.Normal(Sample), x => SpecialFunctions.Erfc(-x / Math.Sqrt(2)) / 2);
        AssertFits(draws => draws.Exponential(Sample, 0.2), x => 1 - Math.Exp(-0.2 * x));
        AssertFits(draws => draws.Gumbel(Sample), x => Math.Exp(-Math.Exp(-x)));
        AssertFits(draws => draws.LogNormal(Sample, 1, 0.5),
            x => SpecialFunctions.Erfc(-(Math.Log(x) - 1) / 0.5 / Math.Sqrt(2)) / 2);
        AssertFits(draws => draws.Pareto(Sample, 3, 1.5), x => 1 - Math.Pow(3 / x, 1.5));
    }

    [Fact]
    public void The_fit_would_notice_a_shift_of_two_hundredths()
    {
        var sample = Draw(draws => draws.Normal(Sample) + 0.02);
        var distance = Statistics.KolmogorovDistance(sample, x => SpecialFunctions.Erfc(-x / Math.Sqrt(2)) / 2);
        Assert.True(distance > Statistics.FiveSigmaKolmogorov);
    }

    [Fact]
    public void Streams_ticks_and_draws_are_uncorrelated()
    {
        var draws = new Draws(7, 0);
        var (sum, lag) = (new double[3], new Func<int, double>[3]);
        lag[0] = i => draws.At((ulong)i + 1, 0).Normal(Sample);
        lag[1] = i => draws.At((ulong)i, 1).Normal(Sample);
        lag[2] = i => draws.At((ulong)i, 0).Normal(Sample, 1);
        for (var i = 0; i < SampleSize; i++)
        {
            var x = draws.At((ulong)i, 0).Normal(Sample);
            for (var k = 0; k < sum.Length; k++)
            {
                sum[k] += x * lag[k](i);
            }
        }

        Assert.All(sum, s => Assert.InRange(Math.Abs(s) / Math.Sqrt(SampleSize), 0, Statistics.Sigmas));
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(3)]
    [InlineData(15.99)]
    [InlineData(16)]
    [InlineData(100.5)]
    [InlineData(12_345.678)]
    public void Poisson_has_its_mean_and_variance(double mean)
    {
        var sample = Draw(draws => draws.Poisson(Sample, mean));
        var average = sample.Average();
        var variance = sample.Sum(x => (x - mean) * (x - mean)) / sample.Length;

        // Var X = mean; Var (X - mean)² = mean + 2 mean².
        Assert.InRange(average - mean, -Error(mean), Error(mean));
        Assert.InRange(variance - mean, -Error(mean + (2 * mean * mean)), Error(mean + (2 * mean * mean)));

        static double Error(double variance) => Statistics.Sigmas * Math.Sqrt(variance / SampleSize);
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(15.9)]
    [InlineData(16.0)]
    [InlineData(16.99)]
    [InlineData(250.25)]
    [InlineData(40_000.5)]
    public void Poisson_steps_where_its_distribution_function_does(double mean)
    {
        var statedError = Math.ScaleB(1, -48) * Math.Sqrt(mean + 1);
        var (first, steps) = PoissonDistribution(mean);
        for (var i = 0; i < steps.Length; i++)
        {
            var (below, above) = (steps[i] - statedError, steps[i] + statedError);
            Assert.True(below <= 0 || Quantiles.Poisson(below, mean) <= first + i, $"{first + i}");
            Assert.True(above >= 1 || Quantiles.Poisson(above, mean) > first + i, $"{first + i}");
        }
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(15.9)]
    [InlineData(250.25)]
    [InlineData(1e6)]
    public void Poisson_stays_near_its_mean_at_the_ends_of_the_grid(double mean)
    {
        var reach = (9 * Math.Sqrt(mean)) + 40;
        Assert.InRange(Quantiles.Poisson(Quantiles.UniformFrom(0), mean), Math.Max(0, mean - reach), mean);
        Assert.InRange(Quantiles.Poisson(Quantiles.UniformFrom(ulong.MaxValue), mean), mean, mean + reach);
    }

    [Fact]
    public void Poisson_of_mean_zero_is_zero_and_takes_its_largest_mean()
    {
        Assert.Equal(0, Quantiles.Poisson(0.999, 0));
        Assert.InRange(Quantiles.Poisson(0.5, Quantiles.PoissonMeanMax), Quantiles.PoissonMeanMax - 2,
            Quantiles.PoissonMeanMax + 2);
    }

    [Fact]
    public void Variates_never_decrease_with_their_uniform() =>
        Gen.Select(Gen.ULong, Gen.ULong).Sample((a, b) =>
        {
            var (u, v) = (Quantiles.UniformFrom(Math.Min(a, b)), Quantiles.UniformFrom(Math.Max(a, b)));
            return Quantiles.Normal(u) <= Quantiles.Normal(v)
                && Quantiles.Exponential(u, 2) <= Quantiles.Exponential(v, 2)
                && Quantiles.Gumbel(u) <= Quantiles.Gumbel(v)
                && Quantiles.Pareto(u, 1, 2) <= Quantiles.Pareto(v, 1, 2)
                && Quantiles.Poisson(u, 50) <= Quantiles.Poisson(v, 50);
        });

    [Fact]
    public void Parameters_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantiles.Exponential(0.5, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantiles.Exponential(0.5, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantiles.LogNormal(0.5, 0, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantiles.Pareto(0.5, 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantiles.Pareto(0.5, 1, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantiles.Poisson(0.5, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantiles.Poisson(0.5, double.NaN));
    }

    /// <summary>
    /// P(X ≤ k) for k within 13 standard deviations: ratios of neighbours summed in 100 bits, and the sum set to 1.
    /// </summary>
    private static (long First, double[] Steps) PoissonDistribution(double mean)
    {
        var reach = (13 * Math.Sqrt(mean)) + 30;
        var first = (long)Math.Max(0, mean - reach);
        var sums = new DoubleDouble[(long)(mean + reach) - first + 1];
        DoubleDouble p = 1e-200;
        sums[0] = p;
        for (var i = 1; i < sums.Length; i++)
        {
            p = p * mean / (first + i);
            sums[i] = sums[i - 1] + p;
        }

        return (first, [.. sums.Select(sum => (sum / sums[^1]).Head)]);
    }

    private static double[] Draw(Func<StreamDraws, double> variate)
    {
        var draws = new Draws(20_260_701, 0);
        return [.. Enumerable.Range(0, SampleSize).Select(i => variate(draws.At((ulong)i, 5)))];
    }

    private static void AssertFits(Func<StreamDraws, double> variate, Func<double, double> distribution)
    {
        var distance = Statistics.KolmogorovDistance(Draw(variate), distribution);
        Assert.InRange(distance, 0.1, Statistics.FiveSigmaKolmogorov);
    }
}
