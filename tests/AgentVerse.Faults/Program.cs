using System.Globalization;

namespace AgentVerse.Faults;

/// <summary>
/// `dotnet run -c Release --project tests/AgentVerse.Faults -- --seed 17` replays one trial; `--long` runs seeds 0 to
/// 199, `--from N` begins later, `--trials N` runs fewer or more.
/// </summary>
internal static class Program
{
    private const int Short = 10;
    private const int Long = 200;

    private static async Task<int> Main(string[] args)
    {
        bool isSeeded = Array.IndexOf(args, "--seed") >= 0;
        int from = Value(args, isSeeded ? "--seed" : "--from", 0);
        int count = isSeeded ? 1 : Value(args, "--trials", args.Contains("--long") ? Long : Short);
        await using TrialSeries series = await TrialSeries.Start(Say);
        for (int seed = from; seed < from + count; seed++)
        {
            await series.Run(seed);
        }

        Say(series.Summary());
        return series.Results.Any(r => r.Wrong.Length > 0) ? 1 : 0;
    }

    private static void Say(string line) => Console.WriteLine(line);

    private static int Value(string[] args, string name, int otherwise)
    {
        int at = Array.IndexOf(args, name);
        return at >= 0 && at + 1 < args.Length ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : otherwise;
    }
}
