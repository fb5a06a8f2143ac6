using AgentVerse.Tests.Simulation.Bittensor;

using Xunit;

using static AgentVerse.Tests.Simulation.Akash.AkashWorld;

namespace AgentVerse.Tests.Simulation.Akash;

/// <summary>
/// Wash leases pay above the take t for a dollar that tenants pay, and above t/(1 - t) for a dollar that providers earn:
/// 0.02 and 0.0204 in AKT, 0.20 and 0.25 in stablecoin; in a market that others use.
/// </summary>
public sealed class WashTests
{
    private const string Market = "a100/northAmerica";
    private const double Step = 0.005;
    private const int Seeds = 4;

    [Theory]
    [InlineData("AKT", "gross", 0.02)]
    [InlineData("AKT", "earned", 0.02 / 0.98)]
    [InlineData("USD", "gross", 0.20)]
    [InlineData("USD", "earned", 0.25)]
    public void Washing_breaks_even_at_its_threshold(string token, string basis, double threshold)
    {
        double[] breakEven = new double[Seeds];
        for (int s = 0; s < Seeds; s++)
        {
            double below = Profit(token, basis, threshold * (1 - Step), (ulong)s + 1);
            double above = Profit(token, basis, threshold * (1 + Step), (ulong)s + 1);
            Assert.True(below < 0 && above > 0, $"a loss below, a gain above: {below} {above}");
            breakEven[s] = threshold * (1 - Step + (2 * Step * -below / (above - below)));
        }

        double mean = breakEven.Average();
        double error = Math.Sqrt(breakEven.Sum(b => (b - mean) * (b - mean)) / (Seeds - 1) / Seeds);

        // Fees are floored: a share of a base unit a payout, which no seed shows.
        Assert.InRange(mean, threshold - (2 * error) - 1e-6, threshold + (2 * error) + 1e-6);
    }

    [Theory]
    [InlineData("AKT", 0.0199, false)]
    [InlineData("AKT", 0.0201, true)]
    [InlineData("USD", 0.199, false)]
    [InlineData("USD", 0.201, true)]
    public void Who_washes_only_if_it_pays_begins_at_the_threshold(string token, double rate, bool washes)
    {
        FinishedRun run = World(token, "gross", rate, "akashWashIfPaying", seed: 1).Run();
        Assert.Equal(washes, run.Agents("washers").Any(a => a["income"] > 0));
    }

    /// <summary>
    /// What the washers have in the end, their part of the market included, less what they began with. The other tenants
    /// pay in the other token, so all escrow in this one is the washers'; their bid deposits are as they began.
    /// </summary>
    private static double Profit(string token, string basis, double rate, ulong seed)
    {
        FinishedRun run = World(token, basis, rate, "akashWash", seed).Run();
        IReadOnlyDictionary<string, long>[] washers = run.Agents("washers");
        Assert.Contains(washers, a => a["income"] > 0);
        Assert.Contains(run.Agents("tenants"), a => a["spent"] > 0);
        Assert.True(run.Held(Market, token, "incentives") > 0, "the budget lasts");
        long deposits = washers.Where(a => a["agent"] % 2 == 0).Sum(a => Akt / 2 * Math.Max(4, 2 * a["trueUnits"]));
        long escrow = run.Held(Market, token, "escrow") + run.Held(Market, token, "dust");
        long now = washers.Sum(a => a["AKT"] + a["USD"]) + deposits + escrow;
        return now - (washers.Length * (Start("AKT", token) + Start("USD", token)));
    }

    private static long Start(string wallet, string token) =>
        wallet == "AKT" ? (token == "AKT" ? 2000 : 100) * Akt : (token == "AKT" ? 0 : 2000) * Akt;

    private static AkashWorld World(string token, string basis, double rate, string policy, ulong seed) => new()
    {
        Ticks = 24 * 7,
        Seed = seed,
        Chain = [("aktPrice", 1_000_000L)],
        Incentive = [("rate", rate), ("basis", basis), ("budget", 100_000_000L * Akt)],
        Crowds =
        [
            new Crowd("washers", "gpuProvider", 20, [policy])
            {
                AccountsPerController = 2, Own = [("startAkt", Start("AKT", token)), ("startUsd", Start("USD", token))],
            },
            Providers(30), Tenants(30).With(("startAkt", token == "AKT" ? 0 : 10_000 * Akt), ("startUsd", token == "AKT" ? 10_000 * Akt : 0)),
        ],
    };
}
