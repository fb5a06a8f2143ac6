using AgentVerse.Mechanisms.Compute.Render;
using AgentVerse.Model.Networks.Render;

using CsCheck;

using Xunit;

namespace AgentVerse.Tests.Mechanisms.Compute.Render;

public sealed class EmissionLawTests
{
    private static readonly RenderParameters Parameters = new();

    [Fact]
    public void All_years_together_stay_within_the_budget_and_sixty_reach_it()
    {
        long budget = EmissionSchedule.Budget(Parameters);
        Assert.True(EmissionSchedule.Through(60, Parameters) > 0.9998 * budget);
        Assert.True(Enumerable.Range(1, 60).Sum(y => EmissionSchedule.OfYear(y, Parameters)) < budget);
        Assert.Equal(budget, EmissionSchedule.Through(2000, Parameters));
    }

    [Fact]
    public void No_year_emits_more_than_a_tenth_and_growth_years_shrink()
    {
        Assert.All(Enumerable.Range(1, 80), y => Assert.True(
            EmissionSchedule.OfYear(y, Parameters) <= EmissionSchedule.Budget(Parameters) / 10));
        Assert.All(Enumerable.Range(6, 60), y => Assert.True(
            EmissionSchedule.OfYear(y + 1, Parameters) < EmissionSchedule.OfYear(y, Parameters)));
    }

    /// <summary>An epoch mints a week of its year's emission, whatever the date; Salad's comes on top.</summary>
    [Fact]
    public void The_pools_of_an_epoch_add_to_a_week_of_its_year() =>
        Gen.Long[Parameters.BmeStart - 1_000_000, Parameters.BmeStart + (70 * 31_557_600L)].Sample(seconds =>
        {
            EpochPools pools = EmissionSplit.Of(seconds, Parameters);
            int year = BmeDate.Of(seconds, Parameters).Year;
            long week = EmissionSchedule.Weekly(EmissionSchedule.OfMonth(year, Parameters), Parameters);
            Assert.Equal(week, pools.Total - pools.Salad);
            Assert.True(pools.NodeJobs > 0 && pools.Foundation >= 0 && pools.NodeReserve >= 0);
            Assert.Equal(seconds >= Parameters.SaladStart, pools.Salad > 0);
        });

    [Fact]
    public void What_a_cap_leaves_goes_to_nodes_first() => Gen.Long[0, 20_000_000_000_000].Sample(rest =>
    {
        EpochPools pools = EmissionSplit.Of(1_736_294_400, Parameters);
        EpochPools cut = pools.Within(rest);
        Assert.Equal(Math.Min(rest, pools.Total), cut.Total);
        Assert.Equal(Math.Min(rest, pools.NodeJobs), cut.NodeJobs);
    });

    [Theory]
    [InlineData("2023-12-20", 1, 1)]
    [InlineData("2024-01-19", 1, 1)]
    [InlineData("2024-01-20", 1, 2)]
    [InlineData("2024-12-19", 1, 12)]
    [InlineData("2024-12-20", 2, 1)]
    [InlineData("2020-01-01", 1, 1)]
    public void Years_and_months_begin_on_the_twentieth(string date, int year, int month)
    {
        long seconds = (DateTime.Parse(date, System.Globalization.CultureInfo.InvariantCulture) - DateTime.UnixEpoch).Ticks
            / TimeSpan.TicksPerSecond;
        Assert.Equal(new BmeDate(year, month), BmeDate.Of(seconds, Parameters));
    }

    /// <summary>Before the cut the regular pool of a week is 7 x 6,251; RNP-013 quotes an average of 47,435.</summary>
    [Fact]
    public void The_pool_for_work_falls_by_two_thirds_on_the_twelfth_of_june()
    {
        Assert.Equal(43_757 * RenderTerms.UnitsPerToken, EmissionSplit.NodeJobs(Parameters.CutStart - 1, Parameters));
        Assert.Equal(15_000 * RenderTerms.UnitsPerToken, EmissionSplit.NodeJobs(Parameters.CutStart, Parameters));
    }
}
