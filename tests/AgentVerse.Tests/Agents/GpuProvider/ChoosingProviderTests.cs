using AgentVerse.Agents.Choice;
using AgentVerse.Agents.GpuProvider.Akash;
using AgentVerse.Agents.GpuProvider.Choosing;
using AgentVerse.Agents.Render;
using AgentVerse.Tests.Agents.Choice;
using AgentVerse.Tests.Simulation.Akash;

using Xunit;

using Settings = AgentVerse.Tests.Simulation.Bittensor.Settings;

namespace AgentVerse.Tests.Agents.GpuProvider;

/// <summary>What a provider's options are worth, by hand; when selling twice pays.</summary>
public sealed class ChoosingProviderTests
{
    private const double Return = 0.001;
    private const double Horizon = 30;

    /// <summary>
    /// 4 units at a reserve of 0.20 USD that ask 0.25 USD and are hired half the time:
    /// 4 x 24 h x (0.5 x 0.05 - 0.5 x 0.1 x 0.20) = 96 x 0.015 = 1.44 USD a day.
    /// </summary>
    [Fact]
    public void Asking_a_price_is_worth_its_margin_while_hired_less_the_cost_of_idling()
    {
        AkashAsks asks = new(Settings.Of(AkashWorld.Catalogue.Kinds["gpuProvider"].Section, ("idleCost", 0.1)));
        ValueTerms terms = asks.Terms(units: 4, reserve: 200_000, price: 250_000, hired: 0.5);
        Assert.Equal(1.44, terms.Value, 12);
        Assert.Equal(-96 * 0.02, asks.Terms(4, 200_000, 250_000, hired: 0).Value, 12);
    }

    /// <summary>14 RENDER a week at 7 USD are 14 USD a day; running costs 3.</summary>
    [Fact]
    public void Being_online_is_worth_a_weeks_pay_over_seven_less_what_it_costs() =>
        Assert.Equal(11, RenderStand.Terms(weekly: 14, price: 7, cost: 3).Value, 12);

    /// <summary>
    /// s = 10 USD a day, lambda = 0.05, r = 0.001, H = 30: D = (1 - e^-1.53) / 0.051 = 15.36205 days, L = 153.6205 USD;
    /// 10 - 0.05 x 153.6205 - 2 = 0.318977 USD a day on top of 11.
    /// </summary>
    [Fact]
    public void Selling_twice_is_worth_the_second_income_less_detection_and_conscience()
    {
        ValueTerms twice = DoubleSelling.Terms(Honest(11), second: 10, detections: 0.05, honestyCost: 2);
        Assert.Equal(153.6205, twice.Loss, 4);
        Assert.Equal(11.318977, twice.Value, 6);
    }

    [Theory]
    [InlineData(0.0, 2.0)]
    [InlineData(0.05, 2.0)]
    [InlineData(0.05, 0.0)]
    [InlineData(1.0, 0.3)]
    public void At_temperature_zero_units_are_sold_twice_exactly_beyond_the_threshold(double detections, double cost)
    {
        double threshold = DoubleSelling.Threshold(Return, Horizon, detections, cost);
        double loss = threshold * Annuity.Days(Return + detections, Horizon);
        Assert.Equal((detections * loss) + cost, threshold, 9);
        Assert.Equal(1, Taken(threshold + 1e-6));
        Assert.Equal(0, Taken(threshold - 1e-6));

        int Taken(double second)
        {
            ValueTerms honest = Honest(11);
            ValueTerms twice = DoubleSelling.Terms(honest, second, detections, cost);
            return Someone.Choose(
                NestedLogit.BestResponse, Someone.Of(3), new(OptionPath.In(1, 0, 1), honest.Value),
                new(OptionPath.In(1, 0, 2), twice.Value));
        }
    }

    /// <summary>Offering a price twice, or a tactic that is worth the same, draws nobody from another network.</summary>
    [Fact]
    public void A_duplicate_of_an_option_changes_no_networks_share()
    {
        NestedLogit rule = new(0.5);
        Option[] options =
        [
            new(OptionPath.Leave, 0), new(OptionPath.In(1, 0, 1), 0.6), new(OptionPath.In(1, 0, 3), 0.4),
            new(OptionPath.In(2, 0, 1), 0.5),
        ];
        Option[] doubled = [.. options[..3], new(OptionPath.In(2, 0, 1), 0.5), new(OptionPath.In(2, 0, 2), 0.5)];
        double before = Someone.Share(rule, chosen => chosen == 3, options);
        double after = Someone.Share(rule, chosen => chosen >= 3, doubled);
        Assert.InRange(before, 0.2, 0.5);
        Assert.Equal(before, after, 10);
    }

    private static ValueTerms Honest(double usd) => new()
    {
        TokensPerDay = usd, Price = 1, RequiredReturn = Return, HorizonDays = Horizon,
    };
}
