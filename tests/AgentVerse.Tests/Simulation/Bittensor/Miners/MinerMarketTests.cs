using Xunit;

namespace AgentVerse.Tests.Simulation.Bittensor.Miners;

/// <summary>Where TAO has a market, miners sell it there and pay in dollars.</summary>
public sealed class MinerMarketTests
{
    private const string Text = """
        scenario: 1
        name: mining
        start: 2026-10-01
        tick: 1h
        ticks: 48
        seed: 3
        networks:
          bittensor:
            hyperparameters: {uidsMax: 24, tempo: 100, burn: 0.01}
            subnets:
              - {count: 3, miners: miners, validators: validators, tasks: [translation, data, compute]}
          markets:
            tokens:
              - {token: TAO, mode: pool, price: 270, depth: 1500000, circulating: 10760000}
        populations:
          - {name: miners, kind: miner, count: 200, policies: [logit], reservationIncome: 5, startUsd: 20}
          - {name: validators, kind: validator, count: 60, policies: [honest]}
        """;

    [Fact]
    public void They_sell_TAO_and_pay_their_costs_in_dollars()
    {
        FinishedRun run = FinishedRun.Of(MinerWorld.Read(Text));
        Assert.True(run.Sum("costsPaid") > 0);
        Assert.Contains(run.Agents("miners"), a => a["USD"] > 20_000_000);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public void The_size_of_cohorts_changes_no_row(int cohortSize)
    {
        FinishedRun whole = FinishedRun.Of(MinerWorld.Read(Text));
        FinishedRun cut = FinishedRun.Of(MinerWorld.Read(Text), cohortSize);
        Assert.Equal(whole.Digests.Ticks.Sum, cut.Digests.Ticks.Sum);
        Assert.Equal(whole.Digests.Agents.Sum, cut.Digests.Agents.Sum);
    }
}
