using System.Diagnostics;
using System.Globalization;

using AgentVerse.Grains;
using AgentVerse.Results;
using AgentVerse.Results.Experiments;

namespace AgentVerse.Faults;

/// <summary>
/// Many experiments of many small runs, handed in at once: all runs are done, none twice; at half-time all experiments
/// are equally far; the silos' memory stays bounded.
/// </summary>
internal sealed class QueueTrial(FaultCluster cluster, int experiments, int runs, Action<string> say)
{
    /// <summary>
    /// With fewer runs the head start of whoever was handed in first weighs more than what the queue does; the rule of
    /// sharing itself is tested without a clock.
    /// </summary>
    private const int RunsToJudge = 1000;

    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Patience = TimeSpan.FromHours(2);

    /// <summary>What is wrong; empty if all is well.</summary>
    internal async Task<string> Run()
    {
        Stopwatch clock = Stopwatch.StartNew();
        string[] names = [.. Enumerable.Range(0, experiments).Select(i => string.Create(CultureInfo.InvariantCulture, $"queued-{i:D3}"))];
        foreach (string name in names)
        {
            SubmissionAnswer answer = await cluster.Client.Submit(
                name, new Submission { FileName = name, Text = Scenario, Overrides = [], Files = [] });
            if (answer.Problems.Count > 0)
            {
                return string.Join("; ", answer.Problems);
            }
        }

        say(FormattableString.Invariant($"{experiments} experiments of {runs} runs handed in after {clock.Elapsed.TotalSeconds:F0} s"));
        (double fairness, long bytes) = await Watch(names, clock);
        string wrong = string.Join("; ", names.Select(Judge).Where(w => w.Length > 0).Take(5));
        say(FormattableString.Invariant(
            $"all ended after {clock.Elapsed.TotalSeconds:F0} s; Jain's index of runs done at half-time {fairness:F3}; largest silo {bytes / 1048576} MiB"));
        return fairness < 0.9 && experiments * runs >= RunsToJudge ? $"unfair: Jain's index {fairness:F3}; {wrong}" : wrong;
    }

    private string Scenario => $$"""
        scenario: 1
        name: queued
        start: 2025-01-01
        tick: 1h
        ticks: 20
        seed: 3
        networks:
          wse1: {workers: workers}
        populations:
          - {name: workers, kind: worker, count: 200, policies: [columns]}
        design: {replicates: {{runs}}}
        """;

    /// <summary>Follows all to their ends; gives the fairness at half-time and the most memory of a silo.</summary>
    private async Task<(double Fairness, long Bytes)> Watch(string[] names, Stopwatch clock)
    {
        double fairness = 1;
        long bytes = 0;
        bool isHalf = false;
        while (clock.Elapsed < Patience)
        {
            List<ExperimentStatus> states = [];
            foreach (string name in names)
            {
                states.Add(await cluster.Client.Status(name));
            }

            bytes = Math.Max(bytes, cluster.Silos.Max(s => s.Bytes));
            double[] done = [.. states.Select(s => (double)s.Runs.Count(r => r.Status.Phase == RunPhase.Done))];
            if (!isHalf && done.Sum() >= experiments * runs / 2.0)
            {
                isHalf = true;
                fairness = done.Sum() * done.Sum() / (done.Length * done.Sum(d => d * d));
            }

            if (states.All(s => s.Phase is not (RunPhase.Running or RunPhase.Waiting)))
            {
                return (fairness, bytes);
            }

            await Task.Delay(Poll);
        }

        throw new TimeoutException($"the queue was not done within {Patience}");
    }

    private string Judge(string name)
    {
        ExperimentFolder folder = ExperimentFolder.Open(Path.Combine(cluster.Data, name));
        Manifest manifest = ManifestFile.Read(folder);
        int done = manifest.Runs.Count(r => r.Digest.Length > 0);
        int different = manifest.Runs.Select(r => r.Id).Distinct().Count();
        return done != runs || different != runs
            ? $"{name} has {done} runs done, {different} different ones, of {runs}"
            : string.Join("; ", manifest.Runs.SelectMany(r => Verification.Problems(folder, r)));
    }
}
