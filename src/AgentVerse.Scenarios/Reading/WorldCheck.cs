using AgentVerse.Model.Contracts;
using AgentVerse.Model.Settings;
using AgentVerse.Scenarios.Declarations;
using AgentVerse.Scenarios.Publishing;

namespace AgentVerse.Scenarios.Reading;

/// <summary>
/// What no single key can tell: names that must differ or exist, sums, the end of the simulated time. Values that did
/// not fit their fields are absent here, and passed over.
/// </summary>
internal sealed class WorldCheck(Catalogue catalogue, ProblemLog problems)
{
    /// <summary>Checks the values of a whole scenario.</summary>
    public void Run(SettingsMap root)
    {
        CheckEnd(root);
        IReadOnlyList<SettingsMap> populations = root.Has("populations") ? root.List("populations") : [];
        CheckNames(populations, problems);
        CheckTotal(populations);
        new AccountCheck(catalogue, problems).Run(populations);
        if (root.Has("measures"))
        {
            CheckMeasures(root.List("measures"), populations);
        }
    }

    /// <summary>Reports names that stand twice.</summary>
    public static void CheckNames(IReadOnlyList<SettingsMap> items, ProblemLog problems)
    {
        Dictionary<string, SettingsMap> seen = new(StringComparer.Ordinal);
        foreach (SettingsMap item in items.Where(i => i.Has("name")))
        {
            string name = item.Text("name");
            if (!seen.TryAdd(name, item))
            {
                string fix = $"rename it, or {seen[name].Path}";
                problems.Add(item.Problem("name", name, "a name that stands once", fix));
            }
        }
    }

    private void CheckEnd(SettingsMap root)
    {
        if (!root.Has("start") || !root.Has("tick") || !root.Has("ticks"))
        {
            return;
        }

        long room = ScenarioKeys.DateMax - root.Integer("start");
        if (root.Integer("tick") * root.Integer("ticks") > room)
        {
            string last = TimeText.Date(ScenarioKeys.DateMax);
            problems.Add(root.Problem(
                "ticks", Shown.Count(root.Integer("ticks"), "tick"), $"few enough to end by {last}",
                $"choose at most {room / root.Integer("tick")} ticks of {TimeText.Span(root.Integer("tick"))}"));
        }
    }

    private void CheckTotal(IReadOnlyList<SettingsMap> populations)
    {
        long total = 0;
        foreach (SettingsMap population in populations.Where(p => p.Has("count")))
        {
            long before = total;
            total += population.Integer("count");
            if (total > ScenarioKeys.AgentsMax && before <= ScenarioKeys.AgentsMax)
            {
                problems.Add(population.Problem(
                    "count", Shown.Count(population.Integer("count"), "agent"),
                    $"at most {ScenarioKeys.AgentsMax} agents over all populations",
                    $"choose at most {ScenarioKeys.AgentsMax - before} here, or fewer above"));
            }
        }
    }

    private void CheckMeasures(IReadOnlyList<SettingsMap> measures, IReadOnlyList<SettingsMap> populations)
    {
        string[] names = [.. populations.Where(p => p.Has("name")).Select(p => p.Text("name"))];
        HashSet<string> seen = [];
        foreach (SettingsMap measure in measures)
        {
            if (measure.Has("population") && !names.Contains(measure.Text("population")))
            {
                string name = measure.Text("population");
                string allowed = names.Length == 0 ? "a population of the scenario" : Allowed.OneOf(names);
                problems.Add(measure.Problem("population", name, allowed, Nearest.WordFix(name, names)));
            }
            else if (measure.Has("population") && measure.Has("column"))
            {
                string name = measure.Text("population");
                CheckColumn(measure, populations.First(p => p.Has("name") && p.Text("name") == name), populations);
            }

            if (!seen.Add(CanonicalText.Of(ScenarioKeys.MeasureFields(catalogue, measure), measure)))
            {
                problems.Add(new Problem(
                    measure.File, measure.Line, measure.Path, "", "a measure that stands once", "remove it"));
            }
        }
    }

    /// <summary>
    /// Recorded columns of a population with a kind: the units, the kind's own columns, and wallets of tokens that
    /// commanded accounts have.
    /// </summary>
    public static string[] RecordedColumns(
        Catalogue catalogue, SettingsMap population, IReadOnlyList<SettingsMap> populations)
    {
        AgentKind kind = catalogue.Kinds[population.Text("kind")];
        IEnumerable<AgentKind> commanded = populations
            .Where(p => p.Has("kind") && p.Has("controlledBy") && p.Text("controlledBy") == population.Text("name"))
            .Select(p => catalogue.Kinds[p.Text("kind")]);
        return
        [
            .. PopulationPlan.ColumnsOf(kind, commanded, isControlled: false)
                .Where((c, i) => c.Recorded && i >= EngineColumns.ClaimedUnits)
                .Select(c => c.Name),
        ];
    }

    private void CheckColumn(SettingsMap measure, SettingsMap population, IReadOnlyList<SettingsMap> populations)
    {
        if (!population.Has("kind"))
        {
            return;
        }

        string column = measure.Text("column");
        string[] columns = RecordedColumns(catalogue, population, populations);
        if (!columns.Contains(column))
        {
            string allowed = columns.Length == 0 ? "a recorded column" : $"a recorded column: {Allowed.OneOf(columns)}";
            problems.Add(measure.Problem("column", Shown.Text(column), allowed, Nearest.WordFix(column, columns)));
        }
    }
}
