using Xunit;

namespace AgentVerse.Tests.Simulation.Render;

/// <summary>Who is paid in a week: small wallets are not in all of them, and more work reaches more of them.</summary>
public sealed class ReachRunTests
{
    private const int Wallets = 400;
    private const int Weeks = 20;

    [Fact]
    public void More_work_reaches_more_wallets()
    {
        double little = PaidShare(5000);
        double more = PaidShare(1000);
        Assert.InRange(little, 0.05, 0.9);
        Assert.True(more > little + 0.05, $"{little} and {more} of wallets are paid");
    }

    /// <summary>The same work as frames of a fifth of the size.</summary>
    private static double PaidShare(double frameOctaneHours) => new SmallRender
    {
        Ticks = Weeks,
        Own = [("vettedShare", 0.0), ("frameOctaneHours", frameOctaneHours)],
        Crowds =
        [
            SmallRender.Operators(
                Wallets, SmallRender.Stays, SmallRender.Fast, ("unitsMedian", 20.0), ("unitsSpread", 0.0)),
            SmallRender.Creators(200, ("ordersPerDay", 0.02), ("renderPriorityShare", 0.0)),
        ],
    }.Run().Ticks("scheduler").Sum(t => t["paidWallets"]) / (double)(Wallets * Weeks);
}
