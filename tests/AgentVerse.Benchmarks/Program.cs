using System.Globalization;

using AgentVerse.Benchmarks;

// One report of ratios: `dotnet run -c Release --project tests/AgentVerse.Benchmarks [-- --quick]`.
// `--checkpoints`: what commits cost. `--cluster`: one, two, three silos as processes.
// `--epoch` stops after the epoch of one subnet. `--agents N` keeps to layouts of N agents. `--quick` is small enough for a test: it shows that the benchmark works, not how fast the engine is.
bool quick = args.Contains("--quick");
long only = args is [.., "--agents", var wanted] ? long.Parse(wanted, CultureInfo.InvariantCulture) : 0;
int threads = Environment.ProcessorCount;
Console.WriteLine(string.Create(
    CultureInfo.InvariantCulture, $"# Ratios, {DateTime.UtcNow:yyyy-MM-dd HH:mm} UTC, {threads} threads, .NET {Environment.Version}"));
Console.WriteLine();
if (args.Contains("--cluster"))
{
    await new ClusterReport(ClusterReport.Program, quick ? 1 : 10, Console.Out).Write(
        quick
            ? [("WSE-1", Worlds.Wse1, 10_000)]
            :
            [
                ("WSE-1", Worlds.Wse1, 1_000_000), ("WSE-1", Worlds.Wse1, 10_000_000),
                ("Bittensor, 16 subnets", Worlds.Bittensor, 1_000_000), ("Bittensor, 16 subnets", Worlds.Bittensor, 10_000_000),
            ],
        quick ? [1, 2] : [1, 2, 3]);
    return;
}

if (args.Contains("--checkpoints"))
{
    await using Bench silo = await Bench.Open(threads);
    await new CheckpointReport(silo, quick ? 1 : 60, Console.Out).Write(quick
        ? [("WSE-1", Worlds.Wse1, 10_000)]
        : [("WSE-1", Worlds.Wse1, 1_000_000), ("Bittensor, 16 subnets", Worlds.Bittensor, 1_000_000)]);
    return;
}

(string Title, Func<long, int, string> World)? scale =
    args.Contains("--akash") ? ("Akash, half providers and half tenants", Worlds.Akash)
    : args.Contains("--render") ? ("Render, half operators who review and half creators", Worlds.Render)
    : null;
if (scale is null)
{
    new EpochReport(quick ? 1 : 15, quick ? 0.1 : 0.3, Console.Out).Write();
}

if (args.Contains("--epoch"))
{
    return;
}

await using Bench bench = await Bench.Open(threads);
if (scale is { } network)
{
    // `--akash` or `--render`: growth from 1e4 to 1e7 agents over a day; with `--agents N` N agents over a week.
    long[] sizes = only > 0 ? [only] : quick ? [2_000] : [10_000, 100_000, 1_000_000, 10_000_000];
    await new ScaleReport(bench, network.World, Console.Out).Write(network.Title, sizes, only > 0 ? 168 : quick ? 4 : 24);
    return;
}

Reports reports = new(bench, quick ? 1 : 15, quick ? 0.2 : 0.5, Console.Out);
(long Agents, int CohortSize)[] wse1 = quick
    ? [(10_000, 4096)]
    :
    [
        (10_000, 65_536), (100_000, 65_536), (1_000_000, 65_536), (10_000_000, 65_536),
        (1_000_000, 16_384), (1_000_000, 4_096), (1_000_000, 1_024), (100_000, 64), (100_000, 1),
    ];
(long Agents, int CohortSize)[] bittensor = quick
    ? [(10_000, 4096)]
    :
    [
        (10_000, 65_536), (100_000, 65_536), (1_000_000, 65_536), (10_000_000, 65_536),
        (1_000_000, 4_096), (100_000, 64), (10_000, 1),
    ];
await reports.Layouts("WSE-1", Worlds.Wse1, [.. wse1.Where(l => only == 0 || l.Agents == only)]);
await reports.Layouts("Bittensor, 16 subnets", Worlds.Bittensor, [.. bittensor.Where(l => only == 0 || l.Agents == only)]);
await reports.GrainPerAgent(quick ? 1_000 : 100_000);
