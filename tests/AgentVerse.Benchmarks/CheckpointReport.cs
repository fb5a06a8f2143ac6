using System.Diagnostics;
using System.Globalization;

using AgentVerse.Grains;

namespace AgentVerse.Benchmarks;

/// <summary>
/// What checkpoints cost: the time of a commit beside the time of the ticks between two of them, in turn in one process.
/// </summary>
/// <param name="bench">The silo.</param>
/// <param name="commits">Commits that are timed, odd.</param>
/// <param name="seconds">Time of ticks between two of them.</param>
/// <param name="output">Where the report goes.</param>
internal sealed class CheckpointReport(Bench bench, int commits, double seconds, TextWriter output)
{
    /// <summary>The default of <c>execution.checkpointEvery</c>.</summary>
    private const int DefaultInterval = 100;

    internal async Task Write(IReadOnlyList<(string Name, Func<long, int, string> World, long Agents)> worlds)
    {
        output.WriteLine($"## A commit every {DefaultInterval} ticks, on a local disk");
        output.WriteLine();
        output.WriteLine("| | agents | ms a tick | ms a commit | MB a commit | commits % of the run |");
        output.WriteLine("|---|---|---|---|---|---|");
        foreach ((string name, Func<long, int, string> world, long agents) in worlds)
        {
            (double tick, double commit, double bytes) = await Measure(world(agents, 65_536));
            double share = commit / ((DefaultInterval * tick) + commit);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {name} | {agents:N0} | {1e3 * tick:F2} | {1e3 * commit:F0} | {bytes / 1e6:F1} | {100 * share:F1} |"));
            output.Flush();
        }

        output.WriteLine();
    }

    private async Task<(double Tick, double Commit, double Bytes)> Measure(string scenario)
    {
        RunControl control = new() { Spec = await bench.Keep(scenario), Incarnation = 1 };
        await using RunIncarnation run = await bench.Coordination.Begin(control);
        Driven ticks = Driven.Distributed(run);
        await ticks.Open(seconds);
        List<double> took = [];
        List<double> perTick = [];
        for (int i = 0; i < commits; i++)
        {
            int before = run.State.Tick;
            Sample sample = await ticks.Ticks(seconds);
            perTick.Add(sample.Seconds / (run.State.Tick - before));
            long start = Stopwatch.GetTimestamp();
            await run.Save(control, final: false);
            await run.Publish(control);
            took.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        string folder = Path.Combine(bench.Folder, control.Spec!.Experiment);
        double bytes = control.Segments.Sum(s => new FileInfo(Path.Combine(folder, s)).Length);
        return (Middle(perTick), Middle(took), bytes);
    }

    private static double Middle(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
