using AgentVerse.Model.Comparing;
using AgentVerse.Model.Settings;
using AgentVerse.Scenarios.Reading;

namespace AgentVerse.Scenarios.Plans;

/// <summary>Makes the search of a checked design; what attacks set is tried on the scenario.</summary>
internal sealed class SearchReader(Trial trial, AxisReader axes, ProblemLog problems)
{
    private const string Place = "in the search";
    private static readonly string[] Needed = ["method", "evaluations", "training", "fresh"];

    /// <summary>The search; null, or without meaning, where problems were reported.</summary>
    public Search? Read(SettingsMap design, IReadOnlyList<Treatment> treatments, long seed)
    {
        SettingsMap search = design.Section("search");
        CheckDesign(design, search);
        Treatment? control = Find(treatments, search, "control"), attack = Find(treatments, search, "attack");
        SearchSpace space = SpaceOf(search);
        Override? budget = BudgetOf(search);
        if (control is null || attack is null || !Array.TrueForAll(Needed, search.Has))
        {
            return null;
        }

        CheckTogether(search, attack, space, budget);
        int levels = LevelsOf(search, space);
        CheckRuns(search);
        return problems.Count > 0 ? null : new Search
        {
            Method = MethodOf(search.Text("method")),
            Family = search.Text("family"),
            Evaluations = search.Int32("evaluations"),
            Training = search.Int32("training"),
            Fresh = search.Int32("fresh"),
            Control = control,
            Attack = attack,
            Value = ValueRequest.Of(search, "value"),
            Budget = budget,
            Seed = seed,
            Space = space,
            Levels = levels,
        };
    }

    private static SearchMethod MethodOf(string word) => word switch
    {
        "grid" => SearchMethod.Grid,
        "crossEntropy" => SearchMethod.CrossEntropy,
        _ => SearchMethod.Bisection,
    };

    private static Treatment? Find(IReadOnlyList<Treatment> treatments, SettingsMap search, string key) =>
        search.Has(key) ? treatments.FirstOrDefault(t => t.Name == search.Text(key)) : null;

    /// <summary>A search takes the place of points and replicates.</summary>
    private void CheckDesign(SettingsMap design, SettingsMap search)
    {
        if (design.Has("replicates") && design.Int32("replicates") != 1)
        {
            problems.Add(design.Problem(
                "replicates", ScalarText.OfNumber(design.Int32("replicates")), "left away beside a search",
                "say training and fresh under search"));
        }

        if (design.Has("plan") && design.Section("plan") is var plan && plan.Values.Any(v => v.Value is not null))
        {
            problems.Add(new Problem(plan.File, plan.Line, plan.Path, "", "left away beside a search", "remove it"));
        }

        if (search.Has("control") && search.Has("attack") && search.Text("control") == search.Text("attack"))
        {
            problems.Add(search.Problem(
                "attack", search.Text("attack"), "another treatment than the control", "name the attack's"));
        }
    }

    private SearchSpace SpaceOf(SettingsMap search)
    {
        List<Axis> ranges = [];
        foreach (KeyValuePair<string, SettingsMap> range in search.Has("over") ? search.Ranges("over") : [])
        {
            ranges.AddRange(axes.Read(range.Key, range.Value, Place) is { } axis ? [axis] : []);
        }

        SettingsMap? identities = search.Has("identities") ? search.Section("identities") : null;
        if (identities is null || !identities.Has("path") || !identities.Has("most"))
        {
            return new SearchSpace(ranges, "", [1]);
        }

        string path = identities.Text("path");
        trial.Run([At(identities, "path", path, "1")], Place);
        trial.Run([At(identities, "most", path, ScalarText.OfNumber(identities.Int32("most")))], Place);
        return new SearchSpace(ranges, path, SearchSpace.PowersOfTwo(identities.Int32("most")));
    }

    private Override? BudgetOf(SettingsMap search)
    {
        SettingsMap? budget = search.Has("budget") ? search.Section("budget") : null;
        if (budget is null || !budget.Has("path") || !budget.Has("amount"))
        {
            return null;
        }

        Override set = At(budget, "amount", budget.Text("path"), budget.Text("amount"));
        trial.Run([At(budget, "path", set.Path, "0")], Place);
        return trial.Run([set], Place) ? set : null;
    }

    private void CheckTogether(SettingsMap search, Treatment attack, SearchSpace space, Override? budget)
    {
        bool isBisection = search.Text("method") == "bisection";
        int count = search.Has("over") ? search.Ranges("over").Count : 0;
        if (isBisection ? count != 1 : count == 0 && space.IdentitiesPath.Length == 0)
        {
            problems.Add(new Problem(
                search.File, search.Line, search.Path, "",
                isBisection ? "with exactly one range under over: that of the fee" : "over a range, or identities",
                "add what attacks differ in"));
        }

        IReadOnlyList<Override> first = space.Set(new SearchPoint(0, [.. space.Axes.Select(_ => 0.0)]));
        IReadOnlyList<Override> last =
            space.Set(new SearchPoint(space.Identities.Count - 1, [.. space.Axes.Select(_ => 1.0)]));
        Override[] fixedSet = [.. attack.Set, .. budget is null ? (Override[])[] : [budget]];
        trial.CheckOverlaps([.. fixedSet[attack.Set.Count..], .. first], attack.Set);
        if (trial.Run([.. fixedSet, .. first], Place))
        {
            trial.Run([.. fixedSet, .. last], Place);
        }
    }

    /// <summary>Levels of a grid; reports numbers of accounts or levels that the evaluations cannot hold.</summary>
    private int LevelsOf(SettingsMap search, SearchSpace space)
    {
        int evaluations = search.Int32("evaluations");
        int ends = search.Text("method") == "bisection" ? 2 : 1;
        if (space.Identities.Count * ends > evaluations)
        {
            problems.Add(search.Problem(
                "evaluations", ScalarText.OfNumber(evaluations),
                $"at least {space.Identities.Count * ends}: every number of accounts is tried", "raise it"));
        }

        int levels = search.Has("levels") ? search.Int32("levels") : 0;
        if (search.Text("method") == "grid" && levels > 0
            && SearchMethods.CountOf(levels, space.Identities.Count, space.Axes.Count) > evaluations)
        {
            problems.Add(search.Problem(
                "levels", ScalarText.OfNumber(levels), "few enough for the evaluations",
                "lower it, or raise evaluations"));
        }

        return levels > 0
            ? levels
            : SearchMethods.LevelsFor(evaluations, space.Identities.Count, space.Axes.Count);
    }

    private void CheckRuns(SettingsMap search)
    {
        long runs = (search.Integer("evaluations") + 1) * search.Integer("training");
        if (runs > DesignReader.RunsMax)
        {
            problems.Add(search.Problem(
                "evaluations", ScalarText.OfNumber(search.Integer("evaluations")),
                $"few enough for at most {DesignReader.RunsMax} runs", "lower it, or training"));
        }
    }

    private static Override At(SettingsMap section, string key, string path, string value)
    {
        Place place = section.PlaceOf(key);
        return new Override(path, value, place.File, place.Line);
    }
}
