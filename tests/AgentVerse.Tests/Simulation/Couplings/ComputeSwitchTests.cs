using AgentVerse.Model.Settings;
using AgentVerse.Tests.Simulation.Bittensor;

using CsCheck;

using Xunit;

namespace AgentVerse.Tests.Simulation.Couplings;

/// <summary>The switch of the coupling, what is refused, and that no cut of the world shows.</summary>
public sealed class ComputeSwitchTests
{
    private static readonly RentingWorld Lively = new()
    {
        OfMiners = "startUsd: 2000, reviewRate: 4, reservationIncome: 5, opportunistic: 1, honestyCost: 0",
    };

    private static readonly Gen<RentingWorld> AnyWorld =
        from seed in Gen.ULong
        from era in Gen.OneOf(Gen.Const("stopsAtZero"), Gen.Const("debts"), Gen.Const("burnMint"))
        from markets in Gen.Bool
        from policy in Gen.OneOf(
            Gen.Const("logit"), Gen.Const("bestResponse"), Gen.Const("imitation"), Gen.Const("zeroIntelligence"))
        from provider in Gen.OneOf(
            Gen.Const("akashCostPlus"), Gen.Const("akashFake"), Gen.Const("akashWalkAway"), Gen.Const("akashSlotBlock"))
        from providers in Gen.Int[1, 30]
        from period in Gen.Int[2, 9]
        from usd in Gen.Int[0, 300]
        from akt in Gen.Int[0, 300]
        from limit in Gen.Double[0, 1.5]
        select new RentingWorld
        {
            Seed = seed % (1UL << 60),
            Era = era,
            Tokens = markets ? RentingWorld.Markets : "",
            Policy = policy,
            Provider = provider,
            Providers = providers,
            OfProviders = "claimFactor: 3, quality: 0.97",
            Period = $"{period}h",
            Ticks = 16,
            OfMiners = $"startUsd: {usd}, reviewRate: 6, opportunistic: 1, honestyCost: 0, copyCost: 0",
            Compute = FormattableString.Invariant($", startAkt: {akt}, priceLimit: {limit}"),
        };

    /// <summary>The engine balances every token after every tick, and stops a run that does not.</summary>
    [Fact]
    public void Money_is_whole_and_no_cut_shows_in_any_world() => AnyWorld.Sample(
        world =>
        {
            FinishedRun run = world.Run();
            Assert.All(run.Agents("miners"), m =>
            {
                Assert.InRange(BitConverter.Int64BitsToDouble(m["delivered"]), 0, 10);
                Assert.InRange(BitConverter.Int64BitsToDouble(m["quality"]), 0, 1000);
            });
            Assert.Equal(Sums(run), Sums(world.Run(7)));
        },
        iter: 15, threads: 1);

    [Theory]
    [InlineData("stopsAtZero", 1)]
    [InlineData("stopsAtZero", 7)]
    [InlineData("burnMint", 1)]
    public void The_size_of_cohorts_changes_no_row(string era, int cohortSize)
    {
        RentingWorld world = Lively with { Era = era, Tokens = RentingWorld.Markets };
        FinishedRun whole = world.Run();
        Assert.True(Bittensor.Miners.MinerWorld.Sum(whole, "computeDelivered") > 0);
        Assert.Equal(Sums(whole), Sums(world.Run(cohortSize)));
    }

    [Fact]
    public void Who_owns_compute_feels_nothing_of_Akash()
    {
        RentingWorld owned = Lively with { From = "listPrice", Tokens = RentingWorld.Markets };
        FinishedRun all = owned.Run();
        FinishedRun few = (owned with { OfProviders = "initial: 0.2, arrivals: 3650d" }).Run();
        Assert.NotEqual(
            all.Ticks("a100/northAmerica").Sum(t => t["unitsOffered"]),
            few.Ticks("a100/northAmerica").Sum(t => t["unitsOffered"]));
        Assert.Equal(OfMining(all), OfMining(few));
        Assert.Equal(0, Bittensor.Miners.MinerWorld.Sum(all, "leaseOrders"));
    }

    [Fact]
    public void Who_rents_feels_that_providers_leave()
    {
        FinishedRun all = Lively.Run();
        FinishedRun few = (Lively with { OfProviders = "initial: 0.2, arrivals: 3650d" }).Run();
        Assert.NotEqual(OfMining(all), OfMining(few));
        Assert.True(Paid(few) < Paid(all), $"{Paid(few)} < {Paid(all)}");

        static double Paid(FinishedRun run) => PaidIn(run, "subnet/1") + PaidIn(run, "subnet/2");

        static double PaidIn(FinishedRun run, string subnet) =>
            run.Ticks(subnet)[^10..].Average(t => BitConverter.Int64BitsToDouble(t["qualityPaid"]));
    }

    [Fact]
    public void A_class_that_the_network_does_not_sell_is_said_with_its_task()
    {
        Problem problem = Assert.Single((Lively with { Classes = "a100" }).Problems());
        Assert.Equal("populations[0].compute.from", problem.Path);
        Assert.True(problem.Line > 0);
        Assert.Equal("akash", problem.Value);
        Assert.Contains("a6000 in northAmerica: subnets of the run do compute", problem.Allowed, StringComparison.Ordinal);
        Assert.Contains("networks.akash.gpuClasses", problem.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public void A_region_that_the_network_does_not_sell_in_is_said_a_class_each()
    {
        IReadOnlyList<Problem> problems = (Lively with { Compute = ", region: asia" }).Problems();
        Assert.Equal(2, problems.Count);
        Assert.All(problems, p => Assert.Contains("in asia", p.Allowed, StringComparison.Ordinal));
    }

    [Fact]
    public void A_period_of_one_tick_is_too_short()
    {
        Problem problem = Assert.Single((Lively with { Period = "1h" }).Problems());
        Assert.Equal("populations[0].compute.period", problem.Path);
        Assert.Contains("two ticks", problem.Allowed, StringComparison.Ordinal);
    }

    [Fact]
    public void A_policy_that_counts_no_costs_cannot_rent()
    {
        Problem problem = Assert.Single((Lively with { Policy = "honest" }).Problems());
        Assert.Equal("populations[0].compute.from", problem.Path);
        Assert.Contains("logit", problem.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public void A_network_that_the_run_lacks_is_said()
    {
        string text = Lively.Text.Replace("  akash:\n    era: stopsAtZero\n    gpuClasses: [a100, a6000]\n", "");
        text = text[..text.IndexOf("  - {name: providers", StringComparison.Ordinal)];
        Problem problem = Assert.Single(RentingWorld.Problems(text));
        Assert.Contains("add networks.akash", problem.Fix, StringComparison.Ordinal);
    }

    private static (UInt128 Agents, UInt128 Ticks, UInt128 Events) Sums(FinishedRun run) =>
        (run.Digests.Agents.Sum, run.Digests.Ticks.Sum, run.Digests.Events.Sum);

    /// <summary>All that subnets, the chain and miners show in every tick, in one text.</summary>
    private static string OfMining(FinishedRun run) => string.Join('\n', run.Rows("ticks")
        .Where(r => run.Name(r["network"]) == "bittensor" || run.Name(r["shard"]) == "miners")
        .Concat(run.Rows("agents").Where(r => run.Name(r["population"]) == "miners"))
        .Select(r => string.Join(' ', r.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => $"{c.Key}={c.Value}"))));
}
