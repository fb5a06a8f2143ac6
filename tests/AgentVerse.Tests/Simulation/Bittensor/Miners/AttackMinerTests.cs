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
        SmallChain.Crowd[] dumpers =
            [new("miners", "miner", 300, ["dumper"]) { Own = [("dumpTick", (long)tick)] }, Chain.Crowds[1]];
        FinishedRun dumped = (Chain with { Crowds = dumpers }).Run();
        IReadOnlyDictionary<string, long>[] ticks = dumped.Ticks("subnet/1");
        Assert.All(ticks.Where(t => t["tick"] != tick), t => Assert.Equal(0, t["unstaked"]));
        Assert.True(ticks[tick]["unstaked"] > 0);
        Assert.True(Number(ticks[tick], "alphaPrice") < Number(ticks[tick - 1], "alphaPrice"));
        long seated = dumped.Ticks("miners")[tick]["seated"];
        Assert.InRange(dumped.Ticks("miners")[tick]["acts"], seated / 2, seated * 2);
    }

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

    private static double Number(IReadOnlyDictionary<string, long> row, string name) =>
        BitConverter.Int64BitsToDouble(row[name]);
}
