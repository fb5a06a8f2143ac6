using AgentVerse.Model;

namespace AgentVerse.Measures.Statistics;

/// <summary>
/// The difference that a treatment makes, from pairs of runs on common random numbers: the mean of treatment minus
/// control over replicates, which has variance 2 s^2 (1 - rho) / n where both have the variance s^2.
/// </summary>
/// <param name="Difference">Mean of the paired differences with its t interval.</param>
/// <param name="Correlation">
/// rho of control and treatment over replicates, in [-1, 1]; NaN with fewer than two pairs or where one of them never
/// varies.
/// </param>
public readonly record struct PairedDifference(Interval Difference, double Correlation)
{
    /// <summary>
    /// The difference of paired values. A pair in which one is not defined (NaN) does not count. <b>Source:</b> Law,
    /// Simulation Modeling and Analysis, section 10.2.
    /// </summary>
    /// <param name="control">A value a replicate.</param>
    /// <param name="treatment">The value of the same replicate under the treatment.</param>
    /// <param name="level">In (0, 1).</param>
    public static PairedDifference Of(ReadOnlySpan<double> control, ReadOnlySpan<double> treatment, double level)
    {
        Invariant.Check(control.Length == treatment.Length, "every control value has a treatment value");
        double[] differences = new double[control.Length];
        List<double> x = [], y = [];
        for (int i = 0; i < differences.Length; i++)
        {
            differences[i] = treatment[i] - control[i];
            if (!double.IsNaN(differences[i]))
            {
                x.Add(control[i]);
                y.Add(treatment[i]);
            }
        }

        return new PairedDifference(Interval.OfMean(differences, level), CorrelationOf([.. x], [.. y]));
    }

    /// <summary>
    /// Pearson's correlation sum (x - mx)(y - my) / sqrt(sum (x - mx)^2 sum (y - my)^2), clamped to [-1, 1]; NaN where
    /// one of them does not vary.
    /// </summary>
    public static double CorrelationOf(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        Moments first = Moments.Of(x), second = Moments.Of(y);
        if (x.Length < 2 || first.SquaredDeviations == 0 || second.SquaredDeviations == 0)
        {
            return double.NaN;
        }

        var sum = default(CompensatedSum);
        for (int i = 0; i < x.Length; i++)
        {
            sum.Add((x[i] - first.Mean) * (y[i] - second.Mean));
        }

        double scale = Math.Sqrt(first.SquaredDeviations) * Math.Sqrt(second.SquaredDeviations);
        return Math.Clamp(sum.Value / scale, -1, 1);
    }

    /// <summary>Variance of a difference of two values of variance s^2 each: 2 s^2 (1 - rho).</summary>
    /// <param name="variance">s^2, at least 0.</param>
    /// <param name="correlation">rho, in [-1, 1].</param>
    public static double VarianceOf(double variance, double correlation) => 2 * variance * (1 - correlation);
}
