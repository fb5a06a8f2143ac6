using AgentVerse.Mechanisms.Markets;
using AgentVerse.Model.Numerics;

using Xunit;

namespace AgentVerse.Tests.Mechanisms.Markets;

public sealed class PriceProcessTests
{
    private const double Day = 1 / PriceProcess.DaysPerYear;
    private static readonly Purpose Own = Purpose.Of("tests.own");
    private static readonly Purpose Shared = Purpose.Of("tests.shared");

    /// <summary>E p(T) = p(0) e^(mu T); Var ln p(T) = (sigma^2 + beta^2 s^2) T. Within five standard errors.</summary>
    [Fact]
    public void Gbm_has_the_moments_of_its_terms()
    {
        PriceTerms terms = new(0.5, 0.8, 0.5, 0.6);
        const int paths = 4000, days = 30;
        Draws draws = new(7, 0);
        double sum = 0, squares = 0, logs = 0, logSquares = 0;
        for (ulong path = 0; path < paths; path++)
        {
            double price = 1;
            for (int day = 0; day < days; day++)
            {
                StreamDraws at = draws.At(path, day);
                double factor = terms.FactorVolatility * Math.Sqrt(Day) * at.Normal(Shared);
                price = PriceProcess.Step(price, terms, Day, factor, at.Normal(Own));
            }

            (sum, squares) = (sum + price, squares + (price * price));
            (logs, logSquares) = (logs + Math.Log(price), logSquares + (Math.Log(price) * Math.Log(price)));
        }

        double years = days * Day, mean = sum / paths, log = logs / paths;
        double error = Math.Sqrt(((squares / paths) - (mean * mean)) / paths);
        Assert.InRange(mean, Math.Exp(0.5 * years) - (5 * error), Math.Exp(0.5 * years) + (5 * error));
        double variance = (0.64 + (0.25 * 0.36)) * years, found = (logSquares / paths) - (log * log);
        double spread = 5 * Math.Sqrt(2.0 / paths) * variance;
        Assert.InRange(found, variance - spread, variance + spread);
        Assert.InRange(log, (0.5 * years) - (variance / 2) - 0.05, (0.5 * years) - (variance / 2) + 0.05);
    }

    [Fact]
    public void Without_noise_the_price_grows_by_its_drift() =>
        Assert.Equal(Math.Exp(0.1), PriceProcess.Step(1, new PriceTerms(0.1, 0, 0, 0), 1, 0, 3), 12);

    [Fact]
    public void A_jump_of_ln_2_doubles_a_token_of_beta_1()
    {
        PriceTerms terms = new(0, 0, 1, 0);
        Assert.Equal(2, PriceProcess.Step(1, terms, 0, Math.Log(2), 0), 12);
        Assert.Equal(200, PriceProcess.Attention(100, terms, 0, Math.Log(2), 0), 9);
    }

    [Fact]
    public void Outside_demand_is_zero_at_its_price_and_closes_gaps()
    {
        Assert.Equal(0, PriceProcess.OutsideDemand(0.1, 1, 1000, 5, 5));
        Assert.Equal(0.1 * 1000 * Math.Log(2), PriceProcess.OutsideDemand(0.1, 1, 1000, 10, 5), 9);
        Assert.Equal(-0.1 * 1000 * Math.Log(2), PriceProcess.OutsideDemand(0.1, 1, 1000, 5, 10), 9);
        Assert.Equal(-500, PriceProcess.OutsideDemand(100, 30, 1000, 1, 10));
    }

    [Fact]
    public void The_target_counts_fees_and_attention() =>
        Assert.Equal(((20 * 5.0) + 900) / 100, PriceProcess.Target(20, 5, 900, 100), 12);

    [Fact]
    public void A_half_life_halves_the_gap_in_one_step_or_two()
    {
        Assert.Equal(1.5, PriceProcess.Smooth(2, 1, 1, 1), 12);
        Assert.Equal(1.5, PriceProcess.Smooth(PriceProcess.Smooth(2, 1, 0.5, 1), 1, 0.5, 1), 12);
    }

    [Fact]
    public void A_replayed_price_holds_until_the_next_row()
    {
        ReplayPrices prices = new([10, 20, 30], [1, 2, 3]);
        Assert.Equal([1, 1, 1, 2, 2, 3, 3], ((long[])[5, 10, 19, 20, 29, 30, 99]).Select(prices.At));
        Assert.True(ReplayPrices.AreSound([10, 20], [1, 2]));
        Assert.False(ReplayPrices.AreSound([10, 10], [1, 2]));
        Assert.False(ReplayPrices.AreSound([10, 20], [1, 0]));
        Assert.False(ReplayPrices.AreSound([10, double.NaN], [1, 2]));
        Assert.False(ReplayPrices.AreSound([], []));
    }

    [Fact]
    public void Unlocks_fall_into_exactly_one_tick()
    {
        Unlock[] calendar = [new(100, 5), new(200, 7), new(200, 1)];
        Assert.Equal(0, Unlocks.Between(calendar, 0, 100));
        Assert.Equal(5, Unlocks.Between(calendar, 100, 200));
        Assert.Equal(8, Unlocks.Between(calendar, 200, 300));
    }
}
