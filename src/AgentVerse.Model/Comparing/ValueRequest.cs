using System.Globalization;

using AgentVerse.Model.Settings;

namespace AgentVerse.Model.Comparing;

/// <summary>A value of a run: a weighted sum of recorded columns, whose changes may be priced and discounted.</summary>
/// <param name="Terms">Its terms.</param>
/// <param name="Rate">Required return, 1 a year.</param>
public sealed record ValueRequest(IReadOnlyList<ValueTerm> Terms, double Rate)
{
    /// <summary>Populations of it, in words.</summary>
    public string Populations => string.Join('+', Terms.Select(t => t.Population).Distinct());

    /// <summary>Columns of it, in words, with weights other than 1.</summary>
    public string Columns => string.Join(
        " + ", Terms.Select(t => t.Weight == 1
            ? t.Column
            : string.Create(CultureInfo.InvariantCulture, $"{t.Weight} {t.Column}")));

    /// <summary>Reads the value under a key.</summary>
    public static ValueRequest Of(SettingsMap settings, string key) => new(
        [
            .. settings.List(key).Select(t => new ValueTerm(
                t.Text("population"), t.Text("column"), t.Number("weight"), SeriesName.Parse(t.Text("price")))),
        ],
        settings.Number("rate"));
}
