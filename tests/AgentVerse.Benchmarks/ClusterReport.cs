using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Reflection;

using AgentVerse.Client;
using AgentVerse.Grains;

namespace AgentVerse.Benchmarks;

/// <summary>
/// One, two and three silos as processes on this host beside one process that hosts everything: they share its cores, so
/// what is measured is what distribution costs, not what more machines bring.
/// </summary>
/// <param name="program">The program's assembly.</param>
/// <param name="seconds">Time that is measured, after as much to warm up.</param>
/// <param name="output">Where the report goes.</param>
internal sealed class ClusterReport(string program, double seconds, TextWriter output)
{
    /// <summary>The program as it was built.</summary>
    internal static string Program { get; } = typeof(ClusterReport).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(a => a.Key == "Program").Value!;

    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(100);

    internal async Task Write(
        IReadOnlyList<(string Name, Func<long, int, string> World, long Agents)> worlds, IReadOnlyList<int> silos)
    {
        int cores = Environment.ProcessorCount;
        output.WriteLine($"## Silos of one host with {cores} cores");
        output.WriteLine();
        output.WriteLine("| | agents | silos | M steps/s | M steps/s a core | to one silo | KB between silos a tick | ms a tick |");
        output.WriteLine("|---|---|---|---|---|---|---|---|");
        foreach ((string name, Func<long, int, string> world, long agents) in worlds)
        {
            double one = 0;
            foreach (int count in silos)
            {
                Reading reading = await Measure(world(agents, 65_536), count);
                one = count == 1 ? reading.StepsPerSecond : one;
                output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"| {name} | {agents:N0} | {count} | {reading.StepsPerSecond / 1e6:F1} | {reading.StepsPerSecond / 1e6 / cores:F1} | {reading.StepsPerSecond / one:F2} | {reading.BytesPerTick / 1e3:F1} | {1e3 * reading.SecondsPerTick:F2} |"));
                output.Flush();
            }
        }

        output.WriteLine();
    }

    private async Task<Reading> Measure(string scenario, int count)
    {
        string folder = Directory.CreateTempSubdirectory("agentverse-silos-").FullName;
        int first = 20_000 + (Environment.ProcessId % 10_000);
        List<Process> silos = [];
        try
        {
            for (int i = 0; i < count; i++)
            {
                silos.Add(Start(folder, first, i, Math.Max(1, Environment.ProcessorCount / count)));
                await Ready(silos[^1]);
            }

            await using AgentVerseClient client = await AgentVerseClient.Connect([new IPEndPoint(IPAddress.Loopback, first + 100)]);
            SubmissionAnswer answer = await client.Submit(
                "bench", new Submission { FileName = "bench", Text = scenario, Overrides = [], Files = [] });
            return answer.Problems.Count == 0
                ? await Watch(client)
                : throw new InvalidOperationException(string.Join('\n', answer.Problems));
        }
        finally
        {
            silos.ForEach(s => s.Kill());
            silos.ForEach(s => s.WaitForExit());
            Directory.Delete(folder, recursive: true);
        }
    }

    private Process Start(string folder, int first, int number, int threads)
    {
        string[] arguments =
        [
            program, "silo", "--data", folder, "--silo-port", $"{first + number}", "--gateway-port", $"{first + 100 + number}",
            "--threads", $"{threads}",
        ];
        string[] primary = number == 0 ? [] : ["--primary-port", $"{first}"];
        return Process.Start(new ProcessStartInfo("dotnet", [.. arguments, .. primary]) { RedirectStandardOutput = true })!;
    }

    private static async Task Ready(Process silo)
    {
        while (await silo.StandardOutput.ReadLineAsync() is { } line && !line.StartsWith("ready", StringComparison.Ordinal))
        {
        }
    }

    private async Task<Reading> Watch(AgentVerseClient client)
    {
        (double Time, RunStatus Run) begin = default;
        Stopwatch clock = Stopwatch.StartNew();
        while (true)
        {
            await Task.Delay(Poll);
            ExperimentStatus status = await client.Status("bench");
            double now = clock.Elapsed.TotalSeconds;
            if (status.Runs.Count == 0 || status.Runs[0].Status.TicksDone == 0)
            {
                clock.Restart();
                continue;
            }

            RunStatus run = status.Runs[0].Status;
            if (now < seconds)
            {
                begin = (now, run);
            }
            else if (now >= 2 * seconds)
            {
                int ticks = run.TicksDone - begin.Run!.TicksDone;
                return new Reading(
                    (run.AgentSteps - begin.Run!.AgentSteps) / (now - begin.Time),
                    (double)(run.RelayBytes - begin.Run.RelayBytes) / ticks, (now - begin.Time) / ticks);
            }
        }
    }

    private readonly record struct Reading(double StepsPerSecond, double BytesPerTick, double SecondsPerTick);
}
