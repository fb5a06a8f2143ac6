namespace AgentVerse.Faults;

/// <summary>Trials one after the other, with a line each and a summary.</summary>
internal sealed class TrialSeries
{
    private readonly IReadOnlyList<IReadOnlyList<string>> _expected;
    private readonly Action<string> _say;
    private readonly List<TrialResult> _results = [];

    private TrialSeries(IReadOnlyList<IReadOnlyList<string>> expected, Action<string> say) =>
        (_expected, _say) = (expected, say);

    internal IReadOnlyList<TrialResult> Results => _results;

    /// <summary>Finds out what undisturbed runs give, each in one process without a cluster; then runs the trials.</summary>
    internal static async Task<TrialSeries> Run(IEnumerable<int> seeds, Action<string> say)
    {
        List<IReadOnlyList<string>> expected = [];
        foreach ((string name, string text) in TrialScenarios.All)
        {
            expected.Add(await Undisturbed.Digests(name, text));
        }

        TrialSeries series = new(expected, say);

        // Those with the database first: a series that is stopped should have had some of them.
        foreach (IGrouping<bool, FaultPlan> plans in seeds.Select(FaultPlan.Of)
            .GroupBy(p => p.KeepsInDatabase).OrderByDescending(g => g.Key))
        {
            await using FaultCluster cluster = await FaultCluster.Start(plans.Key);
            foreach (FaultPlan plan in plans)
            {
                await series.Run(cluster, plan);
            }
        }

        return series;
    }

    /// <summary>One trial; a line says what came of it.</summary>
    private async Task Run(FaultCluster cluster, FaultPlan plan)
    {
        TrialResult result = await new Trial(cluster, plan, _expected[plan.Scenario]).Run();
        _results.Add(result);
        string stood = string.Join(", ", result.Hits.Select(h => FormattableString.Invariant($"{h.Standstill.TotalSeconds:F1}")));
        string outcome = result.Wrong.Length == 0 ? "same digest" : $"WRONG: {result.Wrong}";
        string resumed = result.Resumes > 0 ? $", resumed {result.Resumes} times" : "";
        _say(FormattableString.Invariant($"{plan}: {outcome}{resumed}; stood still for {stood} s; took {result.Took.TotalSeconds:F0} s"));
        if (result.Wrong.Length > 0)
        {
            _say(cluster.Logs());
            _say($"replay: dotnet run -c Release --project tests/AgentVerse.Faults -- --seed {plan.Seed}");
        }
    }

    /// <summary>Median and worst time to recover, of all faults and of each kind.</summary>
    internal string Summary()
    {
        List<Hit> hits = [.. _results.SelectMany(r => r.Hits)];
        int tooLate = _results.Sum(r => r.Plan.Faults.Count) - hits.Count;
        string head = FormattableString.Invariant(
            $"{_results.Count} trials, {_results.Count(r => r.Wrong.Length > 0)} wrong, {hits.Count} faults, {tooLate} more came too late, {_results.Sum(r => r.Resumes)} resumes");
        return string.Join(Environment.NewLine, [
            head,
            Line("all", hits),
            .. hits.GroupBy(h => h.Kind).OrderBy(g => g.Key).Select(g => Line($"{g.Key}", g)),
        ]);
    }

    private static string Line(string name, IEnumerable<Hit> hits)
    {
        double[] seconds = [.. hits.Select(h => h.Standstill.TotalSeconds).Order()];
        return seconds.Length == 0 ? $"{name}: none" : FormattableString.Invariant(
            $"{name}: {seconds.Length}, longest standstill: median {seconds[seconds.Length / 2]:F1} s, worst {seconds[^1]:F1} s");
    }
}
