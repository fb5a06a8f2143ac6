using AgentVerse.Agents.GpuProvider.Akash;
using AgentVerse.Model.Contracts;
using AgentVerse.Tests.Simulation.Bittensor;

using Xunit;

using static AgentVerse.Tests.Simulation.Akash.AkashWorld;

namespace AgentVerse.Tests.Simulation.Akash;

/// <summary>Worlds of Akash that end badly, by the hour over a week, in every era, each number defined.</summary>
public sealed class HourlyEndingsTests
{
    private const string Market = "a100/northAmerica";

    public static TheoryData<string> Eras => ["stopsAtZero", "debts", "burnMint"];

    [Theory]
    [MemberData(nameof(Eras))]
    public void Without_tenants_nobody_earns(string era)
    {
        FinishedRun run = Run(era, [Providers(5, "akashAdaptive").With(("reviewRate", 2.0))]);
        Assert.Equal(0, run.Ticks(Market).Sum(t => t["leases"] + t["grossUsd"]));
        Ending.IsUndefined(run, "providers", "income");
    }

    [Theory]
    [MemberData(nameof(Eras))]
    public void Without_providers_nobody_spends(string era)
    {
        FinishedRun run = Run(era, [Tenants(30)]);
        Assert.Equal(0, run.Ticks(Market).Sum(t => t["leases"] + t["grossUsd"]));
        Ending.IsUndefined(run, "tenants", "spent");
        Ending.IsUndefined(run, "tenants", "receivedHours");
    }

    [Theory]
    [MemberData(nameof(Eras))]
    public void One_GPU_is_one_GPU(string era)
    {
        FinishedRun run = Run(era,
            [Providers(1).With(("unitsMedian", 0.1), ("unitsSpread", 0.0)), Tenants(40).With(("sizeMedian", 0.1), ("sizeSpread", 0.0))]);
        Assert.All(run.Ticks(Market), t => Assert.InRange(t["unitsLeased"], 0, 1));
        Assert.True(run.Ticks(Market).Sum(t => t["leases"]) > 1);
    }

    [Theory]
    [MemberData(nameof(Eras))]
    public void At_a_price_of_zero_nothing_is_paid_in_AKT(string era)
    {
        FinishedRun run = Run(era, [Providers(5), Tenants(30)], ("aktPrice", 0L));
        Assert.Equal(0, run.Ticks(Market).Sum(t => t["grossUsd"]));
        Ending.IsUndefined(run, "providers", "income");
    }

    /// <summary>A shock from outside: no policy of the house leaves all at once.</summary>
    [Theory]
    [MemberData(nameof(Eras))]
    public void When_all_providers_leave_at_once_nothing_new_is_leased(string era)
    {
        FinishedRun run = Run(era, [Providers(10, Deserter.Name), Tenants(40)]);
        IReadOnlyDictionary<string, long>[] ticks = run.Ticks(Market);
        Assert.True(ticks.Take(Deserter.Leaves).Sum(t => t["leases"]) > 0);
        Assert.All(ticks.Skip(Deserter.Leaves + 1), t => Assert.Equal((0, 0), (t["leases"], t["unitsOffered"])));
        Assert.True(run.Agents("tenants").Sum(a => a["spentCloud"]) > 0);
    }

    [Theory]
    [MemberData(nameof(Eras))]
    public void Tenants_without_money_lease_nothing(string era)
    {
        FinishedRun run = Run(era, [Providers(5), Tenants(30).With(("startAkt", 0L))]);
        Assert.Equal(0, run.Ticks(Market).Sum(t => t["grossUsd"]));
        Ending.IsUndefined(run, "tenants", "spent");
    }

    [Theory]
    [MemberData(nameof(Eras))]
    public void An_empty_chain_mints_nothing_and_stakes_nothing(string era)
    {
        FinishedRun run = Run(
            era,
            [StakingTests.Delegators(5, 1, 0) with { Policies = ["yield"] }, Providers(3), Tenants(10)],
            ("supply", 0L));
        Assert.Equal(0, run.Ticks("chain").Sum(t => t["minted"] + t["bonded"]));
        Ending.IsUndefined(run, "delegators", "stake");
    }

    [Theory]
    [MemberData(nameof(Eras))]
    public void When_AKT_is_worthless_delegators_keep_what_they_do(string era)
    {
        FinishedRun run = Run(
            era,
            [
                StakingTests.Delegators(20, 0.5) with
                {
                    Policies = ["yield"], Own = [("startAkt", 1000L * Akt), ("reviewRate", 10.0)],
                },
                Providers(3), Tenants(10),
            ],
            ("aktPrice", 0L));
        Assert.True(run.Ticks("chain")[^1]["delegated"] > 0);
        Assert.Equal(run.Ticks("chain")[1]["delegated"], run.Ticks("chain")[^1]["delegated"]);
    }

    private static FinishedRun Run(string era, Crowd[] crowds, params (string Key, object? Value)[] chain)
    {
        FinishedRun run = new AkashWorld { Ticks = 170, Chain = [("era", era), .. chain], Crowds = crowds }.Run();
        Ending.IsDefined(run);
        return run;
    }
}

/// <summary>Offers what it has and takes all of it back in one tick, with everybody else who does so.</summary>
internal sealed class Deserter(PopulationPlan population, WorldPlanning planning)
    : AkashProvider(Name, population, planning)
{
    internal const string Name = "deserter";
    internal const int Leaves = 60;

    protected override void Step(AgentTick agent)
    {
        if (agent.Tick.Index < Leaves)
        {
            base.Step(agent);
        }
        else if (agent.Int32(Offered) > 0)
        {
            Offer(agent, ShardOf(agent), 0, 0);
        }
    }
}
