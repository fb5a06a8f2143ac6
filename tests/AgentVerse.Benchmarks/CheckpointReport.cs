using System.Diagnostics;
using System.Globalization;

using AgentVerse.Grains;

namespace AgentVerse.Benchmarks;

/// <summary>What checkpoints cost at the default rhythm: share of a run's time in commits, in one process.</summary>
/// <param name="bench">The silo.</param>
/// <param name="seconds">Time of a run that is measured, after a tenth of it to warm up.</param>
/// <param name="output">Where the report goes.</param>
internal sealed class CheckpointReport(Bench bench, double seconds, TextWriter output)
{
    internal async Task Write(IReadOnlyList<(string Name, Func<long, int, string> World, long Agents)> worlds)
    {
        output.WriteLine("## Commits at the default rhythm, on a local disk");
        output.WriteLine();
        output.WriteLine("| | agents | ms a tick | commits | s between two | ms a commit | MB a commit | commits % of the run |");
        output.WriteLine("|---|---|---|---|---|---|---|---|");
        foreach ((string name, Func<long, int, string> world, long agents) in worlds)
        {
            Reading r = await Measure(world(agents, 65_536));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {name} | {agents:N0} | {1e3 * r.TickSeconds / r.Ticks:F2} | {r.Commits} | {r.TickSeconds / r.Commits:F1} | {1e3 * r.CommitSeconds / r.Commits:F0} | {r.Bytes / 1e6:F1} | {100 * r.CommitSeconds / (r.TickSeconds + r.CommitSeconds):F1} |"));
            output.Flush();
        }

        output.WriteLine();
    }

    /// <summary>Runs until the time is over and a commit has ended, so that only whole intervals count.</summary>
    private async Task<Reading> Measure(string scenario)
    {
        RunControl control = new() { Spec = await bench.Keep(scenario), Incarnation = 1 };
        await using RunIncarnation run = await bench.Coordination.Begin(control);
        Driven driven = Driven.Distributed(run);
        await driven.Open(seconds / 10);
        CommitRhythm rhythm = new(0, TimeProvider.System);
        Reading sum = default;
        while (sum.TickSeconds < seconds || control.CommittedTick < run.State.Tick)
        {
            int before = run.State.Tick;
            Sample ticks = await driven.Ticks(0);
            sum = sum with { Ticks = sum.Ticks + run.State.Tick - before, TickSeconds = sum.TickSeconds + ticks.Seconds };
            if (!rhythm.IsDue(run.State.Tick, control.CommittedTick))
            {
                continue;
            }

            long start = Stopwatch.GetTimestamp();
            await rhythm.Commit(async () =>
            {
                await run.Save(control, final: false);
                await run.Publish(control);
            });
            sum = sum with
            {
                Commits = sum.Commits + 1,
                CommitSeconds = sum.CommitSeconds + Stopwatch.GetElapsedTime(start).TotalSeconds,
            };
        }

        string folder = Path.Combine(bench.Folder, control.Spec!.Experiment);
        return sum with { Bytes = control.Segments.Sum(s => new FileInfo(Path.Combine(folder, s)).Length) };
    }

    private readonly record struct Reading(
        int Ticks, double TickSeconds, int Commits, double CommitSeconds, double Bytes);
}
