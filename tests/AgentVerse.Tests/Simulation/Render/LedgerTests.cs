using AgentVerse.Model.Networks.Render;
using AgentVerse.Tests.Simulation.Bittensor;

using CsCheck;

using Xunit;

namespace AgentVerse.Tests.Simulation.Render;

/// <summary>Money is conserved: the engine checks every token after every tick and stops a run that does not balance.</summary>
public sealed class LedgerTests
{
    private static readonly Gen<SmallRender> AnyWorld =
        from seed in Gen.ULong
        from tick in Gen.OneOf(Gen.Const(7 * 86_400L), Gen.Const(86_400L), Gen.Const(12 * 3600L))
        from start in Gen.Long[1_700_000_000, 3_600_000_000]
        from price in Gen.Double[-100, 1000]
        from fee in Gen.Long[0, 100]
        from lag in Gen.Long[0, 30]
        from circulating in Gen.OneOf(Gen.Const(0L), Gen.Long[1, 100_000_000_000])
        from admissions in Gen.Long[0, 30]
        from budget in Gen.Long[0, 20]
        from audit in Gen.Double[0, 1]
        from requests in Gen.Double[0, 1]
        from failure in Gen.Double[0, 1]
        select new SmallRender
        {
            Seed = seed,
            TickSeconds = tick,
            Start = start,
            Ticks = 16,
            Own =
            [
                ("price", Math.Max(0, price)), ("feePercent", fee), ("burnLag", lag * 86_400), ("circulating", circulating),
                ("admissions", admissions), ("budgetPercent", budget), ("auditRate", audit),
                ("honoursRequests", requests),
            ],
            Crowds =
            [
                SmallRender.Operators(20, ("renderFailure", failure), ("reviewRate", 1.0)),
                SmallRender.Creators(40),
                Wild(20),
                new("selves", "gpuProvider", 3, ["renderSelf"]) { Own = [("startUsd", 20_000_000_000L)] },
                new("inflators", "gpuProvider", 3, ["renderInflate"]) { Own = [("claimFactor", 3.0)] },
                new("idlers", "gpuProvider", 3, ["renderIdle"]),
            ],
        };

    [Fact]
    public void Every_token_balances_in_every_tick_whatever_is_asked() => AnyWorld.Sample(
        world => Assert.NotNull(world.Run()), iter: 60, threads: 1);

    [Fact]
    public void What_creators_spend_is_fee_and_burn_to_the_unit()
    {
        FinishedRun run = new SmallRender { Ticks = 12 }.Run();
        IReadOnlyDictionary<string, long>[] ticks = run.Ticks("scheduler");
        long value = ticks.Sum(t => t["value"]);
        long spent = run.Agents("creators").Sum(a => a["spent"]);
        Assert.True(value > 0);
        Assert.Equal(value, spent);
        Assert.Equal(value, run.Held("scheduler", "USD", "fees") + run.Held("scheduler", "USD", "exchange"));
        Assert.InRange(run.Held("scheduler", "USD", "fees"), (value / 20) - 12, value / 20);
        long left = run.Held("scheduler", RenderTerms.Render, "holders");
        Assert.Equal(ticks.Sum(t => t["burned"]), (370_000_000 * RenderTerms.UnitsPerToken) - left);
    }

    [Fact]
    public void Pools_are_paid_to_the_unit()
    {
        FinishedRun run = new SmallRender { Ticks = 6, Crowds = [SmallRender.Operators(40, SmallRender.Stays), SmallRender.Creators(200)] }.Run();
        long paid = run.Agents("operators").Sum(a => a["renderEarned"]);
        Assert.Equal(6 * 43_757 * RenderTerms.UnitsPerToken, paid);
        Assert.Equal(paid, run.Agents("operators").Sum(a => a[RenderTerms.Render]));
        Assert.Equal(6 * 43_757 * RenderTerms.UnitsPerToken, run.Ticks("scheduler").Sum(t => t["pool"]));
    }

    internal static SmallRender.Crowd Wild(int count) => new("wild", "gpuProvider", count, ["wildRender"])
    {
        Own = [("startUsd", 5_000_000_000L), ("startRender", 100_000_000_000L)],
    };
}
