using System.Text.Json;
using AgentVerse.Measures.SybilResistance;
using CsCheck;
using Xunit;

namespace AgentVerse.Tests.Measures.SybilResistance;

public class SybilFormulaTests
{
    [Theory]
    [InlineData("sqrt", 0.5, 90)]
    [InlineData("square", 2, 90_000)]
    public void Split_gains_are_those_of_the_vectors(string name, double exponent, double others)
    {
        JsonElement expected = Vectors.Measure($"sybil.split_gain.{name}").GetProperty("expected");
        double one = SplitGain.Share(100, 1, exponent, others), four = SplitGain.Share(100, 4, exponent, others);
        Assert.Equal(expected.GetProperty("share_1").GetDouble(), one, 1e-12);
        Assert.Equal(expected.GetProperty("share_k").GetDouble(), four, 1e-12);
        Assert.Equal(expected.GetProperty("gain").GetDouble(), SplitGain.Of(one, four), 1e-12);
    }

    /// <summary>The rule is the one without a gain from any split (Chen et al. 2019).</summary>
    [Fact]
    public void Proportional_pots_pay_nothing_for_splitting() =>
        Gen.Select(Gen.Double[1, 1e6], Gen.Double[1, 1000], Gen.Double[0, 1e6]).Sample((stake, k, others) =>
            Assert.Equal(0, SplitGain.Of(
                SplitGain.Share(stake, 1, 1, others), SplitGain.Share(stake, k, 1, others)), 1e-9));

    [Fact]
    public void Pots_for_each_identity_pay_for_every_split() =>
        Gen.Select(Gen.Double[1, 1e6], Gen.Double[1.1, 1000], Gen.Double[1, 1e6]).Sample((stake, k, others) =>
            Assert.True(SplitGain.Of(SplitGain.Share(stake, 1, 0, others), SplitGain.Share(stake, k, 0, others)) > 0));

    [Fact]
    public void A_gain_over_nothing_is_not_defined()
    {
        Assert.True(double.IsNaN(SplitGain.Of(0, 3)));
        Assert.True(double.IsNaN(SplitGain.Net(1, 2, 0)));
        Assert.Equal(0.5, SplitGain.Net(10, 15, 10));
    }

    [Fact]
    public void The_rent_of_an_identity_is_that_of_the_vectors()
    {
        IdentityRent rent = new(2, 0.05);
        Assert.Equal(
            Vectors.Measure("sybil.break_even_cost").GetProperty("expected").GetDouble(), rent.BreakEvenCost, 1e-9);
        Assert.Equal(
            Vectors.Measure("sybil.per_identity_rent").GetProperty("expected").GetDouble(), rent.ValueAt(30), 1e-9);
    }

    /// <summary>The closed form against its sum, term by term.</summary>
    [Fact]
    public void The_rent_is_its_sum() =>
        Gen.Select(Gen.Double[0, 1], Gen.Double[0.5, 1], Gen.Double[0, 10], Gen.Int[1, 60]).Sample((h, delta, loss, periods) =>
        {
            double sum = 0;
            for (int t = 1; t <= periods; t++)
            {
                sum += (3 * Math.Pow(delta * (1 - h), t)) - (loss * h * Math.Pow(delta, t) * Math.Pow(1 - h, t - 1));
            }

            IdentityRent rent = new(3, h) { Discount = delta, Loss = loss, Periods = periods };
            Assert.Equal(sum, rent.BreakEvenCost, 1e-9);
        });

    [Fact]
    public void Who_is_never_caught_nor_discounted_may_pay_anything() =>
        Assert.Equal(double.PositiveInfinity, new IdentityRent(1, 0).BreakEvenCost);

    [Fact]
    public void Present_value_discounts_and_return_is_annual()
    {
        Assert.Equal(-100 + (60 * Math.Exp(-0.1)) + (60 * Math.Exp(-0.2)),
            CashFlow.PresentValue([0, 1, 2], [-100, 60, 60], 0.1), 1e-12);
        Assert.Equal(0.1, CashFlow.ReturnOnPeak(5, 100, 0.5), 1e-12);
        Assert.True(double.IsNaN(CashFlow.ReturnOnPeak(5, 0, 1)));
    }

