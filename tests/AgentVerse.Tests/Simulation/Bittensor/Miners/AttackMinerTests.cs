using AgentVerse.Model.Settings;

using Xunit;

namespace AgentVerse.Tests.Simulation.Bittensor.Miners;

/// <summary>Miners who register to lift the price, and who sell all at once.</summary>
public sealed class AttackMinerTests
{
    private const long Tao = 1_000_000_000;
    private static readonly SmallChain Chain = MinerWorld.Chain with { Crowds = MinerWorld.Crowd("idle") };

    [Fact]
    public void Griefers_lift_the_price_up_to_their_threshold_and_budget()
    {
        FinishedRun calm = Chain.Run();
        FinishedRun lifted = WithGriefers(budget: Tao, below: Tao / 2).Run();
        Assert.True(Price(lifted) > 2 * Price(calm), $"{Price(lifted)} > {Price(calm)}");
        Assert.All(lifted.Agents("griefers"), a => Assert.InRange(a["spent"], 0, Tao));
        Assert.All(lifted.Events("registered"), e => Assert.InRange(e["amount"], 0, Tao / 2));
        Assert.Equal(lifted.Sum("registrations", "subnet/2"), lifted.Events("registered").Length);
    }

    [Fact]
    public void A_griefer_without_a_budget_is_the_control_bit_for_bit()
    {
        FinishedRun calm = Chain.Run();
        FinishedRun broke = WithGriefers(budget: 0, below: Tao).Run();
        Assert.Equal(calm.Digests.Events.Sum, broke.Digests.Events.Sum);
        Assert.Equal(Price(calm), Price(broke));
    }

    [Fact]
    public void A_griefer_of_a_subnet_that_is_not_there_is_refused()
    {
        (_, IReadOnlyList<Problem> problems) = (Chain with
        {
            Crowds = [.. Chain.Crowds, new("griefers", "miner", 3, ["griefer"]) { Own = [("griefNetuid", 77L)] }],
        }).Plan();
        Assert.EndsWith("griefNetuid", Assert.Single(problems).Path, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dump_sells_all_alpha_in_its_tick_and_the_price_falls()
    {
        const int tick = 18;
        FinishedRun kept = WithDump(1000).Run();
        FinishedRun dumped = WithDump(tick).Run();
        IReadOnlyDictionary<string, long>[] ticks = dumped.Ticks("subnet/1");
        Assert.All(ticks.Where(t => t["tick"] != tick), t => Assert.Equal(0, t["unstaked"]));
        Assert.True(ticks[tick]["unstaked"] > 0);
        Assert.Equal(PriceAt(kept, tick - 1), PriceAt(dumped, tick - 1));
        Assert.True(PriceAt(dumped, tick) < PriceAt(kept, tick));
        Assert.True(dumped.Ticks("miners")[tick]["acted"] > kept.Ticks("miners")[tick]["acted"]);

        double PriceAt(FinishedRun run, int at) =>
            BitConverter.Int64BitsToDouble(run.Ticks("subnet/1")[at]["alphaPrice"]);
    }

    private static SmallChain WithDump(long tick) => Chain with
    {
        Crowds = [new("miners", "miner", 300, ["dumper"]) { Own = [("dumpTick", tick)] }, Chain.Crowds[1]],
    };

    private static SmallChain WithGriefers(long budget, long below) => Chain with
    {
        Crowds =
        [
            .. Chain.Crowds,
            new("griefers", "miner", 40, ["griefer"])
            {
                Own = [("griefBudget", budget), ("griefBelow", below), ("griefNetuid", 2L)],
            },
        ],
    };

    private static double Price(FinishedRun run) => run.Ticks("subnet/2").Average(t => (double)t["burnPrice"]);
}
