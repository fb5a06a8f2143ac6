using AgentVerse.Agents.Choice;

using Xunit;

namespace AgentVerse.Tests.Agents.Choice;

/// <summary>Who enters and who must leave.</summary>
public sealed class EntryTests
{
    /// <summary>At the median half would have less elsewhere; at median x e^spread a share Phi(1) = 0.8413.</summary>
    [Theory]
    [InlineData(2.0, 0.5)]
    [InlineData(5.43656366, 0.8413447)]
    public void Supply_is_log_normal_in_reservation_income(double income, double expected)
    {
        SupplyCurve supply = new(2, 1);
        int supplied = 0;
        for (int i = 0; i < Someone.Many; i++)
        {
            Chooser someone = Someone.Of(i);
            supplied += supply.ReservationOf(someone.Draws, someone.Account) < income ? 1 : 0;
        }

        double error = Someone.Error(expected);
        Assert.InRange((double)supplied / Someone.Many, expected - error, expected + error);
    }

    [Fact]
    public void Twice_the_units_could_earn_twice_elsewhere()
    {
        Chooser one = Someone.Of(1);
        SupplyCurve supply = new(2, 1);
        Assert.Equal(
            2 * supply.ReservationOf(one.Draws, one.Account), supply.ReservationOf(one.Draws, one.Account, 2), 12);
        Assert.Equal(0, (supply with { Median = 0 }).ReservationOf(one.Draws, one.Account));
    }

    /// <summary>What one earns by running is lost by leaving only if it is above power + opportunity cost.</summary>
    [Theory]
    [InlineData(2.9, true)]
    [InlineData(3.1, false)]
    public void One_with_sunk_hardware_leaves_below_power_and_opportunity_cost(double income, bool leaves)
    {
        const double power = 1;
        const double elsewhere = 2;
        ValueTerms staying = new() { TokensPerDay = income, Price = 1, RunningCost = power, HorizonDays = 30 };
        int chosen = Someone.Choose(
            NestedLogit.BestResponse, Someone.Of(1), new(OptionPath.Leave, elsewhere), new(OptionPath.In(1, 1), staying.Value));
        Assert.Equal(leaves, chosen == 0);
    }

    /// <summary>An entrant pays its hardware too: 60 over 30 days is 2 a day.</summary>
    [Theory]
    [InlineData(4.9, false)]
    [InlineData(5.1, true)]
    public void An_entrant_must_earn_its_hardware_as_well(double income, bool enters)
    {
        ValueTerms entering = new()
        {
            TokensPerDay = income, Price = 1, RunningCost = 1, EntryCost = 60, HorizonDays = 30,
        };
        int chosen = Someone.Choose(
            NestedLogit.BestResponse, Someone.Of(1), new(OptionPath.Leave, 2), new(OptionPath.In(1, 1), entering.Value));
        Assert.Equal(enters, chosen == 1);
    }

    [Fact]
    public void A_limited_rate_admits_so_many_a_day_whatever_the_tick()
    {
        EntryRule rule = new(EntryMode.RateLimited, 240, 0, 0);
        double hourly = Admitted(rule, ranDays: 0, tickDays: 1 / 24.0) * 24;
        double daily = Admitted(rule, ranDays: 0, tickDays: 1);
        Assert.InRange(hourly, 240 * 0.3, 240 * 1.9);
        Assert.InRange(daily, 190, 290);
    }

    [Fact]
    public void Who_is_admitted_stays_admitted()
    {
        EntryRule rule = new(EntryMode.Admitted, 0, 0.1, 30);
        Assert.Equal((0.1, 0.55, 1), (rule.ShareAt(0), rule.ShareAt(15), rule.ShareAt(99)));
        for (int i = 0; i < 2000; i++)
        {
            Chooser someone = Someone.Of(i);
            Assert.True(!rule.Admits(someone, 1, 5, 1) || rule.Admits(someone, 1, 6, 1));
            Assert.True(rule.Admits(someone, 1, 30, 1));
        }

        double early = (double)Admitted(rule, ranDays: 15, tickDays: 1) / Someone.Many;
        Assert.InRange(early, 0.55 - Someone.Error(0.55), 0.55 + Someone.Error(0.55));
    }

    [Fact]
    public void An_open_door_admits_all() =>
        Assert.Equal(Someone.Many, Admitted(new EntryRule(EntryMode.Open, 0, 0, 0), 0, 1));

    [Fact]
    public void Costs_are_paid_from_cash_then_owed_and_debt_is_repaid_first()
    {
        long cash = 10;
        long debt = 0;
        Assert.Equal(4, Budget.Pay(ref cash, ref debt, 4));
        Assert.Equal(6, Budget.Pay(ref cash, ref debt, 9));
        Assert.Equal((0, 3), (cash, debt));
        Assert.False(Budget.IsSpent(debt, 3));
        Assert.True(Budget.IsSpent(debt, 2));
        cash = 5;
        Assert.Equal(4, Budget.Pay(ref cash, ref debt, 1));
        Assert.Equal((1, 0), (cash, debt));
    }

    private static int Admitted(EntryRule rule, double ranDays, double tickDays) =>
        Enumerable.Range(0, Someone.Many).Count(i => rule.Admits(Someone.Of(i), Someone.Many, ranDays, tickDays));
}
