namespace AgentVerse.Mechanisms.Compute.Render;

/// <summary>Inequality of an epoch's pay among the wallets that got some.</summary>
public static class PayStatistics
{
    /// <summary>
    /// Gini coefficient sum (2i - n - 1) x_(i) / (n sum x) of amounts above 0, exact up to the division; 0 for none.
    /// </summary>
    /// <param name="sorted">Amounts in ascending order, each above 0.</param>
    public static double Gini(ReadOnlySpan<long> sorted)
    {
        Int128 weighted = 0;
        Int128 sum = 0;
        for (int i = 0; i < sorted.Length; i++)
        {
            weighted += (Int128)((2L * (i + 1)) - sorted.Length - 1) * sorted[i];
            sum += sorted[i];
        }

        return sum == 0 ? 0 : (double)weighted / ((double)sum * sorted.Length);
    }

    /// <summary>Share of the largest amounts in the sum; 0 for none.</summary>
    /// <param name="sorted">Amounts in ascending order.</param>
    /// <param name="count">How many of the largest.</param>
    public static double TopShare(ReadOnlySpan<long> sorted, int count)
    {
        Int128 top = 0;
        Int128 sum = 0;
        for (int i = 0; i < sorted.Length; i++)
        {
            top += i >= sorted.Length - count ? sorted[i] : 0;
            sum += sorted[i];
        }

        return sum == 0 ? 0 : (double)top / (double)sum;
    }

    /// <summary>Quarter 0..3 of a place in ascending order among n, lowest pay first.</summary>
    public static int Quarter(int place, int n) => (int)(4L * place / n);
}
