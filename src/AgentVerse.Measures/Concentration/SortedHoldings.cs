using AgentVerse.Measures.Statistics;

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
        sorted.AsSpan().Sort();
        Values = sorted;

        // NaN sorts first, infinity last: the ends tell whether all holdings are finite and not negative.
        bool areHoldings = sorted.Length > 0 && sorted[0] >= 0 && double.IsFinite(sorted[^1]);
        Total = areHoldings ? CompensatedSum.Of(sorted) : double.NaN;
    }

    /// <summary>The holdings, smallest first.</summary>
    public ReadOnlySpan<double> Values { get; }

    /// <summary>Their sum; NaN where there are none or one is negative or not finite.</summary>
    public double Total { get; }

    /// <summary>
    /// Whether there are shares to speak of: somebody holds something, nobody less than nothing, all is finite.
    /// </summary>
    public bool HasShares => Total > 0;

    /// <summary>Their mean.</summary>
    public double Mean => Total / Values.Length;
}
