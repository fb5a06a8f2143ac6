using AgentVerse.Tests.Simulation.Akash;
using AgentVerse.Tests.Simulation.Bittensor;

using Xunit;

namespace AgentVerse.Tests.Simulation.Compute;

/// <summary>Tenants take each need to the network that is worth most to them, or to the cloud.</summary>
public sealed class TenantCouplingTests
{
    private const string Market = "a100/northAmerica";
    private static readonly string[] AkashAlone = ["akash"];
    private static readonly string[] RenderAlone = ["render"];
    private static readonly string[] SetupCosts = ["0", "10", "100"];

    [Theory]
    [InlineData("akashCheapest", "cheapest")]
    [InlineData("akashReputable", "reputable")]
    public void With_akash_alone_a_tenant_does_what_the_policy_of_akash_does(string policy, string award)
    {
        FinishedRun own = With(policy);
        FinishedRun choosing = With("choosing", ("networks", AkashAlone), ("award", award));
        Assert.True(own.Ticks(Market).Sum(t => t["leases"]) > 20);
        Assert.Equal(own.Ticks(Market), choosing.Ticks(Market));
        Assert.Equal(
            own.Agents("tenants").Select(a => (a["spent"], a["spentCloud"], a["AKT"])),
            choosing.Agents("tenants").Select(a => (a["spent"], a["spentCloud"], a["AKT"])));
    }

    /// <summary>
    /// Render takes 1.755 or 3.51 USD for the work of an RTX 4090 and hour, where Akash takes less than 0.40 and a cloud
    /// 1.20: only who would have much to set up sends its scenes there.
    /// </summary>
    [Fact]
    public void The_dearer_it_is_to_set_up_the_more_scenes_go_to_render()
    {
        CoupledWorld world = new() { Ticks = 56 };
        long[] values = [.. SetupCosts.Select(cost => (world with { SetupCost = cost }).Run()
            .Ticks("scheduler").Sum(t => t["value"]))];
        Assert.True(values[0] < values[1] && values[1] < values[2], string.Join(' ', values));
    }

    [Fact]
    public void A_network_that_is_not_listed_gets_nothing()
    {
        FinishedRun run = new CoupledWorld { Ticks = 40, Tenants = "render", Creators = "render" }.Run();
        Assert.Equal(0, run.Ticks(CoupledWorld.Market).Sum(t => t["orders"]));
        Assert.True(run.Ticks("scheduler").Sum(t => t["value"]) > 0);
    }

    [Fact]
    public void Networks_none_of_which_is_in_the_run_are_a_problem()
    {
        AkashWorld world = new()
        {
            Crowds =
            [
                AkashWorld.Providers(1, "choosing").With(("networks", RenderAlone)),
                AkashWorld.Tenants(1, "choosing").With(("networks", RenderAlone)),
            ],
        };
        Assert.Equal(2, world.Plan().Problems.Count(p => p.Path.EndsWith("networks", StringComparison.Ordinal)));
    }

    [Fact]
    public void Costs_cannot_be_paid_from_a_token_without_a_market()
    {
        AkashWorld world = new() { Crowds = [AkashWorld.Providers(1).With(("paysCosts", true))] };
        Assert.EndsWith("paysCosts", Assert.Single(world.Plan().Problems).Path, StringComparison.Ordinal);
        Assert.Empty((world with { MarketPrice = 3 }).Plan().Problems);
    }

    private static FinishedRun With(string policy, params (string Key, object? Value)[] own) => new AkashWorld
    {
        Crowds = [AkashWorld.Providers(12), AkashWorld.Tenants(60, policy).With(own)],
    }.Run();
}
