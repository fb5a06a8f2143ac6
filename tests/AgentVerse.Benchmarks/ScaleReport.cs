using System.Diagnostics;
using System.Globalization;

namespace AgentVerse.Benchmarks;

/// <summary>
/// A network by number of agents: whether time and memory grow in proportion. Costs are processor time, so that what else
/// the machine does does not count. The reference driver in one process, so many ticks from the opening on.
/// </summary>
/// <param name="bench">The silo, for its scenario files.</param>
/// <param name="world">The scenario by number of agents and size of a cohort.</param>
/// <param name="output">Where the report goes.</param>
internal sealed class ScaleReport(Bench bench, Func<long, int, string> world, TextWriter output)
{
    internal async Task Write(string title, IReadOnlyList<long> sizes, int ticks)
    {
        output.WriteLine($"## {title}, {ticks} ticks of an hour, {bench.Threads} threads");
        output.WriteLine();
        output.WriteLine("| agents | wall s | CPU s | CPU us a tick and agent | ratio | decisions/CPU s | intents/CPU s | shards % | live B/agent | peak MB |");
        output.WriteLine("|---|---|---|---|---|---|---|---|---|---|");
        double first = 0;
        foreach (long agents in sizes)
        {
            double cost = await Row(agents, ticks, first);
            first = first > 0 ? first : cost;
        }

        output.WriteLine();
    }

    private async Task<double> Row(long agents, int ticks, double first)
    {
        Driven run = Driven.Reference(
            bench.Files.Load(await bench.Keep(world(agents, 65_536))), 65_536, bench.Threads);
        await run.Open(0);
        Process process = Process.GetCurrentProcess();
        Stopwatch wall = Stopwatch.StartNew();
        TimeSpan before = process.TotalProcessorTime;
        Sample sum = default;
        for (int t = 0; t < ticks; t++)
        {
            Sample tick = await run.Ticks(0);
            sum = sum with
            {
                Steps = sum.Steps + tick.Steps,
                Decisions = sum.Decisions + tick.Decisions,
                Intents = sum.Intents + tick.Intents,
                StepSeconds = sum.StepSeconds + tick.StepSeconds,
                SettleSeconds = sum.SettleSeconds + tick.SettleSeconds,
            };
        }

        process.Refresh();
        double seconds = (process.TotalProcessorTime - before).TotalSeconds;
        double cost = 1e6 * seconds / ((double)agents * ticks);
        long live = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(run);
        process.Refresh();
        long peak = process.PeakWorkingSet64;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {agents:N0} | {wall.Elapsed.TotalSeconds:F1} | {seconds:F1} | {cost:F3} | {(first > 0 ? cost / first : 1):F2} | {sum.Decisions / seconds:N0} | {sum.Intents / seconds:N0} | {100 * sum.SettleSeconds / wall.Elapsed.TotalSeconds:F0} | {(double)live / agents:F0} | {peak / 1e6:F0} |"));
        output.Flush();
        return cost;
    }
}
