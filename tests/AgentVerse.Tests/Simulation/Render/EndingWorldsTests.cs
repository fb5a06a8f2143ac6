using AgentVerse.Model.Networks.Render;
using AgentVerse.Tests.Simulation.Bittensor;

using Xunit;

namespace AgentVerse.Tests.Simulation.Render;

/// <summary>Worlds that end badly end well: without creators, nodes, price or holders the run goes on and balances.</summary>
public sealed class EndingWorldsTests
{
    [Fact]
    public void Without_creators_the_pool_stays_unallocated()
    {
        FinishedRun run = new SmallRender { Crowds = [SmallRender.Operators(10)] }.Run();
        Assert.Equal(6 * 43_757 * RenderTerms.UnitsPerToken, run.Held("scheduler", RenderTerms.Render, "unallocated"));
        Assert.Equal(0, run.Ticks("scheduler").Sum(t => t["burned"] + t["paidWallets"]));
    }

    [Fact]
    public void Without_nodes_every_job_is_refunded()
    {
        FinishedRun run = new SmallRender { Crowds = [SmallRender.Creators(50)] }.Run();
        IReadOnlyDictionary<string, long>[] ticks = run.Ticks("scheduler");
        Assert.True(ticks.Sum(t => t["asked"]) > 0);
        Assert.Equal(0, ticks.Sum(t => t["value"]));
        Assert.Equal(0, run.Agents("creators").Sum(a => a["spent"]));
        Assert.True(run.Agents("creators").Sum(a => a["spentCloud"]) > 0);
    }

    [Fact]
    public void One_node_takes_what_it_can()
    {
        FinishedRun run = new SmallRender
        {
            Own = [("vettedShare", 0.0), ("matchSpread", 0.0)],
            Crowds =
            [
                SmallRender.Operators(1, SmallRender.Fast, ("unitsMedian", 1.0), ("unitsSpread", 0.0),
                    ("renderUptime", 1.0), ("renderUptimeSpread", 0.0), ("renderFailure", 0.0), SmallRender.Stays),
                SmallRender.Creators(2000, ("renderPriorityShare", 0.0), ("ordersPerDay", 1.0)),
            ],
        }.Run();

        // 1300 points x 168 h / 100 OBh a frame.
        Assert.All(run.Ticks("scheduler"), t => Assert.Equal(2184, t["rendered3"]));
        Assert.All(run.Ticks("scheduler"), t => Assert.Equal(0, t["rendered2"]));
    }

    [Fact]
    public void At_a_price_of_zero_nothing_is_burned_and_operators_leave()
    {
        FinishedRun run = new SmallRender
        {
            Ticks = 12,
            Own = [("price", 0.0)],
            Crowds = [SmallRender.Operators(40, ("reviewRate", 1.0)), SmallRender.Creators(200)],
        }.Run();
        IReadOnlyDictionary<string, long>[] ticks = run.Ticks("scheduler");
        Assert.True(ticks[1]["value"] > 0);
        Assert.Equal(0, ticks.Sum(t => t["burned"]));
        Assert.Equal(0, ticks[^1]["online"]);
        Assert.Equal(ticks.Sum(t => t["value"] - t["fees"]), run.Held("scheduler", "USD", "escrow"));
    }

    [Fact]
    public void When_holders_have_nothing_left_burns_wait()
    {
        FinishedRun run = new SmallRender { Own = [("circulating", 1000L * RenderTerms.UnitsPerToken)] }.Run();
        Assert.Equal(1000 * RenderTerms.UnitsPerToken, run.Ticks("scheduler").Sum(t => t["burned"]));
        Assert.True(run.Held("scheduler", "USD", "escrow") > 0);
    }

    [Fact]
    public void When_the_cap_is_reached_nothing_is_minted()
    {
        FinishedRun run = new SmallRender { Own = [("budgetPercent", 0L)] }.Run();
        Assert.Equal(0, run.Ticks("foundation").Sum(t => t["emission"]));
        Assert.Equal(0, run.Ticks("scheduler").Sum(t => t["pool"]));
        Assert.True(run.Ticks("scheduler").Sum(t => t["value"]) > 0);
    }

    [Fact]
    public void A_world_of_nobody_runs()
    {
        FinishedRun run = new SmallRender { Crowds = [SmallRender.Operators(1, SmallRender.NoGpu)] }.Run();
        Assert.Equal(0, run.Ticks("scheduler").Sum(t => t["online"]));
    }
}
