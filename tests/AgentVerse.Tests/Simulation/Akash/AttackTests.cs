using AgentVerse.Tests.Simulation.Bittensor;

using Xunit;

using static AgentVerse.Tests.Simulation.Akash.AkashWorld;

namespace AgentVerse.Tests.Simulation.Akash;

/// <summary>What attacks do to honest agents, beside the same world without them.</summary>
public sealed class AttackTests
{
    private const string Market = "a100/northAmerica";

    private static readonly AkashWorld Honest = new()
    {
        Ticks = 24 * 7, Crowds = [Providers(30), Tenants(60)],
    };

    /// <summary>The controller takes the profit: all of its accounts consider dishonest options, or none does.</summary>
    [Fact]
    public void All_accounts_of_a_provider_are_opportunists_or_none_is()
    {
        IReadOnlyDictionary<string, long>[] providers = (Honest with
        {
            Ticks = 1,
            Crowds = [Providers(90).With(("opportunistic", 0.4)) with { AccountsPerController = 3 }, Tenants(10)],
        }).Run().Agents("providers");
        Assert.InRange(providers.Sum(p => p["opportunistic"]), 15, 60);
        Assert.All(providers.GroupBy(p => p["controller"]), c => Assert.Single(c.Select(p => p["opportunistic"]).Distinct()));
    }

    [Fact]
    public void Bots_that_bid_and_withdraw_leave_no_place_for_others()
    {
        long control = Leases(Honest);
        long few = Leases(With(Providers(20, "akashBidWithdraw", "bots")));
        FinishedRun many = With(Providers(21, "akashBidWithdraw", "bots")).Run();
        Assert.InRange(few, control / 2, control);
        long filled = many.Ticks(Market).Skip(2).Sum(t => t["leases"]);
        Assert.True(filled < control / 20, $"{filled} of {control}: 21 bids fill an order");
        Assert.All(many.Agents("bots"), a => Assert.InRange(a["AKT"], 900 * Akt, 1000 * Akt));
    }

    [Fact]
    public void Bids_that_stand_block_no_more_orders_at_a_time_than_their_deposits_allow()
    {
        AkashWorld rich = With(Providers(21, "akashSlotBlock", "blockers"));
        AkashWorld poor = With(Providers(21, "akashSlotBlock", "blockers").With(("startAkt", Akt / 2)));
        Assert.True(Leases(poor) > Leases(rich));
        Assert.True(Cheaper(poor) > Cheaper(rich), "with deposits for one order each, others get the rest");
    }

    /// <summary>
    /// At one price with honest ones, so that only what is remembered counts; what fakes have is of a lesser class, and
    /// tenants look after half a day.
    /// </summary>
    [Fact]
    public void Fakes_drive_tenants_to_the_cloud()
    {
        Crowd tenants = Tenants(60).With(("qualityPremium", 8.0), ("memory", 0.5));
        AkashWorld honest = Honest with { Chain = [("benchmarkAfter", 43_200L)], Crowds = [Providers(30), tenants] };
        FinishedRun without = honest.Run();
        FinishedRun with = (honest with
        {
            Crowds = [Providers(30), tenants, Providers(60, "akashFake", "fakes").With(("claimFactor", 8.0), ("quality", 0.3))],
        }).Run();
        Assert.True(Received(with) < 0.9 && Received(without) > 0.999, $"{Received(with)} {Received(without)}");
        double remembered = with.Agents("tenants").Average(a => BitConverter.Int64BitsToDouble(a["akashQuality"]));
        Assert.True(remembered < 0.95, $"tenants remember {remembered}");
        (double Without, double With) cloud = (CloudShare(without), CloudShare(with));
        Assert.True(cloud.With > cloud.Without + 0.05, $"{cloud}");
        Assert.True(with.Ticks(Market).Sum(t => t["leasesRejected"]) > 0);
    }

    [Fact]
    public void Audits_keep_forged_classes_away_from_those_who_ask_for_them()
    {
        AkashWorld forged = Honest with
        {
            Audit = [("detection", 1.0), ("falseRejection", 0.0)],
            Crowds =
            [
                Providers(30, "akashAudited"), Providers(30, "akashFake", "forgers").With(("quality", 0.3), ("reserveRatio", 0.3)),
                Tenants(40), Tenants(40, "akashAudited", "careful"),
            ],
        };
        FinishedRun run = forged.Run();
        Assert.True(Received(run, "tenants") < 0.9);
        Assert.Equal(1, Received(run, "careful"), 6);
    }

    [Fact]
    public void Reputation_finds_those_who_deliver()
    {
        AkashWorld mixed = Honest with
        {
            Crowds =
            [
                Providers(30), Providers(15, "akashFake", "fakes").With(("claimFactor", 6.0), ("reserveRatio", 0.6)),
                Tenants(40), Tenants(40, "akashReputable", "wise"),
            ],
        };
        FinishedRun run = mixed.Run();
        Assert.True(Received(run, "wise") > Received(run, "tenants") + 0.05);
    }

    [Fact]
    public void Hoppers_pay_no_more_than_their_deposits_and_leave_visible_debts_in_the_later_era()
    {
        AkashWorld hopping = Honest with { Ticks = 72, Crowds = [Providers(30), Tenants(30, "akashHop", "hoppers")] };
        FinishedRun stops = hopping.Run();
        FinishedRun debts = (hopping with { Chain = [("era", "debts")] }).Run();
        Assert.Equal(0, stops.Ticks(Market).Sum(t => t["debtUsd"]));
        Assert.True(debts.Ticks(Market).Sum(t => t["debtUsd"]) > 0);
        Assert.True(debts.Ticks(Market)[^1]["owing"] > 0);
        Assert.True(stops.Ticks(Market).Sum(t => t["leasesDry"]) > 0);
    }

    [Fact]
    public void Honest_providers_offer_no_more_than_they_have()
    {
        FinishedRun run = (Honest with { Crowds = [Providers(20), Providers(20, "akashAdaptive", "adaptive"), Tenants(60)] }).Run();
        Assert.All(
            run.Agents("providers").Concat(run.Agents("adaptive")),
            a => Assert.InRange(a["akashUnits"] + a["renderUnits"], 0, a["trueUnits"]));
    }

    private static AkashWorld With(Crowd attackers) => Honest with { Crowds = [.. Honest.Crowds, attackers] };

    private static long Leases(AkashWorld world) => world.Run().Ticks(Market).Sum(t => t["leases"]);

    /// <summary>Leases of honest providers, by what they earned.</summary>
    private static long Cheaper(AkashWorld world) => world.Run().Agents("providers").Sum(a => a["income"]);

    /// <summary>What tenants spend on the cloud over all that they spend.</summary>
    private static double CloudShare(FinishedRun run)
    {
        double cloud = run.Agents("tenants").Sum(a => a["spentCloud"]);
        return cloud / (cloud + run.Agents("tenants").Sum(a => a["spent"]));
    }

    private static double Received(FinishedRun run, string population = "tenants")
    {
        double paid = run.Agents(population).Sum(a => BitConverter.Int64BitsToDouble(a["paidHours"]));
        return run.Agents(population).Sum(a => BitConverter.Int64BitsToDouble(a["receivedHours"])) / paid;
    }
}
