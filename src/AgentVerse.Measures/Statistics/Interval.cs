using AgentVerse.Model;
using AgentVerse.Model.Numerics;

namespace AgentVerse.Measures.Statistics;

/// <summary>An estimate and the interval that covers the truth in a stated share of experiments.</summary>
/// <param name="Estimate">The estimate.</param>
/// <param name="Low">Lower end; null where there is too little to say.</param>
/// <param name="High">Upper end; null where there is too little to say.</param>
/// <param name="Level">Share of experiments whose interval covers the truth, in (0, 1).</param>
/// <param name="Count">Number of observations: replicates, never agents or ticks of one run.</param>
public readonly record struct Interval(double Estimate, double? Low, double? High, double Level, long Count)
{
    /// <summary>
    /// Mean over replicates with mean -+ t(n-1, (1+level)/2) s / sqrt n. A replicate where the measure is not defined
    /// (NaN) does not count. No replicate gives NaN, one gives no interval.
    /// </summary>
    public static Interval OfMean(ReadOnlySpan<double> replicates, double level)
    {
        CheckLevel(level);
        var moments = default(Moments);
        foreach (double value in replicates)
        {
            moments = double.IsNaN(value) ? moments : moments.Add(value);
        }

        if (moments.Count < 2)
        {
            return new Interval(moments.Count == 0 ? double.NaN : moments.Mean, null, null, level, moments.Count);
        }

        double t = StudentT.Quantile((1 + level) / 2, moments.Count - 1);
        double half = t * moments.StandardDeviation / Math.Sqrt(moments.Count);
        return new Interval(moments.Mean, moments.Mean - half, moments.Mean + half, level, moments.Count);
    }

    /// <summary>
    /// Share of successes with the score interval, which stays inside [0, 1]. <b>Source:</b> Wilson 1927.
    /// </summary>
    /// <param name="successes">In [0, trials].</param>
    /// <param name="trials">At least 0; none gives NaN.</param>
    /// <param name="level">In (0, 1).</param>
    public static Interval OfShare(long successes, long trials, double level)
    {
        CheckLevel(level);
        Invariant.Check(successes >= 0 && successes <= trials, "successes are among the trials");
        if (trials == 0)
        {
            return new Interval(double.NaN, null, null, level, 0);
        }

        double share = (double)successes / trials;
        double z = Quantiles.Normal((1 + level) / 2);
        double shrink = 1 + z * z / trials;
        double centre = (share + z * z / (2 * trials)) / shrink;
        double half = z * Math.Sqrt(share * (1 - share) / trials + z * z / (4.0 * trials * trials)) / shrink;

        // The interval covers the share; rounding must not say otherwise at 0 and 1.
        double low = Math.Clamp(centre - half, 0, share);
        double high = Math.Clamp(centre + half, share, 1);
        return new Interval(share, low, high, level, trials);
    }

    /// <summary>
    /// Replicates that make the half width of a mean's interval at most <paramref name="halfWidth"/>, from a pilot:
    /// ceil((t(n0-1, (1+level)/2) s / h)^2), at least n0. <b>Source:</b> Stein 1945.
    /// </summary>
    public static long ReplicatesFor(double halfWidth, Moments pilot, double level)
    {
        CheckLevel(level);
        Invariant.Check(halfWidth > 0 && pilot.Count > 1, "a pilot has two replicates and a half width to reach");
        double t = StudentT.Quantile((1 + level) / 2, pilot.Count - 1);
        double root = t * pilot.StandardDeviation / halfWidth;
        return Math.Max(pilot.Count, checked((long)Math.Ceiling(root * root)));
    }

    private static void CheckLevel(double level) =>
        Invariant.Check(level is > 0 and < 1, "the level of an interval is in (0, 1)");
}
