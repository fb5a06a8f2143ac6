using AgentVerse.Model.Comparing;
using AgentVerse.Results.Experiments;
using AgentVerse.Results.Values;

namespace AgentVerse.Results.Comparing;

/// <summary>
/// Comparisons of values: the difference that a treatment makes, and an attack's return on what it binds.
/// </summary>
internal static class ValueComparisons
{
    /// <summary>
    /// Treatment less control, of the sum and of the mean of an entity; priced values at both runs' prices.
    /// </summary>
    internal static IEnumerable<MeasureRow> Difference(Comparison comparison)
    {
        ValueRequest value = comparison.Request.Value("value");
        PairValues[] pairs = [.. comparison.Pairs(comparison.Treatment).Select(p => PairValues.Of(value, p))];
        RowName name = Name("difference", comparison, value);
        double[] control = [.. pairs.Select(p => p.Control)], treatment = [.. pairs.Select(p => p.Treatment)];
        yield return comparison.Paired(name, control, treatment);
        if (IsPriced(value))
        {
            yield return comparison.Paired(
                name with { Parameters = "at the control's prices" }, control,
                [.. pairs.Select(p => p.AtControlPrices)]);
        }

        foreach (bool byController in (bool[])[false, true])
        {
            yield return comparison.Paired(
                name with { Measure = "differenceOfMean", By = byController ? "controller" : "identity" },
                [.. pairs.Select(p => p.Control / p.ControlEntities(byController))],
                [.. pairs.Select(p => p.Treatment / p.TreatmentEntities(byController))]);
        }
    }

    /// <summary>NPV of an attack, its peak of bound money, and the return on it.</summary>
    internal static IEnumerable<MeasureRow> Return(Comparison comparison)
    {
        ValueRequest value = comparison.Request.Value("value");
        ValueRequest bound = comparison.Request.Value("bound");
        List<PairValues> pairs = [];
        List<double> peaks = [];
        double years = double.NaN;
        foreach (RunPair pair in comparison.Pairs(comparison.Treatment))
        {
            pairs.Add(PairValues.Of(value, pair));
            peaks.Add(RunValue.Peak(bound, pair.Treatment));
            years = pair.Treatment.Span.Years;
        }

        RowName name = Name("attackNpv", comparison, value);
        double[] control = [.. pairs.Select(p => p.Control)];
        yield return comparison.Paired(name, control, [.. pairs.Select(p => p.Treatment)]);
        yield return comparison.Mean(
            name with { Measure = "peakBound", Column = bound.Columns }, [.. peaks]);
        RowName ratio = name with { Measure = "sybilRoi", Unit = "1/y" };
        double[] perYear = [.. peaks.Select(p => p * years)];
        yield return comparison.Ratio(ratio, [.. pairs.Select(p => p.Treatment - p.Control)], perYear);
        if (IsPriced(value))
        {
            yield return comparison.Ratio(
                ratio with { Parameters = "at the control's prices" },
                [.. pairs.Select(p => p.AtControlPrices - p.Control)], perYear);
        }
    }

    internal static bool IsPriced(ValueRequest value) => value.Terms.Any(t => t.Price is not null);

    private static RowName Name(string measure, Comparison comparison, ValueRequest value) => new(
        measure, comparison.Treatment, value.Populations, value.Columns);
}

/// <summary>A value in both runs of a pair.</summary>
/// <param name="Control">In the control, at its own prices.</param>
/// <param name="Treatment">In the treatment, at its own prices.</param>
/// <param name="AtControlPrices">In the treatment, at the control's prices.</param>
internal sealed record PairValues(double Control, double Treatment, double AtControlPrices)
{
    private (int Agents, int Controllers) _control;
    private (int Agents, int Controllers) _treatment;

    internal static PairValues Of(ValueRequest value, RunPair pair) => new(
        RunValue.Of(value, pair.Control, pair.Control), RunValue.Of(value, pair.Treatment, pair.Treatment),
        RunValue.Of(value, pair.Treatment, pair.Control))
    {
        _control = Entities(value, pair.Control),
        _treatment = Entities(value, pair.Treatment),
    };

    internal double ControlEntities(bool byController) => byController ? _control.Controllers : _control.Agents;

    internal double TreatmentEntities(bool byController) => byController ? _treatment.Controllers : _treatment.Agents;

    private static (int Agents, int Controllers) Entities(ValueRequest value, RunColumns run)
    {
        (int agents, int controllers) = (0, 0);
        foreach (ValueTerm term in value.Terms.DistinctBy(t => t.Population))
        {
            EntityValues entities = run.Entities(term.Population, term.Column);
            agents += entities.Agents.Length;
            controllers += entities.Controllers.Distinct().Count();
        }

        return (agents, controllers);
    }
}
