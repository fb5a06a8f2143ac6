using AgentVerse.Measures.Statistics;
using AgentVerse.Model;
using AgentVerse.Model.Numerics;

namespace AgentVerse.Measures.Concentration;

/// <summary>
/// Measures of how unequal holdings x_i with mean mu are. Holdings are in any order and any unit. A measure is not
/// defined, NaN, where nobody holds anything (no holders, or only zeros) or a holding is negative or not finite. All of
/// them count zero holdings as holders. Cost O(n log n).
/// </summary>
public static class Inequality
{
    /// <summary>
    /// Gini coefficient, population form: sum_i sum_j |x_i - x_j| / (2 n^2 mu) = sum_i (2i - n - 1) x_(i) / (n sum x),
    /// in [0, 1 - 1/n]. It falls when an owner splits into Sybils: never read it alone. <b>Source:</b> Gini 1912.
    /// </summary>
    public static double Gini(ReadOnlySpan<double> holdings)
    {
        var sorted = new SortedHoldings(holdings);
        if (!sorted.HasShares)
        {
            return double.NaN;
        }

        int n = sorted.Values.Length;
        var sum = default(CompensatedSum);
        for (int i = 1; i <= n; i++)
        {
            sum.Add((2.0 * i - n - 1) * sorted.Values[i - 1]);
        }

        return sum.Value / (n * sorted.Total);
    }

    /// <summary>Gini coefficient times n / (n - 1): without bias for a sample; NaN for one holder.</summary>
    public static double GiniUnbiased(ReadOnlySpan<double> holdings)
    {
        double n = holdings.Length;
        return n > 1 ? Gini(holdings) * n / (n - 1) : double.NaN;
    }

    /// <summary>
    /// Theil's T: (1/n) sum (x_i/mu) ln(x_i/mu), 0 ln 0 = 0; in [0, ln n]. <b>Source:</b> Theil 1967.
    /// </summary>
    public static double Theil(ReadOnlySpan<double> holdings)
    {
        var sorted = new SortedHoldings(holdings);
        if (!sorted.HasShares)
        {
            return double.NaN;
        }

        double mean = sorted.Mean;
        var sum = default(CompensatedSum);
        foreach (double holding in sorted.Values)
        {
            double ratio = holding / mean;
            sum.Add(ratio > 0 ? ratio * DeterministicMath.Log(ratio) : 0);
        }

        return sum.Value / sorted.Values.Length;
    }

    /// <summary>
    /// Atkinson's index: 1 - (mean of (x_i/mu)^(1 - epsilon))^(1 / (1 - epsilon)), and 1 - geometric mean / mu for
    /// epsilon = 1; in [0, 1], and 1 where epsilon is 1 or more and somebody holds nothing. <b>Source:</b> Atkinson
    /// 1970.
    /// </summary>
    /// <param name="holdings">What each holds.</param>
    /// <param name="epsilon">Aversion to inequality, at least 0; 0 gives 0.</param>
    public static double Atkinson(ReadOnlySpan<double> holdings, double epsilon)
    {
        Invariant.Check(double.IsFinite(epsilon) && epsilon >= 0, "Atkinson's epsilon is finite and not negative");
        var sorted = new SortedHoldings(holdings);
        if (!sorted.HasShares)
        {
            return double.NaN;
        }

        if (epsilon >= 1 && sorted.Values[0] == 0)
        {
            return 1;
        }

        double mean = sorted.Mean;
        var sum = default(CompensatedSum);
        foreach (double holding in sorted.Values)
        {
            double ratio = holding / mean;
            sum.Add(epsilon == 1 ? DeterministicMath.Log(ratio) : DeterministicMath.Pow(ratio, 1 - epsilon));
        }

        double average = sum.Value / sorted.Values.Length;
        return epsilon == 1
            ? 1 - DeterministicMath.Exp(average)
            : 1 - DeterministicMath.Pow(average, 1 / (1 - epsilon));
    }
}
