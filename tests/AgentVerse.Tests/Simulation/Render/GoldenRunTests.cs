using System.Globalization;
using System.Text;

using AgentVerse.Tests.House;
using AgentVerse.Tests.Simulation.Bittensor;

using Xunit;

namespace AgentVerse.Tests.Simulation.Render;

/// <summary>
/// A small run as text that people can read in a diff. AGENTVERSE_ACCEPT=1 writes it anew; the commit says why.
/// </summary>
public sealed class GoldenRunTests
{
    private static readonly string Path = System.IO.Path.Combine(
        Repository.Root, "tests", "AgentVerse.Tests", "Simulation", "Render", "Golden", "small-render.txt");

    [Fact]
    public void A_small_network_runs_as_it_always_did()
    {
        string now = Text(new SmallRender
        {
            Ticks = 8,
            Start = 1_717_545_600,
            Crowds =
            [
                SmallRender.Operators(12, ("reviewRate", 0.3)),
                SmallRender.Creators(30),
                new("selves", "gpuProvider", 1, ["renderSelf"]) { Own = [("startUsd", 900_000_000_000L)] },
            ],
        }.Run());
        if (Environment.GetEnvironmentVariable("AGENTVERSE_ACCEPT") == "1")
        {
            File.WriteAllText(Path, now);
        }

        Assert.Equal(File.ReadAllText(Path), now);
    }

    private static string Text(FinishedRun run)
    {
        StringBuilder text = new();
        string[] foundation = ["tick", "epoch", "emission", "minted", "burned", "foundation", "artists", "compute"];
        Block(text, "foundation", run.Ticks("foundation"), foundation);
        string[] scheduler =
        [
            "tick", "asked", "rendered2", "rendered3", "rejected", "value", "requested", "fees", "burned", "refunded",
            "online", "octane", "pool", "paidWallets", "exitsQ1", "unallocated",
        ];
        Block(text, "scheduler", run.Ticks("scheduler"), scheduler);
        string[] operators =
        [
            "agent", "trueUnits", "reserve", "RENDER", "renderState", "renderTier", "renderEarned", "renderWorked",
            "renderSelfSpent", "renderEpochs",
        ];
        Block(text, "operators", run.Agents("operators"), operators);
        Block(text, "selves", run.Agents("selves"), operators);
        Block(text, "creators", run.Agents("creators"), ["agent", "USD", "spent", "spentCloud", "open"]);
        return text.ToString().ReplaceLineEndings("\n");
    }

    private static void Block(
        StringBuilder text, string name, IEnumerable<IReadOnlyDictionary<string, long>> rows, string[] columns)
    {
        text.Append(name).Append(": ").AppendJoin(' ', columns).AppendLine();
        foreach (IReadOnlyDictionary<string, long> row in rows)
        {
            text.AppendJoin(' ', columns.Select(c => row[c].ToString(CultureInfo.InvariantCulture))).AppendLine();
        }
    }
}
