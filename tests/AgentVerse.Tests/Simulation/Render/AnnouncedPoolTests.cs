using AgentVerse.Model.Contracts;

using Xunit;

namespace AgentVerse.Tests.Simulation.Render;

/// <summary>
/// Operators whose reserve lies between what half and all of the pool is worth stay by what is announced, not by what an
/// epoch happens to pay.
/// </summary>
public sealed class AnnouncedPoolTests
{
    private const int Wallets = 60;
    private const double Base = 43_757;

    [Fact]
    public void A_forced_cut_drives_operators_out_at_once_where_it_is_announced()
    {
        long[] online = Online("forced", Base, Base, Base, Base / 10, Base / 10);
        Assert.True(online[2] > Wallets * 0.9);
        Assert.True(online[3] < Wallets * 0.1, $"{online[3]} wallets stay in the epoch of the cut");
    }

    [Fact]
    public void Nobody_leaves_for_a_poor_epoch_while_the_schedule_is_announced()
    {
        long[] online = Online("schedule", Base, Base, Base, Base / 10, Base / 10);
        Assert.All(online, n => Assert.True(n > Wallets * 0.9));
    }

    [Fact]
    public void A_windfall_keeps_nobody_whom_the_schedule_does_not_pay()
    {
        Assert.True(Online("schedule", 2, [Base, 10 * Base, 10 * Base])[2] < Wallets * 0.1);
        Assert.True(Online("forced", 2, [Base, 10 * Base, 10 * Base])[2] > Wallets * 0.9);
    }

    private static long[] Online(string announced, params double[] pools) => Online(announced, 0.25, pools);

    /// <summary>
    /// Wallets alike: all reserves together come to the given share of the work of 43,757 RENDER at one dollar.
    /// </summary>
    private static long[] Online(string announced, double reserve, double[] pools)
    {
        const double usdAnHour = 0.35, hours = 168;
        return
        [
            .. new SmallRender
            {
                Ticks = pools.Length,
                Own =
                [
                    ("vettedShare", 0.0), ("matchSpread", 0.0), ("price", 1.0), ("epochs", "weeks.csv"),
                    ("announced", announced),
                ],
                Tables = new SortedDictionary<string, DataTable>
                {
                    ["weeks.csv"] = new DataTable("weeks.csv", ["pool"], [pools]),
                },
                Crowds =
                [
                    SmallRender.Operators(
                        Wallets, SmallRender.Fast, ("unitsMedian", 10.0), ("unitsSpread", 0.0), ("renderUptime", 1.0),
                        ("renderUptimeSpread", 0.0), ("reserveSpread", 0.0), ("reviewRate", 100.0),
                        ("temperature", 0.0), ("reserveRatio", reserve * Base / (Wallets * 10 * hours * usdAnHour))),
                    SmallRender.Creators(200, ("ordersPerDay", 1.0), ("renderPriorityShare", 0.0)),
                ],
            }.Run().Ticks("scheduler").Select(t => t["online"]),
        ];
    }
}
