using AgentVerse.Tests.Simulation.Bittensor;

using Xunit;

using static AgentVerse.Tests.Simulation.Akash.AkashWorld;

namespace AgentVerse.Tests.Simulation.Akash;

/// <summary>Worlds that end badly end well: every number is defined and money is where it belongs.</summary>
public sealed class EdgeTests
{
    private const string Market = "a100/northAmerica";

    [Fact]
    public void Without_tenants_nothing_is_leased()
    {
        FinishedRun run = new AkashWorld { Crowds = [Providers(5)] }.Run();
        Assert.All(run.Ticks(Market), t => Assert.Equal((0, 0), (t["leases"], t["grossUsd"])));
        Assert.True(run.Ticks(Market)[^1]["quote"] == 0);
    }

    [Fact]
    public void Without_providers_every_need_goes_to_the_cloud()
    {
        FinishedRun run = new AkashWorld { Crowds = [Tenants(30)] }.Run();
        Assert.All(run.Ticks(Market), t => Assert.Equal((0, 0), (t["orders"], t["unitsOffered"])));
        Assert.All(run.Agents("tenants"), a => Assert.Equal(10_000 * Akt, a["AKT"]));
        Assert.True(run.Agents("tenants").Sum(a => a["spentCloud"]) > 0);
    }

    [Fact]
    public void One_gpu_serves_one_lease_at_a_time()
    {
        FinishedRun run = new AkashWorld
        {
            Crowds =
            [
                Providers(1).With(("unitsMedian", 0.1), ("unitsSpread", 0.0)),
                Tenants(40).With(("sizeMedian", 0.1), ("sizeSpread", 0.0)),
            ],
        }.Run();
        Assert.All(run.Ticks(Market), t => Assert.InRange(t["unitsLeased"], 0, 1));
        Assert.True(run.Ticks(Market).Sum(t => t["leases"]) > 1);
        Assert.True(run.Ticks(Market).Sum(t => t["unfilled"]) > 1);
    }

    [Fact]
    public void Without_a_price_of_AKT_nobody_bids_in_it()
    {
        FinishedRun run = new AkashWorld { Chain = [("aktPrice", 0L)] }.Run();
        Assert.All(run.Ticks(Market), t => Assert.Equal((0, 0), (t["bids"], t["leases"])));
        Assert.All(run.Agents("tenants"), a => Assert.Equal(10_000 * Akt, a["AKT"]));
    }

    [Fact]
    public void Free_units_are_leased_for_next_to_nothing()
    {
        FinishedRun run = new AkashWorld
        {
            Crowds = [Providers(5).With(("reserveRatio", 0.0)), Tenants(30)],
        }.Run();
        Assert.True(run.Ticks(Market).Sum(t => t["leases"]) > 0);
        Assert.InRange(run.Ticks(Market).Sum(t => t["grossUsd"]), 1, 100_000);
    }

    [Fact]
    public void A_chain_that_admits_no_more_than_one_bid_works()
    {
        FinishedRun run = new AkashWorld { Chain = [("orderMaxBids", 0L)] }.Run();
        long orders = run.Ticks(Market).Sum(t => t["orders"]);
        Assert.InRange(run.Ticks(Market).Sum(t => t["bids"]), 1, orders);
        Assert.True(run.Ticks(Market).Sum(t => t["leases"]) > 0);
    }

    [Fact]
    public void Providers_without_deposits_cannot_bid()
    {
        FinishedRun run = new AkashWorld { Crowds = [Providers(5).With(("startAkt", 499_999L)), Tenants(30)] }.Run();
        Assert.Equal(0, run.Ticks(Market).Sum(t => t["bids"]));
        Assert.True(run.Ticks(Market).Sum(t => t["bidsRefused"]) > 0);
        Assert.All(run.Agents("tenants"), a => Assert.Equal(10_000 * Akt, a["AKT"]));
    }

    [Fact]
    public void Providers_who_leave_get_their_deposits_back()
    {
        FinishedRun run = new AkashWorld
        {
            Ticks = 96,
            Crowds = [Providers(6, "akashAdaptive").With(("reviewRate", 50.0), ("temperature", 0.0))],
        }.Run();
        Assert.Equal(0, run.Ticks(Market)[^1]["unitsOffered"]);
        Assert.All(run.Agents("providers"), a => Assert.Equal(1000 * Akt, a["AKT"]));
    }

    [Fact]
    public void The_price_of_AKT_is_that_of_its_market_where_there_is_one()
    {
        FinishedRun run = new AkashWorld { MarketPrice = 4 }.Run();
        Assert.Equal(4_000_000, run.Ticks("chain")[^1]["aktPrice"]);
        Assert.Equal(2_370_000, new AkashWorld().Run().Ticks("chain")[^1]["aktPrice"]);
    }
}
