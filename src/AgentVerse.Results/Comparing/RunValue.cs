using AgentVerse.Measures.Statistics;
using AgentVerse.Measures.SybilResistance;
using AgentVerse.Model.Comparing;
using AgentVerse.Results.Values;

namespace AgentVerse.Results.Comparing;

/// <summary>
/// Values of a run from its recorded columns. A column is a running total: each of its changes is priced in the tick in
/// which it was settled and discounted to the start.
/// </summary>
public static class RunValue
{
    /// <summary>Present value of all terms; NaN where a price is not there.</summary>
    /// <param name="request">The value.</param>
    /// <param name="run">The run.</param>
    /// <param name="prices">The run whose prices count: its own, or the control.</param>
    /// <param name="among">Controllers whose agents count; null for all.</param>
    public static double Of(ValueRequest request, RunColumns run, RunColumns prices, Controllers? among = null)
    {
        List<double> years = [], amounts = [];
        foreach (ValueTerm term in request.Terms)
        {
            ColumnPath path = run.Path(term.Population, term.Column, among);
            double before = 0;
            for (int i = 0; i < path.Ticks.Count; i++)
            {
                years.Add(run.Span.YearsAt(path.Ticks[i]));
                amounts.Add((path.Sums[i] - before) * term.Weight * PriceAt(term, prices, path.Ticks[i]));
                before = path.Sums[i];
            }
        }

        return CashFlow.PresentValue([.. years], [.. amounts], request.Rate);
    }

    /// <summary>
    /// Largest sum of all terms, at the prices then, at any time of record; 0 where it never is above 0.
    /// </summary>
    public static double Peak(ValueRequest request, RunColumns run)
    {
        SortedDictionary<long, double> levels = [];
        foreach (ValueTerm term in request.Terms)
        {
            ColumnPath path = run.Path(term.Population, term.Column);
            for (int i = 0; i < path.Ticks.Count; i++)
            {
                double level = path.Sums[i] * term.Weight * PriceAt(term, run, path.Ticks[i]);
                levels[path.Ticks[i]] = levels.GetValueOrDefault(path.Ticks[i]) + level;
            }
        }

        return levels.Count == 0 ? 0 : Math.Max(0, levels.Values.Max());
    }

    /// <summary>Sum of a column over populations at the end.</summary>
    public static double Sum(RunColumns run, IReadOnlyList<string> populations, string column) =>
        CompensatedSum.Of([.. populations.Select(p => run.End(p, column))]);

    /// <summary>What came with a record was settled in the tick before it.</summary>
    private static double PriceAt(ValueTerm term, RunColumns prices, long tick) => term.Price is not { } name
        ? 1
        : prices.Series(name.Network, name.Shard, name.Series).TryGetValue(Math.Max(0, tick - 1), out double price)
            ? price
            : double.NaN;
}
