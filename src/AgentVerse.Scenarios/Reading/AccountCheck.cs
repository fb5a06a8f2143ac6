using AgentVerse.Model.Contracts;
using AgentVerse.Model.Settings;

namespace AgentVerse.Scenarios.Reading;

/// <summary>Who commands whom, and what is split, must fit together.</summary>
internal sealed class AccountCheck(Catalogue catalogue, ProblemLog problems)
{
    /// <summary>Checks all populations.</summary>
    public void Run(IReadOnlyList<SettingsMap> populations)
    {
        string[] names = [.. populations.Where(p => p.Has("name")).Select(p => p.Text("name"))];
        foreach (SettingsMap population in populations)
        {
            if (population.Has("controlledBy"))
            {
                CheckCommander(population, populations, names);
            }

            if (population.Has("split"))
            {
                CheckSplit(population);
            }
        }
    }

    private void CheckCommander(SettingsMap population, IReadOnlyList<SettingsMap> populations, string[] names)
    {
        string name = population.Text("controlledBy");
        SettingsMap? commander = populations.FirstOrDefault(p => p.Has("name") && p.Text("name") == name);
        if (commander is null)
        {
            string allowed = $"a population of the scenario: {Allowed.OneOf(names)}";
            problems.Add(population.Problem("controlledBy", Shown.Text(name), allowed, Nearest.WordFix(name, names)));
            return;
        }

        if (commander.Has("controlledBy"))
        {
            problems.Add(population.Problem(
                "controlledBy", Shown.Text(name), "a population that nobody commands itself",
                "name the one at the top"));
        }

        long controllers = ControllersOf(population);
        if (commander.Has("count") && controllers > commander.Integer("count"))
        {
            problems.Add(population.Problem(
                "controlledBy", Shown.Text(name), $"a population of at least {controllers} agents, one a controller",
                $"raise its count, or accountsPerController here"));
        }

        if (population.Has("arrivals") && population.Integer("arrivals") > 0)
        {
            problems.Add(population.Problem(
                "arrivals", TimeText.Span(population.Integer("arrivals")), "0: accounts wake by order",
                "remove it, or controlledBy"));
        }
    }

    /// <summary>Least number of controllers that a population certainly has; 0 where it cannot be told.</summary>
    private static long ControllersOf(SettingsMap population)
    {
        bool isKnown = population.Has("count") && population.Has("accountsPerController");
        if (!isKnown)
        {
            return 0;
        }

        long each = population.Integer("accountsPerController");
        long count = population.Integer("count");
        return population.Has("accountsSpread") ? count : (count + each - 1) / each;
    }

    private void CheckSplit(SettingsMap population)
    {
        SettingsMap split = population.Section("split");
        if (population.Has("controlledBy") && split.Has("k") && split.Integer("k") > 1)
        {
            problems.Add(split.Problem(
                "k", $"{split.Integer("k")}", "1 where a controller decides how many accounts it uses",
                "set how many in its attacks, or remove controlledBy"));
        }

        bool isBySize = split.Has("choose") && split.Text("choose") != "drawn" && split.Has("by");
        if (isBySize && population.Has("kind"))
        {
            AgentKind kind = catalogue.Kinds[population.Text("kind")];
            string[] columns = [.. EngineColumns.All.Concat(kind.Columns).Where(IsSize).Select(c => c.Name)];
            string by = split.Text("by");
            if (!columns.Contains(by))
            {
                problems.Add(split.Problem(
                    "by", Shown.Text(by), $"a column: {Allowed.OneOf(columns)}", Nearest.WordFix(by, columns)));
            }
        }
    }

    private static bool IsSize(Column column) =>
        column.Type is not ColumnType.UInt64 && column.Name is not ("wake" or "policy");
}
