using AgentVerse.Model.Settings;
using AgentVerse.Scenarios.Declarations;
using AgentVerse.Scenarios.Reading;
using AgentVerse.Scenarios.Yaml;

namespace AgentVerse.Scenarios.Plans;

/// <summary>Makes axes of written ranges; both ends are tried on the scenario.</summary>
internal sealed class AxisReader(Trial trial, ProblemLog problems)
{
    /// <summary>The axis of a range; null where it does not fit, which is reported.</summary>
    /// <param name="path">Path of the value.</param>
    /// <param name="range">The range as written.</param>
    /// <param name="place">Where it stands, for messages.</param>
    public Axis? Read(string path, SettingsMap range, string place)
    {
        if (!range.Has("from") || !range.Has("to"))
        {
            return null;
        }

        bool good = trial.Run([End(path, range, "from")], place);
        good &= trial.Run([End(path, range, "to")], place);
        if (!good)
        {
            return null;
        }

        Field? field = KeyPath.Parse(path) is { } keys ? Declared.Find(trial.Fields, trial.Root, keys) : null;
        if (field is null || !Axis.CanHold(field))
        {
            problems.Add(new Problem(
                range.File, range.Line, range.Path, Shown.Text(path), "the path of a number, duration, date or amount",
                "use a grid for other values"));
            return null;
        }

        object? from = Axis.End(field, range.Text("from"));
        object? to = Axis.End(field, range.Text("to"));
        bool log = range.Has("scale") && range.Text("scale") == "log";
        if (from is null || to is null || Comparer<object>.Default.Compare(from, to) >= 0)
        {
            problems.Add(range.Problem(
                "to", range.Text("to"), $"above {range.Text("from")}", "raise it, or lower from"));
            return null;
        }

        if (log && (from is long and <= 0 or double and <= 0))
        {
            problems.Add(range.Problem(
                "from", range.Text("from"), "above 0 on a logarithmic scale", "raise it, or use a linear scale"));
            return null;
        }

        return new Axis(path, field, from, to, log);
    }

    private static Override End(string path, SettingsMap range, string key)
    {
        Place place = range.PlaceOf(key);
        return new Override(path, range.Text(key), place.File, place.Line);
    }
}
