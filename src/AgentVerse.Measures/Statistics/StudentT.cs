using AgentVerse.Model;

namespace AgentVerse.Measures.Statistics;

/// <summary>Student's t distribution.</summary>
public static class StudentT
{
    /// <summary>Its quantile, to ten digits.</summary>
    /// <param name="probability">In (0, 1).</param>
    /// <param name="freedom">Degrees of freedom, at least 1.</param>
    public static double Quantile(double probability, long freedom)
    {
        Invariant.Check(probability is > 0 and < 1, "a quantile's probability is in (0, 1)");
        Invariant.Check(freedom >= 1, "a t distribution has a degree of freedom");
        return MathNet.Numerics.Distributions.StudentT.InvCDF(0, 1, freedom, probability);
    }
}
