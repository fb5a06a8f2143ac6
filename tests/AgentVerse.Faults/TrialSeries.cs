using System.Text.RegularExpressions;

namespace AgentVerse.Faults;

/// <summary>Trials one after the other, with a line each and a summary.</summary>
internal sealed partial class TrialSeries
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
        string folder = Directory.CreateTempSubdirectory("agentverse-undisturbed-").FullName;
        foreach ((string name, string text) in TrialScenarios.All)
        {
            string path = Path.Combine(folder, $"{name}.yaml");
            await File.WriteAllTextAsync(path, text);
            string output = await Shell.Run("dotnet", Shell.Program, "run", path, "--out", Path.Combine(folder, name));
            expected.Add([.. DigestForm().Matches(output).Select(m => m.Groups[1].Value)]);
        }

        Directory.Delete(folder, recursive: true);
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
        string recoveries = string.Join(", ", result.Recoveries.Select(r => FormattableString.Invariant($"{r.TotalSeconds:F1}")));
        string outcome = result.Wrong.Length == 0 ? "same digest" : $"WRONG: {result.Wrong}";
        string resumed = result.Resumes > 0 ? $", resumed {result.Resumes} times" : "";
        _say(FormattableString.Invariant($"{plan}: {outcome}{resumed}; recovered in {recoveries} s; took {result.Took.TotalSeconds:F0} s"));
        if (result.Wrong.Length > 0)
        {
            _say(cluster.Logs());
            _say($"replay: dotnet run -c Release --project tests/AgentVerse.Faults -- --seed {plan.Seed}");
        }
    }

    /// <summary>Median and worst time to recover.</summary>
    internal string Summary()
    {
        double[] seconds = [.. _results.SelectMany(r => r.Recoveries).Select(r => r.TotalSeconds).Order()];
        string times = seconds.Length == 0 ? "no fault"
            : FormattableString.Invariant($"time to recover: median {seconds[seconds.Length / 2]:F1} s, worst {seconds[^1]:F1} s");
        return FormattableString.Invariant(
            $"{_results.Count} trials, {_results.Count(r => r.Wrong.Length > 0)} wrong, {seconds.Length} faults, {_results.Sum(r => r.Resumes)} resumes; {times}");
    }

    [GeneratedRegex("digest ([0-9a-f]{64})")]
    private static partial Regex DigestForm();
}
