using Xunit;

namespace AgentVerse.Tests.Simulation.Bittensor;

/// <summary>Stake that comes and goes raises a subnet's part of emission: by the flow while it stays, by the price after.</summary>
public sealed class FlowGamingTests
{
    private const long Tao = 1_000_000_000;

    private static SmallChain With(string allocator, long budget) => new()
    {
        Ticks = 72,
        Chain = [("allocator", allocator)],
        Hyperparameters = [("uidsMax", 16L)],
        Groups = [[("count", 4L), ("validatorsMedian", 3.0), ("priceSpread", 0.0)]],
        Crowds =
        [
            new("miners", "miner", 60, ["idle"]), new("validators", "validator", 40, ["honest"]),
            new("washers", "nominator", 1, ["wash"])
            {
                Own =
                [
                    ("startWallet", 2000 * Tao), ("budget", budget), ("holdTicks", 24L), ("pauseTicks", 5L),
                ],
            },
        ],
    };

    [Theory]
    [InlineData("flow")]
    [InlineData("unburnedPrice")]
    public void A_wash_brings_the_subnet_tao_and_costs_its_trader_some(string allocator)
    {
        (double gained, double cost) = Paired(allocator, 500 * Tao);
        Assert.True(gained > 0, $"gained {gained}");
        Assert.True(cost > 0, $"cost {cost}");
    }

    /// <summary>Flow moves at once with what is staked; the price average takes its thirty days.</summary>
    [Fact]
    public void The_flow_allocator_pays_a_wash_far_more_than_the_price_allocator()
    {
        (double flow, double flowCost) = Paired("flow", 500 * Tao);
        (double price, double priceCost) = Paired("unburnedPrice", 500 * Tao);
        Assert.True(flow / flowCost > 5 * (price / priceCost), $"{flow / flowCost} against {price / priceCost}");
    }

    [Fact]
    public void An_equal_allocator_pays_a_wash_nothing() => Assert.Equal(0, Paired("equal", 500 * Tao).Gained);

    private static (double Gained, double Cost) Paired(string allocator, long budget)
    {
        FinishedRun attack = With(allocator, budget).Run();
        FinishedRun control = With(allocator, 0).Run();
        double gained = attack.Ticks("subnet/1").Sum(t => t["taoIn"]) - control.Ticks("subnet/1").Sum(t => t["taoIn"]);
        IReadOnlyDictionary<string, long> washer = attack.Agents("washers")[0];
        return (gained, washer["paid"] - washer["received"]);
    }
}
