using System.Diagnostics;
using System.Globalization;

using AgentVerse.Grains;
using AgentVerse.Model.Contracts;
using AgentVerse.Simulation;

namespace AgentVerse.Benchmarks;

/// <summary>
/// The tables of the report. A ratio is the median over pairs of short windows, reference and grains in turn in one
/// process, so that what else the machine does falls on both.
/// </summary>
/// <param name="bench">The silo.</param>
/// <param name="pairs">Pairs of windows of a layout, odd.</param>
/// <param name="seconds">Length of a window.</param>
/// <param name="output">Where the report goes.</param>
internal sealed class Reports(Bench bench, int pairs, double seconds, TextWriter output)
{
    /// <summary>Distributed beside reference, by number of agents and size of a cohort.</summary>
    internal async Task Layouts(
        string world, Func<long, int, string> scenario, IReadOnlyList<(long Agents, int CohortSize)> layouts)
    {
        Line($"## {world}: a silo's grains beside the reference on {bench.Threads} threads");
        Line("");
        Line("| agents | cohort | reference M steps/s | grains M steps/s | ratio | decisions/s | intents/s | cohorts % | shards % | messages % | grains B/step |");
        Line("|---|---|---|---|---|---|---|---|---|---|---|");
        foreach ((long agents, int cohortSize) in layouts)
        {
            (Sample r, Sample d, double ratio) = await Paired(scenario(agents, cohortSize), cohortSize);
            double shards = d.SettleSeconds / d.Seconds;
            Line(string.Create(CultureInfo.InvariantCulture,
                $"| {agents:N0} | {cohortSize:N0} | {r.StepsPerSecond / 1e6:F1} | {d.StepsPerSecond / 1e6:F1} | {ratio:F2} | {d.Decisions / d.Seconds:N0} | {d.Intents / d.Seconds:N0} | {100 * Math.Min(1, ratio) * (1 - shards):F0} | {100 * shards:F0} | {100 * Math.Max(0, 1 - ratio) * (1 - shards):F0} | {(double)d.Bytes / d.Steps:F1} |"));
        }

        Line("");
    }

    /// <summary>Every agent its own grain, beside bare Orleans calls with the same argument.</summary>
    internal async Task GrainPerAgent(int agents)
    {
        Line($"## {agents:N0} agents, each its own grain, beside bare Orleans calls with the same argument");
        Line("");
        Line("| | us a call | B allocated a call |");
        Line("|---|---|---|");
        IBareCallerGrain caller = bench.Grains.GetGrain<IBareCallerGrain>(0);
        await caller.Prepare(agents);
        PartTask task = Task();
        await caller.CallAll(task);
        RunIncarnation run = await bench.Coordination.Begin(await Control(Worlds.Wse1(agents, 1)));
        Driven driven = Driven.Distributed(run);
        await driven.Open(seconds);
        List<(double Us, double Bytes)> bare = [];
        List<(double Us, double Bytes)> own = [];
        for (int i = 0; i < pairs; i++)
        {
            bare.Add(await Bare(caller, task, agents));
            Sample sample = await driven.Ticks(seconds);
            own.Add((1e6 * sample.Seconds / sample.Steps, (double)sample.Bytes / sample.Steps));
        }

        (double Us, double Bytes) b = Middle(bare);
        (double Us, double Bytes) o = Middle(own);
        Line(string.Create(CultureInfo.InvariantCulture, $"| bare Orleans | {b.Us:F2} | {b.Bytes:F0} |"));
        Line(string.Create(CultureInfo.InvariantCulture, $"| AgentVerse, cohortSize 1 | {o.Us:F2} | {o.Bytes:F0} |"));
        Line(string.Create(CultureInfo.InvariantCulture, $"| ratio | {o.Us / b.Us:F2} | {o.Bytes / b.Bytes:F2} |"));
        Line("");
        await run.DisposeAsync();
    }

    private static PartTask Task() => new()
    {
        Phase = TickOrder.Phases[0],
        Tick = 0,
        Call = new PartCall(0, new Board([], new Totals(0)), new Totals(0), [], []),
    };

    private static (double Us, double Bytes) Middle(List<(double Us, double Bytes)> samples) =>
        samples.OrderBy(s => s.Us).ElementAt(samples.Count / 2);

    private async Task<(Sample Reference, Sample Grains, double Ratio)> Paired(string scenario, int cohortSize)
    {
        await using RunIncarnation run = await bench.Coordination.Begin(await Control(scenario));
        Driven grains = Driven.Distributed(run);
        Driven reference = Driven.Reference(bench.Files.Load(await bench.Keep(scenario)), cohortSize, bench.Threads);
        await reference.Open(seconds);
        await grains.Open(seconds);
        List<(Sample Reference, Sample Grains, double Ratio)> windows = [];
        for (int i = 0; i < pairs; i++)
        {
            Sample r = await reference.Ticks(seconds);
            Sample d = await grains.Ticks(seconds);
            windows.Add((r, d, d.StepsPerSecond / r.StepsPerSecond));
        }

        return windows.OrderBy(w => w.Ratio).ElementAt(pairs / 2);
    }

    private async Task<RunControl> Control(string scenario) =>
        new() { Spec = await bench.Keep(scenario), Incarnation = 1 };

    private async Task<(double Us, double Bytes)> Bare(IBareCallerGrain caller, PartTask task, int agents)
    {
        long bytes = GC.GetTotalAllocatedBytes();
        Stopwatch watch = Stopwatch.StartNew();
        long calls = 0;
        while (watch.Elapsed.TotalSeconds < seconds)
        {
            await caller.CallAll(task);
            calls += agents;
        }

        return (1e6 * watch.Elapsed.TotalSeconds / calls, (double)(GC.GetTotalAllocatedBytes() - bytes) / calls);
    }

    private void Line(string text)
    {
        output.WriteLine(text);
        output.Flush();
    }
}
