using AgentVerse.Model.Settings;
using AgentVerse.Scenarios.Reading;

namespace AgentVerse.Scenarios.Plans;

/// <summary>
/// Makes the design of a checked file. What treatments and points set is tried on the scenario: each treatment, each
/// listed point, each level and each end of a range alone, and all of them together where they are few. What goes wrong
/// in a combination only is found when that run is read.
/// </summary>
internal sealed class DesignReader(Trial trial, ComparisonCheck comparisons, ProblemLog problems)
{
    /// <summary>Most runs of an experiment.</summary>
    public const int RunsMax = 1_000_000;

    /// <summary>Most combinations of point and treatment that are all tried.</summary>
    private const int TriedMax = 256;

    private readonly AxisReader _axes = new(trial, problems);

    /// <summary>The design; without meaning where problems were reported.</summary>
    public Design Read(SettingsMap design, long seed)
    {
        int before = problems.Count;
        IReadOnlyList<Treatment> treatments = Treatments(design);
        PointSet points = design.Has("plan") ? Points(design.Section("plan"), seed) : Design.Single.Points;
        Design read = new(design.Has("replicates") ? design.Int32("replicates") : 1, treatments, points)
        {
            Search = design.Has("search") ? SearchOf(design, treatments, seed) : null,
        };
        if (read.Search is null && read.RunCount > RunsMax)
        {
            problems.Add(design.Problem(
                "replicates", Shown.Count(read.Replicates, "replicate"), $"few enough for at most {RunsMax} runs",
                $"choose fewer: {points.Count} points x {treatments.Count} treatments x {read.Replicates} replicates"));
        }

        // Only listed points differ in the paths that they set.
        int kinds = points is ListedPoints ? points.Count : 1;
        foreach (Treatment treatment in treatments)
        {
            for (int point = 0; point < kinds; point++)
            {
                trial.CheckOverlaps(treatment.Set, points[point]);
            }
        }

        if (problems.Count == before && points.Count * treatments.Count <= TriedMax)
        {
            TryAll(read);
        }

        return read;
    }

    private Search? SearchOf(SettingsMap design, IReadOnlyList<Treatment> treatments, long seed)
    {
        comparisons.Search(design.Section("search"), [.. treatments.Select(t => t.Name)]);
        return new SearchReader(trial, _axes, problems).Read(design, treatments, seed);
    }

    private void TryAll(Design design)
    {
        for (int point = 0; point < design.Points.Count; point++)
        {
            foreach (Treatment treatment in design.Treatments)
            {
                Override[] set = [.. design.Points[point], .. treatment.Set];
                if (set.Length > 1)
                {
                    trial.Run(set, $"at point {point} in treatment '{treatment.Name}'");
                }
            }
        }
    }

    private IReadOnlyList<Treatment> Treatments(SettingsMap design)
    {
        IReadOnlyList<SettingsMap> sections = design.Has("treatments") ? design.List("treatments") : [];
        WorldCheck.CheckNames(sections, problems);
        List<Treatment> treatments = [];
        foreach (SettingsMap section in sections)
        {
            string name = section.Has("name") ? section.Text("name") : section.Path;
            IReadOnlyList<Override> set = section.Has("set") ? section.Overrides("set") : [];
            treatments.Add(new Treatment(name, set));
            if (set.Count > 0)
            {
                trial.Run(set, $"in treatment '{name}'");
            }
        }

        return treatments.Count == 0 ? Design.Single.Treatments : treatments;
    }

    private PointSet Points(SettingsMap plan, long seed)
    {
        string[] written = [.. plan.Values.Where(v => v.Value is not null).Select(v => v.Key)];
        return written.Length != 1 ? Design.Single.Points : written[0] switch
        {
            "list" => Listed(plan.OverrideLists("list")),
            "grid" => GridOf(plan, plan.OverrideLists("grid")),
            "sobol" => Sampled(plan.Section("sobol"), "sobol", (count, _) => new Sobol(count)),
            _ => Sampled(
                plan.Section("latinHypercube"), "latinHypercube",
                (count, axes) => new LatinHypercube(seed, count, [.. axes.Select(a => a.Path)])),
        };
    }

    private ListedPoints Listed(IReadOnlyList<IReadOnlyList<Override>> points)
    {
        for (int i = 0; i < points.Count; i++)
        {
            trial.Run(points[i], $"at point {i} of the list");
        }

        return new ListedPoints(points.Count == 0 ? [[]] : points);
    }

    private PointSet GridOf(SettingsMap plan, IReadOnlyList<IReadOnlyList<Override>> axes)
    {
        if (Grid.CountOf(axes) > Grid.CountMax)
        {
            string counts = string.Join(" x ", axes.Select(a => a.Count));
            problems.Add(plan.Problem("grid", counts, $"at most {Grid.CountMax} points", "remove levels or axes"));
            return Design.Single.Points;
        }

        foreach (IReadOnlyList<Override> axis in axes)
        {
            HashSet<string> seen = [];
            foreach (Override level in axis)
            {
                if (!seen.Add(level.Value))
                {
                    problems.Add(new Problem(
                        level.File, level.Line, Shown.Text(level.Path), Shown.Text(level.Value), "a level listed once",
                        "remove it"));
                }

                trial.Run([level], "in the grid");
            }
        }

        trial.CheckOverlaps(axes.Select(a => a[0]));
        return new Grid(axes);
    }

    private PointSet Sampled(SettingsMap sample, string kind, Func<int, IReadOnlyList<Axis>, ISample> make)
    {
        List<Axis> axes = [];
        IReadOnlyList<KeyValuePair<string, SettingsMap>> ranges = sample.Has("over") ? sample.Ranges("over") : [];
        foreach (KeyValuePair<string, SettingsMap> range in ranges)
        {
            if (_axes.Read(range.Key, range.Value, $"in the {kind} plan") is { } axis)
            {
                axes.Add(axis);
            }
        }

        trial.CheckOverlaps(ranges.Select(r => new Override(r.Key, "", r.Value.File, r.Value.Line)));
        if (!sample.Has("points"))
        {
            return Design.Single.Points;
        }

        int count = sample.Int32("points");
        if (kind == "sobol" && (count & (count - 1)) != 0)
        {
            problems.Add(sample.Problem(
                "points", ScalarText.OfNumber(count), "a power of two",
                $"choose {1 << (31 - int.LeadingZeroCount(count))} or {1 << (32 - int.LeadingZeroCount(count))}"));
        }

        // A part of the axes would be another sample; what is read here is thrown away with the problems.
        return axes.Count < ranges.Count ? Design.Single.Points : new SampledPoints(axes, make(count, axes));
    }
}
