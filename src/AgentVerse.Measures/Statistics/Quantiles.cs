using AgentVerse.Model;

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

    /// <summary>Quantile of Student's t distribution, to ten digits.</summary>
    /// <param name="probability">In (0, 1).</param>
    /// <param name="freedom">Degrees of freedom, at least 1.</param>
    public static double StudentT(double probability, long freedom)
    {
        Invariant.Check(probability is > 0 and < 1, "a quantile's probability is in (0, 1)");
        Invariant.Check(freedom >= 1, "a t distribution has a degree of freedom");

        return MathNet.Numerics.Distributions.StudentT.InvCDF(0, 1, freedom, probability);
    }
}
