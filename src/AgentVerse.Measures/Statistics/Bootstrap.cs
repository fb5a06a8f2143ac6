using AgentVerse.Model;
using AgentVerse.Model.Numerics;

using MathNet.Numerics.Distributions;

namespace AgentVerse.Measures.Statistics;

/// <summary>A statistic of some replicates, which may stand in it several times.</summary>
/// <param name="replicates">Indices of replicates.</param>
public delegate double ReplicateStatistic(ReadOnlySpan<int> replicates);

/// <summary>
/// Intervals by resampling replicates, for what has no t interval: ratios, quantiles, Gini. Draws are counter-based, so
/// the same replicates give the same interval.
/// </summary>
/// <param name="draws">Randomness.</param>
/// <param name="stream">Whose draws: a hash of what is estimated.</param>
public readonly struct Bootstrap(Draws draws, ulong stream)
{
    /// <summary>Resamples of an interval.</summary>
    public const int Resamples = 2000;

    private const int DrawsPerStream = Draws.DrawMax + 1;
    private static readonly Purpose Pick = Purpose.Of("measures.bootstrap");

    /// <summary>
    /// The bias-corrected and accelerated interval: quantiles of the resampled statistic at Phi(z0 + (z0 + z) /
    /// (1 - a (z0 + z))), with z0 from the share of resamples below the estimate and a from the jackknife.
    /// <b>Source:</b> Efron and Tibshirani, An Introduction to the Bootstrap, section 14.3.
    /// </summary>
    /// <remarks>
    /// No interval with fewer than three replicates, where the estimate is not defined, or where it is not in a
    /// twentieth of the resamples; those resamples do not count. Cost: 2000 statistics and sorting them.
    /// </remarks>
    /// <param name="count">Number of replicates, at least 0.</param>
    /// <param name="level">In (0, 1).</param>
    /// <param name="statistic">The statistic; NaN where it is not defined.</param>
    public Interval Bca(int count, double level, ReplicateStatistic statistic)
    {
        int[] all = [.. Enumerable.Range(0, count)];
        double estimate = count == 0 ? double.NaN : statistic(all);
        if (count < 3 || !double.IsFinite(estimate))
        {
            return new Interval(estimate, null, null, level, count);
        }

        double[] resampled = Resampled(count, statistic);
        if (resampled.Length < Resamples * 19 / 20)
        {
            return new Interval(estimate, null, null, level, count);
        }

        double below = resampled.Count(r => r < estimate) + (0.5 * resampled.Count(r => r == estimate));
        double bias = Normal.InvCDF(0, 1, Math.Clamp(below / resampled.Length, 1e-9, 1 - 1e-9));
        double acceleration = Acceleration(all, statistic);
        double tail = Normal.InvCDF(0, 1, (1 + level) / 2);
        return new Interval(
            estimate, Quantile(resampled, Corrected(bias, acceleration, -tail)),
            Quantile(resampled, Corrected(bias, acceleration, tail)), level, count);
    }

    /// <summary>Replicates of one resample: as many as there are, with replacement.</summary>
    /// <param name="resample">Which, at least 0.</param>
    /// <param name="picked">Receives indices in [0, its length).</param>
    public void Resample(int resample, Span<int> picked)
    {
        for (int i = 0; i < picked.Length; i++)
        {
            ulong part = StableHash.Combine(stream, (ulong)(i / DrawsPerStream));
            picked[i] = (int)draws.At(part, resample).Below(Pick, picked.Length, i % DrawsPerStream);
        }
    }

    private double[] Resampled(int count, ReplicateStatistic statistic)
    {
        List<double> values = new(Resamples);
        int[] picked = new int[count];
        for (int resample = 0; resample < Resamples; resample++)
        {
            Resample(resample, picked);
            double value = statistic(picked);
            if (double.IsFinite(value))
            {
                values.Add(value);
            }
        }

        values.Sort();
        return [.. values];
    }

    /// <summary>a = sum d^3 / (6 (sum d^2)^(3/2)) with d = mean of the leave-one-out statistics - statistic.</summary>
    private static double Acceleration(int[] all, ReplicateStatistic statistic)
    {
        double[] without = [.. all.Select(i => statistic([.. all[..i], .. all[(i + 1)..]]))];
        double mean = Moments.Of(without).Mean;
        double cubes = 0, squares = 0;
        foreach (double value in without)
        {
            double d = mean - value;
            squares += d * d;
            cubes += d * d * d;
        }

        double acceleration = cubes / (6 * squares * Math.Sqrt(squares));
        return double.IsFinite(acceleration) ? acceleration : 0;
    }

    private static double Corrected(double bias, double acceleration, double z)
    {
        double shifted = bias + z;
        return Normal.CDF(0, 1, bias + (shifted / (1 - (acceleration * shifted))));
    }

    /// <summary>The quantile of sorted values between the two nearest.</summary>
    internal static double Quantile(ReadOnlySpan<double> sorted, double probability)
    {
        Invariant.Check(sorted.Length > 0, "a quantile is of something");
        double place = Math.Clamp(probability, 0, 1) * (sorted.Length - 1);
        int low = (int)place;
        int high = Math.Min(low + 1, sorted.Length - 1);
        return sorted[low] + ((place - low) * (sorted[high] - sorted[low]));
    }
}
