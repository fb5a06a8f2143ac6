namespace AgentVerse.Tests.Model.Numerics;

/// <summary>Tests of fit that a right program fails once in about two million seeds (five sigma).</summary>
internal static class Statistics
{
    public const double Sigmas = 5;

    /// <summary>The Kolmogorov distribution exceeds 2.746 with the probability 5.7e-7 of five sigma.</summary>
    public const double FiveSigmaKolmogorov = 2.746;

    /// <summary>√n times the largest distance between the sample's distribution function and the given one.</summary>
    public static double KolmogorovDistance(double[] sample, Func<double, double> distribution)
    {
        Array.Sort(sample);
        var largest = 0.0;
        for (var i = 0; i < sample.Length; i++)
        {
            var f = distribution(sample[i]);
            largest = Math.Max(largest, Math.Max(f - ((double)i / sample.Length), ((i + 1.0) / sample.Length) - f));
        }

        return largest * Math.Sqrt(sample.Length);
    }

    /// <summary>Wilson and Hilferty's approximation of the chi-square quantile at five sigma.</summary>
    public static double FiveSigmaChiSquare(int degrees)
    {
        var spread = 2.0 / (9 * degrees);
        return degrees * Math.Pow(1 - spread + (Sigmas * Math.Sqrt(spread)), 3);
    }
}