    [Fact]
    public void Capture_is_reward_beside_units()
    {
        Capture capture = new(10, 100, 30, 100);
        Assert.Equal(0.2, capture.Excess, 1e-12);
        Assert.Equal(3, capture.Ratio, 1e-12);
        Assert.Equal(30.0 / 70 * 2, capture.DollarRatio(200, 100), 1e-12);
        Assert.True(double.IsNaN(new Capture(0, 100, 30, 100).Ratio));
        Assert.Equal(0.3, new Capture(0, 100, 30, 100).Excess, 1e-12);
        Assert.True(double.IsNaN(capture.DollarRatio(200, 0)));
        Assert.True(double.IsNaN(new Capture(0, 0, 0, 0).Excess));
    }

    [Fact]
    public void Dilution_counts_those_who_left_and_reports_those_hit_hardest()
    {
        double[] without = [100, 100, 100, 0], with = [80, 0, 100, 50];
        Assert.Equal(1 - (230.0 / 300), Dilution.Of(without, with), 1e-12);
        Assert.Equal(0, Dilution.KeptAt(without, with, 0));
        Assert.Equal(0.8, Dilution.KeptAt(without, with, 0.5), 1e-12);
        Assert.True(double.IsNaN(Dilution.Of([0], [1])));
    }

    [Fact]
    public void The_break_even_fee_is_where_the_best_split_stops_paying()
    {
        Assert.Equal(6, BreakEven.Fee([10, 18, 14], [2, 3, 7]));
        Assert.Equal(0, BreakEven.Fee([-1, -2], [1, 3]));
        Assert.True(double.IsNaN(BreakEven.Fee([1], [0])));
    }

    [Fact]
    public void Quadratic_funding_is_that_of_the_vectors()
    {
        double[] ten = [.. Enumerable.Repeat(10.0, 10)];
        Assert.Equal(1000, QuadraticFunding.Funding(ten), 1e-9);
        Assert.Equal(900, QuadraticFunding.Subsidy(ten), 1e-9);
        Assert.Equal(
            Vectors.Measure("qf.pairwise_bounded").GetProperty("expected").GetDouble(),
            QuadraticFunding.BoundedSubsidy([100, 100], 10), 1e-9);
    }

    [Fact]
    public void Corruption_costs_what_the_vectors_say()
    {
        Assert.Equal(1.0 / 3, Corruption.Margin(Corruption.Cost(1.0 / 3, 1e6, 2), 5e5), 1e-9);
        Assert.Equal(0.011, Corruption.CascadeBound(0.1, 0.001), 1e-12);
        Assert.Equal(0.0009137, Corruption.DoubleSpend(0.1, 5), 6e-8);
        Assert.Equal(1, Corruption.DoubleSpend(0.5, 5));
        Assert.Equal(1, Corruption.DoubleSpend(0.1, 0), 1e-12);
    }

    [Fact]
    public void Sybils_raise_a_symmetric_reputation_and_never_a_flow()
    {
        (int, int, double)[] graph = [(0, 1, 5), (1, 2, 3), (0, 2, 2)];
        Assert.Equal(5, Reputation.MaxFlow(3, graph, 0, 2));
        Assert.Equal(5, Reputation.MaxFlow(4, [.. graph, (2, 3, 100), (3, 2, 100)], 0, 2));
        double[] cycle = Reputation.PageRank(4, [(0, 1), (1, 2), (2, 3), (3, 0)], 0.85);
        Assert.All(cycle, r => Assert.Equal(0.25, r, 1e-12));
    }

    /// <summary>A flow from the least cut's other side: capacities around the sink bound it.</summary>
    [Fact]
    public void A_flow_is_at_most_what_leaves_the_source_and_enters_the_sink() =>
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, 4], Gen.Double[0, 10]).Array[0, 20].Sample(edges =>
        {
            double flow = Reputation.MaxFlow(5, edges, 0, 4);
            Assert.True(flow <= edges.Where(e => e.Item1 == 0 && e.Item2 != 0).Sum(e => e.Item3) + 1e-9);
            Assert.True(flow <= edges.Where(e => e.Item2 == 4 && e.Item1 != 4).Sum(e => e.Item3) + 1e-9);
        });
}
