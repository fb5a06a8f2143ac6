using AgentVerse.Measures.Statistics;
using AgentVerse.Model;
using AgentVerse.Model.Numerics;

namespace AgentVerse.Measures.Concentration;

/// <summary>
/// Measures of how much the few hold, from the shares s_i = x_i / sum x. Holdings are in any order and any unit. There
/// are no shares, and every measure is NaN, where nobody holds anything (no holders, or only zeros) or a holding is
/// negative or not finite. Cost O(n log n).
/// </summary>
public static class Shares
{
    /// <summary>
    /// Herfindahl-Hirschman index sum s_i^2, in [1/n, 1]. <b>Source:</b> Hirschman 1945, Herfindahl 1950; the merger
    /// guidelines (DOJ/FTC 2023) state it in points: times 10,000.
    /// </summary>
    public static double Herfindahl(ReadOnlySpan<double> holdings)
    {
        var sorted = new SortedHoldings(holdings);
        if (!sorted.HasShares)
        {
            return double.NaN;
        }

        var sum = default(CompensatedSum);
        foreach (double holding in sorted.Values)
        {
            double share = holding / sorted.Total;
            sum.Add(share * share);
        }

        return sum.Value;
    }

    /// <summary>Number of equal holders with the same Herfindahl index: 1 / sum s_i^2, in [1, n].</summary>
    public static double EffectiveNumber(ReadOnlySpan<double> holdings) => 1 / Herfindahl(holdings);

    /// <summary>
    /// Nakamoto coefficient: the smallest number of holders whose shares sum to more than <paramref name="theta"/>
    /// (or, not strictly, to at least that). <b>Source:</b> Srinivasan and Lee 2017.
    /// </summary>
    /// <param name="holdings">What each holds.</param>
    /// <param name="theta">Share that corrupts, in [0, 1): 1/2 for proof of work, 1/3 for Byzantine agreement.</param>
    /// <param name="strict">Whether a tie is not enough.</param>
    public static double Nakamoto(ReadOnlySpan<double> holdings, double theta, bool strict = true)
    {
        Invariant.Check(theta >= 0 && theta < 1, "theta of the Nakamoto coefficient is in [0, 1)");
        var sorted = new SortedHoldings(holdings);
        if (!sorted.HasShares)
        {
            return double.NaN;
        }

        double needed = theta * sorted.Total;
        var held = default(CompensatedSum);
        int count = 0;
        while (count < sorted.Values.Length && (held.Value < needed || (strict && held.Value == needed)))
        {
            count++;
            held.Add(sorted.Values[^count]);
        }

        return count;
    }

    /// <summary>Share of the <paramref name="k"/> largest holders, in [0, 1]; 1 where there are at most k.</summary>
    /// <param name="holdings">What each holds.</param>
    /// <param name="k">Number of holders, at least 1.</param>
    public static double Top(ReadOnlySpan<double> holdings, long k)
    {
        Invariant.Check(k >= 1, "a top share counts at least one holder");
        var sorted = new SortedHoldings(holdings);
        if (!sorted.HasShares)
        {
            return double.NaN;
        }

        int first = (int)Math.Max(0, sorted.Values.Length - k);
        return CompensatedSum.Of(sorted.Values[first..]) / sorted.Total;
    }

    /// <summary>Shannon entropy -sum s_i log2 s_i in bits, 0 log 0 = 0; in [0, log2 n].</summary>
    public static double Entropy(ReadOnlySpan<double> holdings)
    {
        var sorted = new SortedHoldings(holdings);
        if (!sorted.HasShares)
        {
            return double.NaN;
        }

        var sum = default(CompensatedSum);
        foreach (double holding in sorted.Values)
        {
            double share = holding / sorted.Total;
            sum.Add(share > 0 ? -share * DeterministicMath.Log2(share) : 0);
        }

        return sum.Value;
    }
}
