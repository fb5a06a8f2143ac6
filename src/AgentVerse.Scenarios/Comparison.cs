using AgentVerse.Model.Settings;

namespace AgentVerse.Scenarios;

/// <summary>A comparison of treatments in pairs of runs.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What is compared, such as <c>splitGain</c>.</param>
/// <param name="Control">Treatment that is compared with.</param>
/// <param name="Settings">All its keys.</param>
public sealed record ComparisonRequest(string Name, string Kind, string Control, SettingsMap Settings)
{
    /// <summary>Treatments that are compared with the control.</summary>
    public IReadOnlyList<string> Treatments => Settings.Has("splits")
        ? [.. Settings.List("splits").Select(s => s.Text("treatment"))]
        : [Settings.Text("treatment")];

    /// <summary>A value of it by its key.</summary>
    public ValueRequest Value(string key) => ValueRequest.Of(Settings, key);
}

/// <summary>A value of a run: a weighted sum of recorded columns, whose changes may be priced and discounted.</summary>
/// <param name="Terms">Its terms.</param>
/// <param name="Rate">Required return, 1 a year.</param>
public sealed record ValueRequest(IReadOnlyList<ValueTerm> Terms, double Rate)
{
    internal static ValueRequest Of(SettingsMap settings, string key) => new(
        [
            .. settings.List(key).Select(t => new ValueTerm(
                t.Text("population"), t.Text("column"), t.Number("weight"), SeriesName.Parse(t.Text("price")))),
        ],
        settings.Number("rate"));
}

/// <summary>A recorded column of a population, summed over its agents.</summary>
/// <param name="Population">Name of the population.</param>
/// <param name="Column">Name of the column: a running total.</param>
/// <param name="Weight">Factor.</param>
/// <param name="Price">Series that each change is multiplied with; null for none.</param>
public sealed record ValueTerm(string Population, string Column, double Weight, SeriesName? Price);

/// <summary>A series of a shard in <c>ticks</c>.</summary>
/// <param name="Network">Name of the network.</param>
/// <param name="Shard">Name of the shard.</param>
/// <param name="Series">Name of the series.</param>
public sealed record SeriesName(string Network, string Shard, string Series)
{
    /// <summary>Reads <c>network/shard/series</c>, where the shard's name may have slashes; null where it is none.</summary>
    public static SeriesName? Parse(string text)
    {
        string[] parts = text.Split('/');
        return parts.Length >= 3 && Array.TrueForAll(parts, p => p.Length > 0)
            ? new SeriesName(parts[0], string.Join('/', parts[1..^1]), parts[^1])
            : null;
    }
}
