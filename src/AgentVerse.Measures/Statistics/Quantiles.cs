using AgentVerse.Model;
using MathNet.Numerics.Distributions;

namespace AgentVerse.Measures.Statistics;

/// <summary>Quantiles of the distributions that intervals are made from.</summary>
public static class Quantiles
{
    /// <summary>Quantile of the standard normal distribution.</summary>
    /// <param name="probability">In (0, 1).</param>
    public static double Normal(double probability)
    {
        Invariant.Check(probability is > 0 and < 1, "a quantile's probability is in (0, 1)");
        return MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, probability);
    }

    /// <summary>Quantile of Student's t distribution.</summary>
    /// <param name="probability">In (0, 1).</param>
    /// <param name="freedom">Degrees of freedom, at least 1.</param>
    public static double StudentT(double probability, long freedom)
    {
        Invariant.Check(probability is > 0 and < 1, "a quantile's probability is in (0, 1)");
        Invariant.Check(freedom >= 1, "a t distribution has a degree of freedom");

        // The library's root is good to ten digits; a Newton step makes it fifteen.
        double root = Distribution(freedom).InverseCumulativeDistribution(probability);
        double excess = Distribution(freedom).CumulativeDistribution(root) - probability;
        return root - excess / Distribution(freedom).Density(root);
    }

    private static StudentT Distribution(long freedom) => new(0, 1, freedom);
}
