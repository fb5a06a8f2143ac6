using AgentVerse.Measures.Statistics;
using AgentVerse.Model.Numerics;

namespace AgentVerse.Measures.Concentration;

/// <summary>Theil's T of a population in groups: total = within + between. <b>Source:</b> Shorrocks 1980.</summary>
/// <param name="Within">Sum over groups of (share of the total) x (T of the group).</param>
/// <param name="Between">T of a population in which everyone holds the mean of the own group.</param>
public readonly record struct TheilDecomposition(double Within, double Between)
{
    /// <summary>T of the whole population.</summary>
    public double Total => Within + Between;

    /// <summary>Decomposes the T of groups, taken in the order given; NaN where nobody holds anything.</summary>
    public static TheilDecomposition Of(IReadOnlyList<double[]> groups)
    {
        double[] all = [.. groups.SelectMany(group => group)];
        var whole = new SortedHoldings(all);
        if (!whole.HasShares)
        {
            return new TheilDecomposition(double.NaN, double.NaN);
        }

        var within = default(CompensatedSum);
        var between = default(CompensatedSum);
        foreach (double[] group in groups)
        {
            var sorted = new SortedHoldings(group);
            if (sorted.HasShares)
            {
                double share = sorted.Total / whole.Total;
                within.Add(share * Inequality.Theil(group));
                between.Add(share * DeterministicMath.Log(sorted.Mean / whole.Mean));
            }
        }

        return new TheilDecomposition(within.Value, between.Value);
    }
}
