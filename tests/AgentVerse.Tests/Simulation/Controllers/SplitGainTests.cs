using AgentVerse.Model.Settings;
using AgentVerse.Scenarios;
using AgentVerse.Simulation;
using AgentVerse.Tests.Simulation.Bittensor;

using Xunit;

namespace AgentVerse.Tests.Simulation.Controllers;

/// <summary>
/// Controls of the split itself: where a pot is shared by resource a split gains nothing, where it is shared by account
/// it gains what arithmetic says.
/// </summary>
public sealed class SplitGainTests
{
    private const int Claimants = 40;
    private const int Ticks = 5;
    private const long Pot = 1_000_000;

    private static string Scenario(string by) => $$"""
        scenario: 1
        name: pot
        start: 2026-10-01
        tick: 1d
        ticks: {{Ticks}}
        seed: 3
        networks: {pot: {by: {{by}} } }
        populations:
          - {name: claimants, kind: claimant, count: {{Claimants}}}
        """;

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(8)]
    public void By_resource_nobody_gains_but_by_rounding(int k)
    {
        long[] one = ByController(Run("resource", Split(k)[..1]));
        long[] many = ByController(Run("resource", Split(k)));
        Assert.All(one.Zip(many), pair => Assert.InRange(pair.Second - pair.First, -(k + 1) * Ticks, k * Ticks));
    }

    /// <summary>With a share s of n controllers split in k, one of them gets k / (n + s n (k - 1)) of the pot.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(8)]
    public void By_account_those_who_split_gain_at_the_others_cost(int k)
    {
        FinishedRun run = Run("account", Split(k));
        AgentVerse.Model.Contracts.AccountLayout accounts = run.Plan.Populations[0].Accounts;
        long[] earned = ByController(run);
        Assert.InRange(accounts.Capacity, Claimants + 1, (k * Claimants) - 1);
        for (int c = 0; c < Claimants; c++)
        {
            int own = accounts.PartsOf(c).Count;
            Assert.Equal(Ticks * own * (Pot / accounts.Capacity), earned[c]);
        }
    }

    private static string[] Split(int k) =>
        ["name=pot", "populations.claimants.split={k: " + k + ", mode: divide, share: 0.25}"];

    private static long[] ByController(FinishedRun run) =>
    [
        .. run.Agents("claimants").GroupBy(a => a["controller"]).OrderBy(g => g.Key).Select(g => g.Sum(a => a["earned"])),
    ];

    private static FinishedRun Run(string by, string[] overrides)
    {
        AgentVerse.Model.Contracts.Catalogue catalogue = PotKind.Catalogue;
        ScenarioReading reading = ScenarioReader.Read(
            "pot.yaml", Scenario(by), catalogue, [.. overrides.Select(Override.Parse)]);
        Assert.True(reading.Scenario is not null, string.Join('\n', reading.Problems));
        (World? world, IReadOnlyList<Problem> problems) = ScenarioWorld.Build(
            reading.Scenario!, catalogue, new SortedDictionary<string, AgentVerse.Model.Contracts.DataTable>(), 0);
        Assert.Empty(problems);
        return FinishedRun.Of(world!);
    }
}
