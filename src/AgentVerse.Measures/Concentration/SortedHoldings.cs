using AgentVerse.Measures.Statistics;
using AgentVerse.Model;

namespace AgentVerse.Measures.Concentration;

/// <summary>
/// Holdings in ascending order with their sum. Every measure sums in this order, so that a result does not depend on
/// the order in which holders were read.
/// </summary>
internal readonly ref struct SortedHoldings
{
    public SortedHoldings(ReadOnlySpan<double> holdings)
    {
        double[] sorted = holdings.ToArray();
        foreach (double holding in sorted)
        {
            Invariant.Check(double.IsFinite(holding) && holding >= 0, "a holding is finite and not negative");
        }

        sorted.AsSpan().Sort();
        Values = sorted;
        Total = CompensatedSum.Of(sorted);
    }

    /// <summary>The holdings, smallest first.</summary>
    public ReadOnlySpan<double> Values { get; }

    /// <summary>Their sum.</summary>
    public double Total { get; }

    /// <summary>Whether there are shares to speak of: somebody holds something.</summary>
    public bool HasShares => Total > 0;

    /// <summary>Their mean.</summary>
    public double Mean => Total / Values.Length;
}
