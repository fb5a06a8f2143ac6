using AgentVerse.Agents.Choice;

using Xunit;

namespace AgentVerse.Tests.Agents.Choice;

public sealed class ValueTermsTests
{
    private static readonly ValueTerms Whole = new()
    {
        Admitted = 0.8,
        TokensPerDay = 10,
        Price = 5,
        Vested = 0.9,
        RunningCost = 6,
        Capital = 1000,
        RequiredReturn = 0.001,
        Detections = 0.01,
        Loss = 300,
        HonestyCost = 2,
        IsDishonest = true,
        EntryCost = 50,
        SwitchCost = 10,
        HorizonDays = 30,
        RiskAversion = 2,
        Variance = 100,
        Wealth = 200,
    };

    /// <summary>
    /// 0.8*10*5*0.9 = 36; 36 - 6 - 0.01*300 - 2 = 25; - 0.001*1000 = 24; 60*0.001/(1 - exp(-0.03)) = 2.0301500;
    /// 0.5*2*100/200 = 0.5.
    /// </summary>
    [Fact]
    public void Value_is_the_sum_of_all_terms() => Assert.Equal(24 - 2.03015 - 0.5, Whole.Value, 5);

    [Fact]
    public void An_option_without_terms_is_worth_nothing() => Assert.Equal(0, new ValueTerms().Value);

    [Fact]
    public void The_honest_pay_no_cost_of_dishonesty() =>
        Assert.Equal(Whole.Value + 2, (Whole with { IsDishonest = false }).Value, 12);

    [Fact]
    public void Without_a_required_return_what_is_paid_once_is_spread_evenly() =>
        Assert.Equal(2, (Whole with { RequiredReturn = 0 }).EntryPerDay, 12);

    [Fact]
    public void A_lead_time_takes_income_and_cost_away_together()
    {
        double prompt = Whole.Income - 6 - 3 - 2;
        double late = (Whole with { LeadDays = 15 }).Value - (Whole.Value - prompt);
        Assert.Equal(prompt * Annuity.AfterLead(0.001, 30, 15), late, 9);
        Assert.Equal(Whole.Value - prompt, (Whole with { LeadDays = 30 }).Value, 9);
    }

    [Theory]
    [InlineData(0, 30, 15, 0.5)]
    [InlineData(0, 30, 40, 0)]
    [InlineData(0.01, 30, 0, 1)]
    [InlineData(0.01, 30, 15, 0.4625701547)] // (e^-0.15 - e^-0.3) / (1 - e^-0.3)
    public void Less_is_left_the_longer_the_lead(double rate, double days, double lead, double left) =>
        Assert.Equal(left, Annuity.AfterLead(rate, days, lead), 8);

    [Fact]
    public void An_annuity_and_its_days_are_reciprocal() =>
        Assert.All(new[] { 0, 1e-9, 0.001, 0.5 }, r => Assert.Equal(1, Annuity.PerDay(r, 30) * Annuity.Days(r, 30), 12));

    /// <summary>Half at once, half after 100 days at 0.1 % a day: 0.5 + 0.5 e^-0.1.</summary>
    [Fact]
    public void What_vests_is_discounted() =>
        Assert.Equal(0.5 + (0.5 * 0.904837418), Vesting.Value([new(0.5, 0), new(0.5, 100)], 0.001), 8);

    [Fact]
    public void What_is_free_at_once_is_worth_itself() => Assert.Equal(1, Vesting.Value([], 0.001));
}
