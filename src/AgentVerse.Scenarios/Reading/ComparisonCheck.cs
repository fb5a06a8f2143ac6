using AgentVerse.Model.Comparing;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Settings;

namespace AgentVerse.Scenarios.Reading;

/// <summary>
/// What no single key of a comparison or a search can tell: treatments, populations, columns, series and events that
/// must exist. Values that did not fit their fields are absent here, and passed over.
/// </summary>
internal sealed class ComparisonCheck(Catalogue catalogue, SettingsMap root, ProblemLog problems)
{
    private readonly IReadOnlyList<SettingsMap> _populations =
        root.Has("populations") ? root.List("populations") : [];

    /// <summary>Checks all comparisons.</summary>
    /// <param name="treatments">Names of the treatments.</param>
    public void Run(IReadOnlyList<string> treatments)
    {
        IReadOnlyList<SettingsMap> comparisons = root.Has("comparisons") ? root.List("comparisons") : [];
        WorldCheck.CheckNames(comparisons, problems);
        foreach (SettingsMap comparison in comparisons)
        {
            CheckTreatment(comparison, "control", treatments);
            CheckTreatment(comparison, "treatment", treatments);
            foreach (SettingsMap split in ListOf(comparison, "splits"))
            {
                CheckTreatment(split, "treatment", treatments);
            }

            foreach (string key in (string[])["value", "reward", "bound"])
            {
                CheckTerms(comparison, key);
            }

            CheckColumns(comparison);
            CheckEvents(comparison);
            CheckRate(comparison);
        }
    }

    /// <summary>Checks the names in a search.</summary>
    public void Search(SettingsMap search, IReadOnlyList<string> treatments)
    {
        CheckTreatment(search, "control", treatments);
        CheckTreatment(search, "attack", treatments);
        CheckTerms(search, "value");
        CheckRate(search);
    }

    /// <summary>Discounting needs to know when something came: everyone must be recorded within the run.</summary>
    private void CheckRate(SettingsMap section)
    {
        SettingsMap? agents = root.Has("record") ? root.Section("record").Section("agents") : null;
        bool isDiscounted = section.Has("rate") && section.Number("rate") > 0;
        bool isPriced = ((string[])["value", "reward"]).SelectMany(k => ListOf(section, k))
            .Any(t => t.Has("price") && t.Text("price").Length > 0);
        bool isRecorded = agents is not null && agents.Has("every") && agents.Has("share")
            && agents.Integer("every") > 0 && agents.Number("share") >= 1;
        if (isDiscounted && !isRecorded)
        {
            problems.Add(section.Problem(
                "rate", ScalarText.OfNumber(section.Number("rate")),
                "0 unless record.agents.every is above 0 and record.agents.share is 1",
                "record everyone within the run"));
        }
        else if (isPriced && !isRecorded)
        {
            problems.Add(new Problem(
                section.File, section.Line, section.Path, "",
                "without prices unless everyone is recorded within the run",
                "set record.agents.every above 0 and record.agents.share to 1"));
        }
    }

    private void CheckTreatment(SettingsMap section, string key, IReadOnlyList<string> treatments)
    {
        if (section.Has(key) && section.Text(key) is var name && !treatments.Contains(name))
        {
            problems.Add(section.Problem(
                key, name, $"a treatment of the design: {Allowed.OneOf([.. treatments])}",
                Nearest.WordFix(name, [.. treatments])));
        }
    }

    private void CheckTerms(SettingsMap section, string key)
    {
        foreach (SettingsMap term in ListOf(section, key))
        {
            if (term.Has("population") && term.Has("column"))
            {
                CheckColumn(term, "population", "column", term.Text("population"));
            }

            if (term.Has("price") && term.Text("price") is { Length: > 0 } price && SeriesName.Parse(price) is null)
            {
                problems.Add(term.Problem(
                    "price", price, "network/shard/series, such as markets/TAO/priceUsd", "write all three"));
            }
        }
    }

    /// <summary>Columns of comparisons of lists of populations, each of which must have them.</summary>
    private void CheckColumns(SettingsMap comparison)
    {
        foreach (string list in (string[])["attackers", "honest"])
        {
            foreach (string name in comparison.Has(list) ? comparison.Texts(list) : [])
            {
                foreach (string key in (string[])["reward", "spent", "units"])
                {
                    if (comparison.Has(key) && comparison.Text(key).Length > 0)
                    {
                        CheckColumn(comparison, list, key, name);
                    }
                }
            }
        }
    }

    private void CheckColumn(SettingsMap section, string populationKey, string columnKey, string name)
    {
        if (PopulationOf(section, populationKey, name) is not { } population || !population.Has("kind"))
        {
            return;
        }

        string column = section.Text(columnKey);
        string[] columns = WorldCheck.RecordedColumns(catalogue, population, _populations);
        if (!columns.Contains(column))
        {
            string allowed = columns.Length == 0 ? "a recorded column" : $"a recorded column: {Allowed.OneOf(columns)}";
            problems.Add(section.Problem(columnKey, Shown.Text(column), allowed, Nearest.WordFix(column, columns)));
        }
    }

    private SettingsMap? PopulationOf(SettingsMap section, string key, string name)
    {
        SettingsMap? found = _populations.FirstOrDefault(p => p.Has("name") && p.Text("name") == name);
        if (found is null)
        {
            string[] names = [.. _populations.Where(p => p.Has("name")).Select(p => p.Text("name"))];
            string allowed = names.Length == 0 ? "a population of the scenario" : Allowed.OneOf(names);
            problems.Add(section.Problem(key, name, allowed, Nearest.WordFix(name, names)));
        }

        return found;
    }

    private void CheckEvents(SettingsMap comparison)
    {
        if (comparison.Has("population") && comparison.Has("entry"))
        {
            PopulationOf(comparison, "population", comparison.Text("population"));
        }

        string[] known = root.Has("networks")
            ?
            [
                .. root.Section("networks").Values.Where(n => n.Value is not null)
                    .SelectMany(n => catalogue.Networks[n.Key].Events).Select(e => e.Name).Distinct()
                    .Order(StringComparer.Ordinal),
            ]
            : [];
        foreach (string key in (string[])["entry", "exit"])
        {
            foreach (string name in comparison.Has(key) ? comparison.Texts(key) : [])
            {
                if (!known.Contains(name))
                {
                    string allowed = known.Length == 0 ? "an event of the scenario's networks" : Allowed.OneOf(known);
                    problems.Add(comparison.Problem(key, Shown.Text(name), allowed, Nearest.WordFix(name, known)));
                }
            }
        }
    }

    private static IReadOnlyList<SettingsMap> ListOf(SettingsMap section, string key) =>
        section.Has(key) && section.Values.First(v => v.Key == key).Value is IReadOnlyList<SettingsMap> list
            ? list
            : [];
}
