using AgentVerse.Tests.Simulation.Bittensor;

using Xunit;

namespace AgentVerse.Tests.Simulation.Render;

/// <summary>Who is paid in a week: one who lends its nodes seldom, or is small, is not in all.</summary>
public sealed class ReachRunTests
{
    private const int Wallets = 400;
    private const int Weeks = 20;

    /// <summary>Nodes reachable for 0.02 of the time in spells of 6 h are so in 1 - exp(-0.56) = 0.43 of weeks.</summary>
    [Fact]
    public void Wallets_miss_the_weeks_in_which_they_lend_no_node()
    {
        const double expected = 0.42879;
        double paid = PaidShare(("spell", 6 * 3600L));
        double error = Math.Sqrt(expected * (1 - expected) / (Wallets * Weeks));
        Assert.InRange(paid, expected - (4 * error), expected + (4 * error));
        Assert.True(PaidShare(("spell", 0L)) > 0.99);
    }

    [Fact]
    public void More_work_reaches_more_wallets()
    {
        double little = PaidShare(("frameOctaneHours", 5000.0));
        double more = PaidShare(("frameOctaneHours", 1000.0));
        Assert.InRange(little, 0.05, 0.9);
        Assert.True(more > little + 0.05, $"{little} and {more} of wallets are paid");
    }

    private static double PaidShare((string Key, object? Value) own) => new SmallRender
    {
        Ticks = Weeks,
        Own = [("vettedShare", 0.0), own],
        Crowds =
        [
            SmallRender.Operators(
                Wallets, SmallRender.Stays, SmallRender.Fast, ("unitsMedian", 20.0), ("unitsSpread", 0.0),
                ("renderUptime", 0.02), ("renderUptimeSpread", 0.0)),
            SmallRender.Creators(200, ("ordersPerDay", 1.0), ("renderPriorityShare", 0.0)),
        ],
    }.Run().Ticks("scheduler").Sum(t => t["paidWallets"]) / (double)(Wallets * Weeks);
}
