using AgentVerse.Measures.Statistics;
using AgentVerse.Model;
using AgentVerse.Model.Numerics;

namespace AgentVerse.Measures.SybilResistance;

/// <summary>What comes in and goes out over a window, and what it is worth.</summary>
public static class CashFlow
{
    /// <summary>
    /// Net present value sum_t a_t exp(-r t) of amounts at their times; a deposit that returns is an outflow and, at
    /// its end, an inflow.
    /// </summary>
    /// <param name="years">Times since the start of the window, years.</param>
    /// <param name="amounts">What comes in (above 0) and goes out, as many.</param>
    /// <param name="rate">r, required return, 1 a year.</param>
    public static double PresentValue(ReadOnlySpan<double> years, ReadOnlySpan<double> amounts, double rate)
    {
        Invariant.Check(years.Length == amounts.Length, "every amount has a time");
        var sum = default(CompensatedSum);
        for (int i = 0; i < years.Length; i++)
        {
            sum.Add(amounts[i] * DeterministicMath.Exp(-rate * years[i]));
        }

        return sum.Value;
    }

    /// <summary>
    /// Return on what an attack binds at most: NPV / peak(outlay + locked) / years, 1 a year (simple, so that a loss of
    /// more than everything has one too). NaN where nothing is ever bound.
    /// </summary>
    /// <param name="netPresentValue">NPV over the window.</param>
    /// <param name="peak">Largest sum of what was spent and what was locked at any time.</param>
    /// <param name="years">Length of the window, above 0.</param>
    public static double ReturnOnPeak(double netPresentValue, double peak, double years)
    {
        Invariant.Check(years > 0, "a window has a length");
        return peak > 0 ? netPresentValue / peak / years : double.NaN;
    }
}
