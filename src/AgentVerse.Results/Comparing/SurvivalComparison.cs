using AgentVerse.Measures.Survival;
using AgentVerse.Model.Settings;
using AgentVerse.Results.Experiments;
using AgentVerse.Results.Values;

namespace AgentVerse.Results.Comparing;

/// <summary>How long agents stay with and without the treatment: survival at a horizon, hazard, churn.</summary>
internal static class SurvivalComparison
{
    private const double SecondsPerDay = 86_400;

    internal static IEnumerable<MeasureRow> Rows(Comparison comparison)
    {
        SettingsMap settings = comparison.Request.Settings;
        double horizon = settings.Integer("horizon") / SecondsPerDay;
        foreach (bool byController in (bool[])[false, true])
        {
            List<Curves> curves = [];
            foreach (RunPair pair in comparison.Pairs(comparison.Treatment))
            {
                curves.Add(new Curves(
                    CurveOf(settings, pair.Control, byController), CurveOf(settings, pair.Treatment, byController)));
            }

            RowName name = new("", comparison.Treatment, settings.Text("population"), "events")
            {
                By = byController ? "controller" : "identity",
            };
            foreach (MeasureRow row in Rows(comparison, name, curves, horizon))
            {
                yield return row;
            }
        }
    }

    private static IEnumerable<MeasureRow> Rows(
        Comparison comparison, RowName name, List<Curves> curves, double horizon)
    {
        (string Measure, string Unit, Func<KaplanMeier, double> Of)[] measures =
        [
            ("survival", "", c => c.At(horizon)), ("hazard", "1/d", c => c.Hazard),
            ("churn", "", c => c.Count == 0 ? double.NaN : (double)c.Steps.Sum(s => s.Ended) / c.Count),
        ];
        foreach ((string measure, string unit, Func<KaplanMeier, double> of) in measures)
        {
            double[] control = [.. curves.Select(c => of(c.Control))];
            double[] treatment = [.. curves.Select(c => of(c.Treatment))];
            RowName own = name with { Measure = measure, Unit = unit };
            yield return comparison.Mean(own with { Treatment = comparison.Request.Control }, control);
            yield return comparison.Mean(own, treatment);
            yield return comparison.Paired(own with { Measure = $"{measure}Difference" }, control, treatment);
        }
    }

    private static KaplanMeier CurveOf(SettingsMap settings, RunColumns run, bool byController)
    {
        string population = settings.Text("population");
        return new KaplanMeier(Spells.Of(
            run, population, settings.Texts("entry"), settings.Texts("exit"),
            byController ? run.ControllersOf(population) : null));
    }

    private sealed record Curves(KaplanMeier Control, KaplanMeier Treatment);
}
