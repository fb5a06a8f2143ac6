using System.Globalization;
using System.Text;

using AgentVerse.Tests.House;
using AgentVerse.Tests.Simulation.Bittensor;

using Xunit;

namespace AgentVerse.Tests.Simulation.Akash;

/// <summary>
/// Small runs as text that people can read in a diff. AGENTVERSE_ACCEPT=1 writes them anew; the commit says why.
/// </summary>
public sealed class GoldenRunTests
{
    private const string Market = "a100/northAmerica";

    private static readonly string Folder =
        Path.Combine(Repository.Root, "tests", "AgentVerse.Tests", "Simulation", "Akash", "Golden");

    private static readonly string[] Chain =
        ["tick", "supply", "minted", "vaultAkt", "outstandingAct", "collateral", "mintStatus"];

    private static readonly string[] Staking =
        ["tick", "supply", "minted", "bonded", "delegated", "unbonding", "rewards"];

    public static TheoryData<string> Names => ["stops-at-zero", "debts", "burn-mint", "staking"];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_small_world_runs_as_it_always_did(string name)
    {
        AkashWorld world = name switch
        {
            "stops-at-zero" => GoldenWorlds.StopsAtZero,
            "debts" => GoldenWorlds.Debts,
            "staking" => GoldenWorlds.Staking,
            _ => GoldenWorlds.BurnMint,
        };
        string now = Text(world.Run(), name == "staking" ? Staking : Chain);
        string path = Path.Combine(Folder, name + ".txt");
        if (Environment.GetEnvironmentVariable("AGENTVERSE_ACCEPT") == "1")
        {
            Directory.CreateDirectory(Folder);
            File.WriteAllText(path, now);
        }

        Assert.Equal(File.ReadAllText(path), now);
    }

    private static string Text(FinishedRun run, string[] chain)
    {
        StringBuilder text = new();
        Ticks(text, run, "chain", chain);
        Ticks(
            text, run, Market, "tick", "orders", "bids", "bidsRefused", "leases", "unfilled", "leasesEnded", "leasesDry",
            "leasesRejected", "leasesWalkedAway", "unitsLeased", "quote", "grossUsd", "takeUsd", "incentiveUsd", "debtUsd",
            "repaidUsd", "owing");
        foreach (string population in run.Plan.Populations.Select(p => p.Name))
        {
            text.Append(population).AppendLine(": agents AKT USD ACT income or spent");
            IReadOnlyDictionary<string, long>[] agents = run.Agents(population);
            long Sum(string column) => agents.Sum(a => a.TryGetValue(column, out long cell) ? cell : 0);
            text.AppendJoin(
                ' ',
                new[] { agents.Length, Sum("AKT"), Sum("USD"), Sum("ACT"), Sum("income") + Sum("spent") }
                    .Select(v => v.ToString(CultureInfo.InvariantCulture))).AppendLine();
        }

        return text.ToString().ReplaceLineEndings("\n");
    }

    private static void Ticks(StringBuilder text, FinishedRun run, string shard, params string[] columns)
    {
        text.Append(shard).Append(": ").AppendJoin(' ', columns).AppendLine();
        foreach (IReadOnlyDictionary<string, long> tick in run.Ticks(shard))
        {
            text.AppendJoin(' ', columns.Select(c => tick[c].ToString(CultureInfo.InvariantCulture))).AppendLine();
        }
    }
}
