using AgentVerse.Measures.Statistics;

namespace AgentVerse.Measures.SybilResistance;

/// <summary>
/// Quadratic funding of one project by contributions c_i, each at least 0. <b>Source:</b> Buterin, Hitzig and Weyl
/// 2018; pairwise bound: Buterin 2019, ethresear.ch/t/5553.
/// </summary>
public static class QuadraticFunding
{
    /// <summary>What the project gets: (sum sqrt c_i)^2. A contribution in k equal parts is funded k times.</summary>
    public static double Funding(ReadOnlySpan<double> contributions)
    {
        double roots = Roots(contributions);
        return roots * roots;
    }

    /// <summary>What the sponsor adds: (sum sqrt c_i)^2 - sum c_i, at least 0 but for rounding.</summary>
    public static double Subsidy(ReadOnlySpan<double> contributions) =>
        Funding(contributions) - CompensatedSum.Of(contributions);

    /// <summary>
    /// The subsidy with a bound on every pair, one project: sum_{i != j} k_ij sqrt(c_i c_j) with
    /// k_ij = M / (M + sqrt(c_i c_j)), so that two colluders get at most 2 M.
    /// </summary>
    /// <param name="contributions">c_i.</param>
    /// <param name="bound">M, above 0.</param>
    public static double BoundedSubsidy(ReadOnlySpan<double> contributions, double bound)
    {
        var sum = default(CompensatedSum);
        for (int i = 0; i < contributions.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                double pair = Math.Sqrt(contributions[i] * contributions[j]);
                sum.Add(2 * bound / (bound + pair) * pair);
            }
        }

        return sum.Value;
    }

    private static double Roots(ReadOnlySpan<double> contributions)
    {
        var sum = default(CompensatedSum);
        foreach (double contribution in contributions)
        {
            sum.Add(Math.Sqrt(contribution));
        }

        return sum.Value;
    }
}
