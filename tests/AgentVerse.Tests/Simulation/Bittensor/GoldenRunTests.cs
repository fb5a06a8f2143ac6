using System.Globalization;
using System.Text;

using AgentVerse.Tests.House;

using Xunit;

namespace AgentVerse.Tests.Simulation.Bittensor;

/// <summary>
/// A small run as text that people can read in a diff. AGENTVERSE_ACCEPT=1 writes it anew; the commit says why.
/// </summary>
public sealed class GoldenRunTests
{
    private static readonly string Path = System.IO.Path.Combine(
        Repository.Root, "tests", "AgentVerse.Tests", "Simulation", "Bittensor", "Golden", "small-chain.txt");

    [Fact]
    public void A_small_chain_runs_as_it_always_did()
    {
        string now = Text(new SmallChain
        {
            Ticks = 12,
            Hyperparameters = [("uidsMax", 16L), ("burn", 10_000_000L), ("immunityPeriod", 600L)],
            Crowds =
            [
                new("miners", "miner", 40, ["honest"]) { Own = [("reviewRate", 4.0)] },
                new("validators", "validator", 20, ["honest"]),
            ],
            Groups = [[("count", 2L), ("validatorsMedian", 3.0)]],
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
        text.AppendLine("chain: tick issuance blockEmission taoAssigned");
        foreach (IReadOnlyDictionary<string, long> t in run.Ticks("chain"))
        {
            Line(text, t, "tick", "issuance", "blockEmission", "taoAssigned");
        }

        foreach (string subnet in new[] { "subnet/1", "subnet/2" })
        {
            text.Append(subnet)
                .AppendLine(": tick burnPrice registrations taoIn alphaOut alphaPaid poolTao poolAlpha epochs");
            foreach (IReadOnlyDictionary<string, long> t in run.Ticks(subnet))
            {
                Line(
                    text, t, "tick", "burnPrice", "registrations", "taoIn", "alphaOut", "alphaPaid", "poolTao",
                    "poolAlpha", "epochs");
            }
        }

        text.AppendLine("registered: tick second agent amount a b");
        foreach (IReadOnlyDictionary<string, long> e in run.Events("registered").OrderBy(e => (e["tick"], e["second"])))
        {
            Line(text, e, "tick", "second", "agent", "amount", "a", "b");
        }

        foreach (string population in new[] { "miners", "validators" })
        {
            text.Append(population).AppendLine(": agent subnet uid TAO incomeAlpha income registrations");
            foreach (IReadOnlyDictionary<string, long> a in run.Agents(population))
            {
                Line(text, a, "agent", "subnet", "uid", "TAO", "incomeAlpha", "income", "registrations");
            }
        }

        return text.ToString().ReplaceLineEndings("\n");
    }

    private static void Line(StringBuilder text, IReadOnlyDictionary<string, long> row, params string[] columns) =>
        text.AppendJoin(' ', columns.Select(c => row[c].ToString(CultureInfo.InvariantCulture))).AppendLine();
}
