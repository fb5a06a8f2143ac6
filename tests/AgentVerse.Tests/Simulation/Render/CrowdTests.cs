using AgentVerse.Model.Networks.Render;
using AgentVerse.Tests.Simulation.Bittensor;

using Xunit;

namespace AgentVerse.Tests.Simulation.Render;

/// <summary>A hundred thousand wallets and as many jobs a tick: comparing pairs would never end.</summary>
public sealed class CrowdTests
{
    private const int Wallets = 100_000;

    [Fact]
    public void A_hundred_thousand_wallets_and_jobs_settle_in_a_tick()
    {
        FinishedRun run = new SmallRender
        {
            Ticks = 2,
            Crowds =
            [
                SmallRender.Operators(Wallets, SmallRender.Stays),
                SmallRender.Creators(20_000, ("ordersPerDay", 0.8)),
            ],
        }.Run();
        IReadOnlyDictionary<string, long>[] ticks = run.Ticks("scheduler");
        Assert.Equal(Wallets, ticks[^1]["online"]);
        Assert.True(run.Agents("creators").Sum(a => a["spent"]) > 0);
        Assert.True(ticks.Sum(t => t["rendered2"] + t["rendered3"]) > 0.9 * ticks.Sum(t => t["asked"]));
        Assert.Equal(2 * 43_757 * RenderTerms.UnitsPerToken, run.Agents("operators").Sum(a => a["renderEarned"]));
    }
}
