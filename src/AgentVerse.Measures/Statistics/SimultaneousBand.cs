using AgentVerse.Model;

using MathNet.Numerics.Distributions;

namespace AgentVerse.Measures.Statistics;

/// <summary>
/// Intervals that hold for several ratios together (max-t), so that the largest of them may be reported: the largest of
/// noisy estimates is too large, and its own interval too high.
/// </summary>
public static class SimultaneousBand
{
    private const double RarestTail = 1 - 1e-12;

    /// <summary>
    /// theta_k = mean of numerator k / mean of the denominator, with theta_k -+ c s_k for all k together. s_k is the
    /// linearised standard error sd(x_k - theta_k r) / (sqrt n mean r). With q the quantile over resamples of the
    /// largest |theta*_k - theta_k| / s_k, times sqrt(n/(n-1)) since resamples vary less, c is the value of Student's t
    /// with n - 1 degrees of freedom that is as rare as q of a normal: s_k comes from few replicates.
    /// </summary>
    /// <remarks>
    /// <b>Source:</b> Romano and Wolf 2005 (max-t by the bootstrap); Cochran, Sampling Techniques, section 6.3
    /// (variance of a ratio). No intervals with fewer than three replicates or where the denominators' mean is not
    /// above 0; a ratio that never varies has the interval of its own value.
    /// </remarks>
    /// <param name="numerators">Values [ratio][replicate], finite.</param>
    /// <param name="denominators">The value r of each replicate, shared by all ratios; finite.</param>
    /// <param name="level">Share of experiments in which all intervals hold, in (0, 1).</param>
    /// <param name="bootstrap">Resampling.</param>
    public static Interval[] OfRatios(
        IReadOnlyList<double[]> numerators, double[] denominators, double level, Bootstrap bootstrap)
    {
        int n = denominators.Length;
        Invariant.Check(numerators.All(x => x.Length == n), "every ratio has a value a replicate");
        double scale = Moments.Of(denominators).Mean;
        double[] ratios = [.. numerators.Select(x => scale > 0 ? Moments.Of(x).Mean / scale : double.NaN)];
        if (n < 3 || scale <= 0)
        {
            return [.. ratios.Select(r => new Interval(r, null, null, level, n))];
        }

        double[] errors = [.. numerators.Select((x, k) => Error(x, denominators, ratios[k], scale))];
        double normal = Math.Sqrt(n / (n - 1.0))
            * Critical(numerators, denominators, (ratios, errors), (level, bootstrap));
        double critical = StudentT.Quantile(Math.Clamp(Normal.CDF(0, 1, normal), 0.5, RarestTail), n - 1);
        return
        [
            .. ratios.Select((r, k) => new Interval(
                r, r - (critical * errors[k]), r + (critical * errors[k]), level, n)),
        ];
    }

    /// <summary>
    /// The interval of the largest of them: its lower end is the largest lower end, its upper end the largest upper
    /// end, both of which hold because all do.
    /// </summary>
    /// <param name="band">Intervals that hold together, at least one.</param>
    public static Interval OfLargest(IReadOnlyList<Interval> band) => band[0] with
    {
        Estimate = band.Max(i => i.Estimate),
        Low = band.Any(i => i.Low is null) ? null : band.Max(i => i.Low),
        High = band.Any(i => i.High is null) ? null : band.Max(i => i.High),
    };

    private static double Error(double[] numerators, double[] denominators, double ratio, double scale)
    {
        double[] rest = [.. numerators.Select((x, i) => x - (ratio * denominators[i]))];
        return Moments.Of(rest).StandardDeviation / (Math.Sqrt(rest.Length) * scale);
    }

    private static double Critical(
        IReadOnlyList<double[]> numerators, double[] denominators, (double[] Ratios, double[] Errors) found,
        (double Level, Bootstrap Bootstrap) how)
    {
        List<double> largest = new(Bootstrap.Resamples);
        int[] picked = new int[denominators.Length];
        for (int resample = 0; resample < Bootstrap.Resamples; resample++)
        {
            how.Bootstrap.Resample(resample, picked);
            double scale = MeanOf(denominators, picked);
            double most = 0;
            for (int k = 0; k < numerators.Count && scale > 0; k++)
            {
                double apart = Math.Abs((MeanOf(numerators[k], picked) / scale) - found.Ratios[k]);
                most = found.Errors[k] > 0 ? Math.Max(most, apart / found.Errors[k]) : most;
            }

            largest.Add(most);
        }

        largest.Sort();
        return Bootstrap.Quantile([.. largest], how.Level);
    }

    private static double MeanOf(double[] values, int[] picked)
    {
        var sum = default(CompensatedSum);
        foreach (int i in picked)
        {
            sum.Add(values[i]);
        }

        return sum.Value / picked.Length;
    }
}
