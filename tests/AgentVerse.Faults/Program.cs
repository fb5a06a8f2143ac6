using System.Globalization;

namespace AgentVerse.Faults;

/// <summary>
/// `dotnet run -c Release --project tests/AgentVerse.Faults -- --seed 17` replays one trial; `--long` runs seeds 0 to
/// 199, `--from N` begins later, `--trials N` runs fewer or more; `--queue 100x100` hands in 100 experiments of 100 runs
/// at once instead.
/// </summary>
internal static class Program
{
    private const int Short = 10;
    private const int Long = 200;

    /// <summary>A small run leaves 20 KB; what is to be seen here is no full disk.</summary>
    private const int QueueDiskMebibytes = 2048;

    private static async Task<int> Main(string[] args)
    {
        if (Array.IndexOf(args, "--queue") is >= 0 and int queue && queue + 1 < args.Length)
        {
            return await Queue(args[queue + 1]);
        }

        bool isSeeded = Array.IndexOf(args, "--seed") >= 0;
        int from = Value(args, isSeeded ? "--seed" : "--from", 0);
        int count = isSeeded ? 1 : Value(args, "--trials", args.Contains("--long") ? Long : Short);
        TrialSeries series = await TrialSeries.Run(Enumerable.Range(from, count), Say);
        Say(series.Summary());
        return series.Results.Any(r => r.Wrong.Length > 0) ? 1 : 0;
    }

    private static async Task<int> Queue(string size)
    {
        int[] sizes = [.. size.Split('x').Select(s => int.Parse(s, CultureInfo.InvariantCulture))];
        await using FaultCluster cluster = await FaultCluster.Start(diskMebibytes: QueueDiskMebibytes);
        string wrong = await new QueueTrial(cluster, sizes[0], sizes[^1], Say).Run();
        Say(wrong.Length == 0 ? "no run lost, none twice" : $"WRONG: {wrong}");
        return wrong.Length == 0 ? 0 : 1;
    }

    private static void Say(string line) => Console.WriteLine(line);

    private static int Value(string[] args, string name, int otherwise)
    {
        int at = Array.IndexOf(args, name);
        return at >= 0 && at + 1 < args.Length ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : otherwise;
    }
}
