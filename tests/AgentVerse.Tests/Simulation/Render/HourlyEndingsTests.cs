using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Render;
using AgentVerse.Tests.Simulation.Bittensor;

using Xunit;

namespace AgentVerse.Tests.Simulation.Render;

/// <summary>Worlds of Render that end badly, by the hour over more than an epoch, each number defined.</summary>
public sealed class HourlyEndingsTests
{
    private const int Ticks = 340;
    private const int ThirdEpoch = 336;

    private static readonly SmallRender Hourly = new()
    {
        TickSeconds = 3600,
        Ticks = Ticks,
        Start = 1_736_294_400,
        Crowds = [SmallRender.Operators(20, ("reviewRate", 1.0)), SmallRender.Creators(60, ("ordersPerDay", 1.0))],
    };

    [Fact]
    public void Without_creators_nobody_earns_by_work()
    {
        FinishedRun run = Run(Hourly with { Crowds = [Hourly.Crowds[0]] });
        Assert.Equal(0, run.Ticks("scheduler").Sum(t => t["value"] + t["burned"] + t["pool"]));
        Assert.True(run.Held("scheduler", RenderTerms.Render, "unallocated") > 0);
        Ending.IsUndefined(run, "operators", "renderWorked");
    }

    [Fact]
    public void Without_operators_nobody_is_served()
    {
        FinishedRun run = Run(Hourly with { Crowds = [Hourly.Crowds[1]] });
        Assert.True(run.Ticks("scheduler").Sum(t => t["asked"]) > 0);
        Ending.IsUndefined(run, "creators", "spent");
        Ending.IsUndefined(run, "creators", "receivedHours");
    }

    [Fact]
    public void One_GPU_takes_what_an_hour_lets_it_take()
    {
        SmallRender.Crowd one = SmallRender.Operators(
            1, SmallRender.Fast, ("unitsMedian", 1.0), ("unitsSpread", 0.0), ("renderUptime", 1.0),
            ("renderUptimeSpread", 0.0), SmallRender.Stays);
        FinishedRun run = Run(Hourly with { Own = [("vettedShare", 0.0)], Crowds = [one, Hourly.Crowds[1]] });

        // 1300 points x 1 h / 100 OBh a frame.
        Assert.All(run.Ticks("scheduler"), t => Assert.InRange(t["rendered3"], 0, 13));
        Assert.True(run.Ticks("scheduler").Sum(t => t["rendered3"]) > 100);
        Assert.Equal(run.Ticks("scheduler").Sum(t => t["pool"]) > 0, run.Agents("operators").Single()["renderEarned"] > 0);
    }

    [Fact]
    public void At_a_price_of_zero_nothing_is_burned()
    {
        FinishedRun run = Run(Hourly with { Own = [("price", 0.0)] });
        Assert.True(run.Ticks("scheduler").Sum(t => t["value"]) > 0);
        Assert.Equal(0, run.Ticks("scheduler").Sum(t => t["burned"]));
        Ending.IsUndefined(run, "operators", "income");
    }

    /// <summary>
    /// Two wallets that never think show what work pays; all others come for it, and all think when the price falls to
    /// nothing in the third epoch.
    /// </summary>
    [Fact]
    public void When_all_operators_leave_at_once_jobs_come_back()
    {
        DataTable prices = new("prices.csv", ["price"], [[7, 7, 0]]);
        FinishedRun run = Run(Hourly with
        {
            Ticks = 400,
            Own = [("epochs", "prices.csv"), ("priceHalfLife", 1L)],
            Tables = new SortedDictionary<string, DataTable> { ["prices.csv"] = prices },
            Crowds =
            [
                SmallRender.Operators(20, ("reviewRate", 1000.0), ("temperature", 0.0)),
                SmallRender.Operators(2, SmallRender.Stays) with { Name = "keepers" },
                SmallRender.Creators(400, ("ordersPerDay", 2.0)),
            ],
        });
        IReadOnlyDictionary<string, long>[] ticks = run.Ticks("scheduler");
        Assert.InRange(ticks[ThirdEpoch - 1]["online"], 15, 22);
        Assert.All(ticks.Skip(ThirdEpoch + 2), t => Assert.Equal(2, t["online"]));
        Assert.True(ticks.Skip(ThirdEpoch + 2).Sum(t => t["refunded"]) > 0);
    }

    [Fact]
    public void When_pools_and_holders_are_empty_nothing_is_minted_or_burned()
    {
        FinishedRun run = Run(Hourly with { Own = [("budgetPercent", 0L), ("circulating", 0L)] });
        Assert.Equal(0, run.Ticks("foundation").Sum(t => t["emission"]));
        Assert.Equal(0, run.Ticks("scheduler").Sum(t => t["burned"]));
        Assert.True(run.Held("scheduler", "USD", "escrow") > 0);
        Ending.IsUndefined(run, "operators", "renderEarned");
    }

    [Fact]
    public void Frames_that_cost_nothing_are_rendered_for_nothing()
    {
        FinishedRun run = Run(Hourly with { Own = [("priorityPrice", 0.0), ("economyPrice", 0.0)] });
        Assert.Equal(0, run.Ticks("scheduler").Sum(t => t["value"]));
        Ending.IsUndefined(run, "creators", "spent");
    }

    private static FinishedRun Run(SmallRender world)
    {
        FinishedRun run = world.Run();
        Ending.IsDefined(run);
        return run;
    }
}
