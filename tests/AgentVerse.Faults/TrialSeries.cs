using System.Text.RegularExpressions;

namespace AgentVerse.Faults;

/// <summary>Trials one after the other in one cluster, with a line each and a summary.</summary>
internal sealed partial class TrialSeries : IAsyncDisposable
{
    private readonly FaultCluster _cluster;
    private readonly IReadOnlyList<IReadOnlyList<string>> _expected;
    private readonly Action<string> _say;
    private readonly List<TrialResult> _results = [];

    private TrialSeries(FaultCluster cluster, IReadOnlyList<IReadOnlyList<string>> expected, Action<string> say)
    {
        _cluster = cluster;
        _expected = expected;
        _say = say;
    }

    internal IReadOnlyList<TrialResult> Results => _results;

    /// <summary>Finds out what undisturbed runs give, each in one process without a cluster; then starts the cluster.</summary>
    internal static async Task<TrialSeries> Start(Action<string> say, bool checkpointsInDatabase = false)
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
        return new TrialSeries(await FaultCluster.Start(checkpointsInDatabase), expected, say);
    }

    /// <summary>One trial; a line says what came of it.</summary>
    internal async Task<TrialResult> Run(int seed)
    {
        FaultPlan plan = FaultPlan.Of(seed);
        TrialResult result = await new Trial(_cluster, plan, _expected[plan.Scenario]).Run();
        _results.Add(result);
        string recoveries = string.Join(", ", result.Recoveries.Select(r => FormattableString.Invariant($"{r.TotalSeconds:F1}")));
        string outcome = result.Wrong.Length == 0 ? "same digest" : $"WRONG: {result.Wrong}";
        string resumed = result.Resumes > 0 ? $", resumed {result.Resumes} times" : "";
        _say(FormattableString.Invariant($"{plan}: {outcome}{resumed}; recovered in {recoveries} s; took {result.Took.TotalSeconds:F0} s"));
        if (result.Wrong.Length > 0)
        {
            _say(_cluster.Logs());
            _say($"replay: dotnet run -c Release --project tests/AgentVerse.Faults -- --seed {seed}");
        }

        return result;
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

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();

    [GeneratedRegex("digest ([0-9a-f]{64})")]
    private static partial Regex DigestForm();
}
