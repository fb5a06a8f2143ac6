using AgentVerse.Model.Numerics;
using AgentVerse.Tests.Simulation.Bittensor;
using AgentVerse.Tests.Simulation.Bittensor.Miners;

using Xunit;

namespace AgentVerse.Tests.Simulation.Couplings;

/// <summary>What miners who rent serve, and who has their money.</summary>
public sealed class RentedComputeTests
{
    private static readonly RentingWorld Steady = RentingWorld.Steady;

    /// <summary>
    /// Miners at full effort are born with quality = skill. Some get all their hours, some get none, some lose time to
    /// an order that is made again: each serves skill * (h / h0)^0.3 to the digit, and its subnet knows.
    /// </summary>
    [Fact]
    public void Quality_is_skill_times_delivered_hours_to_the_power_of_three_tenths()
    {
        FinishedRun run = (Steady with { Providers = 8, OfProviders = "unitsMedian: 3" }).Run();
        IReadOnlyDictionary<string, long>[] miners = [.. run.Agents("miners").Where(a => a["uid"] >= 0)];
        Assert.Contains(miners, m => Real(m["delivered"]) is > 0 and < 1);
        Assert.Contains(miners, m => m["delivered"] == 0 && m["quality"] == 0);
        Assert.All(miners, m => Assert.Equal(
            Real(m["delivered"]) > 0 ? Born(run, m) * DeterministicMath.Pow(Real(m["delivered"]), 0.3) : 0,
            Real(m["quality"])));
        foreach (var subnet in run.Subnets)
        {
            for (int uid = 0; uid < subnet.Neurons.NeuronCount; uid++)
            {
                int index = subnet.Holder[uid].Index;
                Assert.True(
                    subnet.Holder[uid].Population != 0
                    || subnet.Quality[uid] == Real(run.Agents("miners")[index]["quality"]));
            }
        }
    }

    /// <summary>Six hours less the time for bids, which begins after the order.</summary>
    [Fact]
    public void Where_there_is_room_for_all_hardly_an_hour_is_lost()
    {
        FinishedRun run = (Steady with { Providers = 60, OfProviders = "unitsMedian: 20" }).Run();
        Assert.Equal(0, run.Sum("leasesUnfilled"));
        Assert.All(
            run.Agents("miners").Where(a => a["uid"] >= 0),
            m => Assert.InRange(Real(m["delivered"]), 1 - (100.0 / 21_600), 1));
    }

    [Fact]
    public void Without_providers_nothing_is_served_and_nothing_is_paid()
    {
        FinishedRun run = (Steady with { OfProviders = "initial: 0, arrivals: 3650d" }).Run();
        IReadOnlyDictionary<string, long>[] miners = run.Agents("miners");
        Assert.True(run.Sum("leaseOrders") > 0);
        Assert.Equal(0, run.Sum("costsPaid"));
        Assert.All(miners, m => Assert.Equal(0, m["quality"] * (m["uid"] >= 0 ? 1 : 0)));
        long escrow = run.Held("a100/northAmerica", "USD", "escrow") + run.Held("a6000/northAmerica", "USD", "escrow");
        Assert.Equal(60 * 100_000_000_000L, miners.Sum(m => m["USD"]) + escrow);
    }

    /// <summary>
    /// Nothing but leases moves dollars: what miners' wallets lost is with providers, with the community as take, or in
    /// escrow.
    /// </summary>
    [Fact]
    public void What_miners_pay_providers_and_the_community_have()
    {
        FinishedRun run = Steady.Run();
        string[] markets = ["a100/northAmerica", "a6000/northAmerica"];
        long paid = (60 * 100_000_000_000L) - run.Agents("miners").Sum(m => m["USD"]);
        long earned = run.Agents("providers").Sum(p => p["USD"]);
        long take = markets.Sum(m => run.Held(m, "USD", "communityPool"));
        long kept = markets.Sum(m => run.Held(m, "USD", "escrow") + run.Held(m, "USD", "dust"));
        long gross = markets.Sum(m => run.Ticks(m).Sum(t => t["grossUsd"]));
        Assert.True(earned > 0 && take > 0);
        Assert.Equal(paid, earned + take + kept);
        Assert.Equal(gross, earned + take);
        Assert.InRange(run.Sum("costsPaid"), 1, gross);
        Assert.InRange(take, (gross / 5) - run.Sum("leaseOrders"), gross / 5);
    }

    [Fact]
    public void Overclaimed_hardware_lowers_what_is_delivered()
    {
        double honest = Delivered(Steady);
        double faked = Delivered(Steady with { Provider = "akashFake", OfProviders = "unitsMedian: 5, claimFactor: 8" });
        Assert.True(faked < 0.9 * honest, $"{faked} < {honest}");

        static double Delivered(RentingWorld world)
        {
            FinishedRun run = world.Run();
            return run.Sum("computeDelivered") / (double)run.Sum("computeWanted");
        }
    }

    [Fact]
    public void A_market_that_is_dearer_than_its_limit_sells_nothing()
    {
        FinishedRun run = (Steady with { Compute = ", priceLimit: 0.01" }).Run();
        Assert.Equal(0, run.Sum("costsPaid"));
        Assert.Equal(0, run.Ticks("a100/northAmerica").Sum(t => t["leases"]));
    }

    /// <summary>2026: TAO is sold for dollars, those for AKT, and AKT burned for the ACT that leases are paid in.</summary>
    [Fact]
    public void In_the_era_of_ACT_it_is_bought_with_what_mining_brings()
    {
        FinishedRun run = (new RentingWorld { Era = "burnMint", Tokens = RentingWorld.Markets, Ticks = 48 } with
        {
            OfMiners = "startUsd: 10, reservationIncome: 5",
        }).Run();
        Assert.True(run.Sum("costsPaid") > 0);
        Assert.Contains(run.Agents("miners"), m => m["ACT"] > 0);
        Assert.True(run.Sum("computeDelivered") > 0.8 * run.Sum("computeWanted"));
    }

    /// <summary>TAO leaves at the price believed in for as many dollars as leases lack.</summary>
    [Fact]
    public void Where_TAO_has_no_market_it_is_changed_outside()
    {
        FinishedRun run = (Steady with { OfMiners = "startUsd: 0, reviewRate: 0, salesPerDay: 0" }).Run();
        Assert.True(run.Sum("computeDelivered") > 0.7 * run.Sum("computeWanted"));
        long tao = run.Agents("miners").Sum(m => 10_000_000_000 - m["TAO"]);
        long usd = run.Agents("miners").Sum(m => m["USD"]) + run.Agents("providers").Sum(p => p["USD"])
            + Money(run, "a100/northAmerica") + Money(run, "a6000/northAmerica");
        Assert.Equal(usd, tao * 270 / 1e3, usd * 1e-6);

        static long Money(FinishedRun run, string market) => run.Held(market, "USD", "escrow")
            + run.Held(market, "USD", "communityPool") + run.Held(market, "USD", "dust");
    }

    private static double Born(FinishedRun run, IReadOnlyDictionary<string, long> miner) => Real(run.Rows("agents").First(
        a => a["tick"] == 0 && run.Name(a["population"]) == "miners" && a["agent"] == miner["agent"])["quality"]);

    private static double Real(long cell) => BitConverter.Int64BitsToDouble(cell);
}
