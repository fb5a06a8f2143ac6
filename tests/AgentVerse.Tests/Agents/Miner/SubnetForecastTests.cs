using AgentVerse.Agents.Miner;
using AgentVerse.Model.Networks.Bittensor;

using Xunit;

namespace AgentVerse.Tests.Agents.Miner;

/// <summary>What a miner reads from a subnet's distributions at its own believed rank.</summary>
public sealed class SubnetForecastTests
{
    /// <summary>Cuts at 1 to 9; decile d earns 10 (d + 1) a day and is pruned 0.1 (10 - d) times.</summary>
    private static readonly SubnetBulletin Subnet = new(
        [.. Enumerable.Range(1, 10).Select(d => 10.0 * d)], [.. Enumerable.Range(0, 10).Select(d => 0.1 * (10 - d))],
        [.. Enumerable.Range(1, 9).Select(c => (double)c)])
    {
        Uids = 100,
    };

    /// <summary>The middle of decile 4 is quality 4.5; a cut lies halfway between its deciles.</summary>
    [Theory]
    [InlineData(4.5, 50, 0.6)]
    [InlineData(4.0, 45, 0.65)]
    [InlineData(4.25, 47.5, 0.625)]
    [InlineData(8.5, 90, 0.2)]
    public void Between_the_cuts_income_and_hazard_are_read_at_the_rank(double quality, double income, double hazard)
    {
        SubnetForecast forecast = SubnetForecast.Of(Subnet, quality);
        Assert.Equal(income, forecast.AlphaPerDay, 9);
        Assert.Equal(hazard, forecast.Hazard, 9);
    }

    /// <summary>Cuts 1 and 2 earn 15 and 25: a power of log(25/15)/log 2 = 0.737; cuts 8 and 9 earn 85 and 95: 0.944.</summary>
    [Theory]
    [InlineData(0.5, 15 * 0.6)]
    [InlineData(0.25, 15 * 0.36)]
    [InlineData(18.0, 95 * 1.92442)]
    public void Beyond_them_income_goes_on_as_a_power_of_quality(double quality, double income) =>
        Assert.Equal(income, SubnetForecast.Of(Subnet, quality).AlphaPerDay, 3);

    [Fact]
    public void A_better_miner_never_expects_less()
    {
        double last = 0;
        for (int i = 0; i < 400; i++)
        {
            double income = SubnetForecast.Of(Subnet, i * 0.03).AlphaPerDay;
            Assert.True(income >= last, $"{income} at {i * 0.03}");
            last = income;
        }
    }

    [Fact]
    public void Who_serves_nothing_expects_nothing() => Assert.Equal(0, SubnetForecast.Of(Subnet, 0).AlphaPerDay);

    [Fact]
    public void A_subnet_that_pays_nobody_promises_nothing()
    {
        SubnetBulletin silent = new(new double[10], new double[10], new double[9]) { Uids = 5 };
        Assert.Equal(default, SubnetForecast.Of(silent, 3));
        Assert.Equal(0, SubnetForecast.Diluted(silent, 0));
    }

    /// <summary>The pot is 550 * 10 = 5500 a day: who would take 5500 beside it gets half of it.</summary>
    [Fact]
    public void An_entrant_shares_the_pot_that_it_joins() =>
        Assert.Equal(2750, SubnetForecast.Diluted(Subnet, 5500), 9);
}
