namespace AgentVerse.Measures.Statistics;

/// <summary>
/// A running sum with the rounding errors carried along: its error does not grow with the number of terms.
/// <b>Source:</b> Neumaier 1974.
/// </summary>
public struct CompensatedSum
{
    private double _sum;
    private double _lost;

    /// <summary>The sum so far.</summary>
    public readonly double Value => _sum + _lost;

    /// <summary>The sum of some terms, in their order.</summary>
    public static double Of(ReadOnlySpan<double> terms)
    {
        var sum = default(CompensatedSum);
        foreach (double term in terms)
        {
            sum.Add(term);
        }

        return sum.Value;
    }

    /// <summary>Adds a finite term.</summary>
    public void Add(double term)
    {
        double next = _sum + term;
        _lost += Math.Abs(_sum) >= Math.Abs(term) ? _sum - next + term : term - next + _sum;
        _sum = next;
    }
}
