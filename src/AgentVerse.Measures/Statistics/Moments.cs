namespace AgentVerse.Measures.Statistics;

/// <summary>
/// Count, mean and sum of squared deviations of a stream, without keeping it and without the cancellation of a sum of
/// squares. <c>default</c> is the empty stream. <b>Source:</b> Welford 1962; merging: Chan, Golub and LeVeque 1979.
/// </summary>
/// <param name="Count">Number of values.</param>
/// <param name="Mean">Their mean; 0 for none.</param>
/// <param name="SquaredDeviations">Sum of (x - mean)^2, often written M2.</param>
public readonly record struct Moments(long Count, double Mean, double SquaredDeviations)
{
    /// <summary>Variance with divisor n - 1; NaN for fewer than two values.</summary>
    public double Variance => Count > 1 ? SquaredDeviations / (Count - 1) : double.NaN;

    /// <summary>Standard deviation with divisor n - 1; NaN for fewer than two values.</summary>
    public double StandardDeviation => Math.Sqrt(Variance);

    /// <summary>Moments of some values, in their order.</summary>
    public static Moments Of(ReadOnlySpan<double> values)
    {
        var moments = default(Moments);
        foreach (double value in values)
        {
            moments = moments.Add(value);
        }

        return moments;
    }

    /// <summary>
    /// Autocorrelation at lag 1: sum (x_t - m)(x_(t+1) - m) / sum (x_t - m)^2; NaN where all values are equal.
    /// </summary>
    public static double Autocorrelation(ReadOnlySpan<double> values)
    {
        Moments moments = Of(values);
        var sum = default(CompensatedSum);
        for (int t = 1; t < values.Length; t++)
        {
            sum.Add((values[t - 1] - moments.Mean) * (values[t] - moments.Mean));
        }

        return sum.Value / moments.SquaredDeviations;
    }

    /// <summary>The moments with one more value.</summary>
    public Moments Add(double value)
    {
        long count = Count + 1;
        double before = value - Mean;
        double mean = Mean + before / count;
        return new Moments(count, mean, SquaredDeviations + before * (value - mean));
    }

    /// <summary>The moments of both streams.</summary>
    public Moments Merge(Moments other)
    {
        if (Count == 0 || other.Count == 0)
        {
            return Count == 0 ? other : this;
        }

        long count = Count + other.Count;
        double apart = other.Mean - Mean;
        double weight = (double)other.Count / count;
        return new Moments(
            count,
            Mean + apart * weight,
            SquaredDeviations + other.SquaredDeviations + apart * apart * Count * weight);
    }
}
