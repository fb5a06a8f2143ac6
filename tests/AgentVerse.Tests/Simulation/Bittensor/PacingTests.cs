using Xunit;

namespace AgentVerse.Tests.Simulation.Bittensor;

/// <summary>
/// The price of 256 uids is a matter of pace: at three in 72 minutes the price stands still at its floor, in one block
/// it climbs by 1.26 each to its ceiling.
/// </summary>
public sealed class PacingTests
{
    private const double Tao = 1e9;

    private static readonly SmallChain Chain = new()
    {
        TickSeconds = 1440,
        Hyperparameters = [("uidsMax", 256L), ("burn", 500_000L)],
        Groups = [[("validatorsMedian", 1.0), ("validatorsSpread", 0.0), ("occupancy", 0.01)]],
    };

    /// <summary>256 * 0.0005 TAO: 1.26^3 is 2.0004, so a little is over at the end of each half-life.</summary>
    [Fact]
    public void Paced_at_three_in_a_half_life_they_cost_the_floor() =>
        Assert.Equal(0.128, Paid("paced", ticks: 257), 0.0005);

    /// <summary>Sum over k below 256 of min(100, 0.0005 * 1.26^k) TAO.</summary>
    [Fact]
    public void In_one_block_they_cost_the_climb_to_the_ceiling() => Assert.Equal(20_701, Paid("burst", ticks: 2), 1.0);

    private static double Paid(string policy, int ticks)
    {
        FinishedRun run = (Chain with
        {
            Ticks = ticks,
            Crowds =
            [
                new("miners", "miner", 4, ["idle"]), new("validators", "validator", 4, ["honest"]),
                new("sybils", "staker", 256, [policy]),
            ],
        }).Run();
        Assert.Equal(256, run.Ticks("subnet/1").Sum(t => t["registrations"]));
        Assert.Equal(
            run.Ticks("subnet/1").Sum(t => t["registrationsPaid"]),
            run.Agents("sybils").Sum(a => 40_000_000_000_000 - a["TAO"]));
        return run.Ticks("subnet/1").Sum(t => t["registrationsPaid"]) / Tao;
    }
}
