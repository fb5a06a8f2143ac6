using AgentVerse.Results.Experiments;

using Xunit;

namespace AgentVerse.Tests.Results.Comparing;

/// <summary>Comparisons of made-up runs, by hand.</summary>
public sealed class ComparisonTests
{
    private const double Year = 365;

    /// <summary>Income of four agents of two controllers and of two others, at the end; nobody spends.</summary>
    private static long[][] End(params long[] income) =>
        [.. income.Select((x, i) => (long[])[10, i < 4 ? 0 : 1, i < 4 ? i : i - 4, i < 4 ? i / 2 : i - 4, x, x / 2])];

    [Fact]
    public void A_difference_is_that_of_the_pairs_with_their_correlation()
    {
        using ComparedFolder folder = new(
            "compare: difference, treatment: more, value: [{population: crowd, column: income}]", "more");
        folder.Add("control", 0, End(1, 1, 1, 1)).Add("more", 0, End(2, 2, 2, 2));
        folder.Add("control", 1, End(3, 3, 3, 3)).Add("more", 1, End(4, 4, 4, 5));
        folder.Add("control", 2, End(9, 0, 0, 0));
        MeasureRow row = folder.Row("difference");
        Assert.Equal((4.5, 2L, "control", "more"), (row.Interval.Estimate, row.Interval.Count, row.Control, row.Treatment));
        Assert.Equal(1, row.Correlation!.Value, 1e-12);
        Assert.Equal(4.5 / 4, folder.Row("differenceOfMean", "identity").Interval.Estimate, 1e-12);
        Assert.Equal(4.5 / 2, folder.Row("differenceOfMean", "controller").Interval.Estimate, 1e-12);
    }

    /// <summary>40 at day 5 and 60 more at day 10, priced with the price of the tick before each record.</summary>
    [Fact]
    public void Changes_are_priced_when_they_were_settled_and_discounted()
    {
        using ComparedFolder folder = new(
            "compare: difference, treatment: more, rate: 0.5, value: "
            + "[{population: crowd, column: income, weight: 0.1, price: toy/one/price}]", "more");
        double[] dear = [1, 1, 1, 1, 3, 1, 1, 1, 1, 5], even = [.. Enumerable.Repeat(2.0, 10)];
        for (int replicate = 0; replicate < 2; replicate++)
        {
            folder.Add("control", replicate, [[10, 0, 0, 0, 0, 0]], prices: even);
            folder.Add("more", replicate, [[5, 0, 0, 0, 40, 0], [10, 0, 0, 0, 100, 0]], prices: dear);
        }

        double early = Math.Exp(-0.5 * 5 / Year), late = Math.Exp(-0.5 * 10 / Year);
        Assert.Equal((4 * 3 * early) + (6 * 5 * late), folder.Row("difference", parameters: "it").Interval.Estimate, 1e-9);
        Assert.Equal(
            (4 * 2 * early) + (6 * 2 * late),
            folder.Row("difference", parameters: "at the control's prices").Interval.Estimate, 1e-9);
    }

    private const string Split =
        "compare: splitGain, splits: [{treatment: two, accounts: 2}, {treatment: four, accounts: 4}], "
        + "reward: [{population: crowd, column: income}], "
        + "value: [{population: crowd, column: income}, {population: crowd, column: spent, weight: -1}]";

    /// <summary>
    /// R(1) = 102, R(2) = 122, R(4) = 110 in the mean, of controller 0 alone, who has 1, 2, 4 accounts; half of each
    /// account's income, rounded, is spent. Controller 1 does not split and what it has does not count.
    /// </summary>
    [Fact]
    public void Split_gains_are_those_of_who_split_with_the_fee_at_which_none_would()
    {
        using ComparedFolder folder = new(Split, "two", "four");
        for (int replicate = 0; replicate < 8; replicate++)
        {
            int noise = 4 * (replicate % 2);
            long other = 100 * replicate;
            folder.Add("control", replicate, Owned((0, 100 + noise), (1, other)));
            folder.Add("two", replicate, Owned((0, 100 + noise), (0, 20), (1, 3 * other)));
            folder.Add("four", replicate, Owned((0, 104 + noise), (0, 2), (0, 1), (0, 1), (1, 7)));
        }

        Assert.Equal(20.0 / 102, folder.Row("splitGain", parameters: "k=2").Interval.Estimate, 1e-12);
        Assert.Equal(8.0 / 102, folder.Row("splitGain", parameters: "k=4").Interval.Estimate, 1e-12);
        MeasureRow most = folder.Row("maxNetSplitGain");
        Assert.Equal(("two", "it, k=2"), (most.Treatment, most.Parameters));
        MeasureRow net = folder.Row("netSplitGain", parameters: "k=2");
        Assert.Equal(10.0 / 102, net.Interval.Estimate, 1e-12);
        Assert.True(net.Interval.Low <= net.Interval.Estimate && net.Interval.High >= net.Interval.Estimate);
        Assert.Equal(10, folder.Row("breakEvenFee").Interval.Estimate, 1e-9);
    }

    [Fact]
    public void Where_nobody_splits_there_is_no_gain_of_those_who_did()
    {
        using ComparedFolder folder = new(Split, "two", "four");
        for (int replicate = 0; replicate < 3; replicate++)
        {
            folder.Add("control", replicate, Owned((0, 100))).Add("two", replicate, Owned((0, 120)));
            folder.Add("four", replicate, Owned((0, 120)));
        }

        Assert.True(double.IsNaN(folder.Row("splitGain", parameters: "k=2").Interval.Estimate));
        Assert.True(double.IsNaN(folder.Row("breakEvenFee").Interval.Estimate));
    }

    /// <summary>Agents of one population with their controllers and incomes at the end; half is spent.</summary>
    private static long[][] Owned(params (long Controller, long Income)[] agents) =>
        [.. agents.Select((a, i) => (long[])[10, 0, i, a.Controller, a.Income, a.Income / 2])];

    /// <summary>An attack that brings 30, binds 60 at most, at day 5, over ten days.</summary>
    [Fact]
    public void Return_is_on_the_most_that_was_ever_bound()
    {
        using ComparedFolder folder = new(
            "compare: roi, treatment: attack, value: [{population: crowd, column: income}], "
            + "bound: [{population: crowd, column: spent}]", "attack");
        for (int replicate = 0; replicate < 3; replicate++)
        {
            folder.Add("control", replicate, [[10, 0, 0, 0, 0, 0]]);
            folder.Add("attack", replicate, [[5, 0, 0, 0, 10, 60], [10, 0, 0, 0, 30, 20]]);
        }

        Assert.Equal(30, folder.Row("attackNpv").Interval.Estimate, 1e-9);
        Assert.Equal(60, folder.Row("peakBound").Interval.Estimate, 1e-9);
        Assert.Equal(30.0 / 60 / (10 / Year), folder.Row("sybilRoi").Interval.Estimate, 1e-9);
    }

    [Fact]
    public void Capture_is_the_attackers_share_of_reward_beside_that_of_units()
    {
        using ComparedFolder folder = new(
            "compare: capture, treatment: attack, attackers: [others], honest: [crowd], reward: income, "
            + "spent: spent, units: spent", "attack");
        for (int replicate = 0; replicate < 3; replicate++)
        {
            folder.Add("control", replicate, End(20, 20, 20, 20, 10, 10));
            folder.Add("attack", replicate, End(10, 10, 10, 10, 40, 20));
        }

        Assert.Equal(0.6, folder.Row("rewardShare").Interval.Estimate, 1e-12);
        Assert.Equal(0.4, folder.Row("rewardShareGained").Interval.Estimate, 1e-12);
        Assert.Equal(0.6, folder.Row("unitShare").Interval.Estimate, 1e-12);
        Assert.Equal(0, folder.Row("captureExcess").Interval.Estimate, 1e-12);
        Assert.Equal(1, folder.Row("captureRatio").Interval.Estimate, 1e-12);
        Assert.Equal(1, folder.Row("dollarRatio").Interval.Estimate, 1e-12);
    }

    [Fact]
    public void Dilution_counts_those_who_left_at_nothing()
    {
        using ComparedFolder folder = new("compare: dilution, treatment: attack, honest: [crowd], reward: income", "attack");
        for (int replicate = 0; replicate < 3; replicate++)
        {
            folder.Add("control", replicate, End(40, 20, 20, 20));
            folder.Add("attack", replicate, End(40, 10, 0)[..2]);
        }

        Assert.Equal(0.5, folder.Row("dilution", "identity").Interval.Estimate, 1e-12);
        Assert.Equal(0.5, folder.Row("dilution", "controller").Interval.Estimate, 1e-12);
        Assert.Equal(0, folder.Row("keptByWorstHit", "identity").Interval.Estimate, 1e-12);
        Assert.Equal(0.05 * (50.0 / 60), folder.Row("keptByWorstHit", "controller").Interval.Estimate, 1e-12);
    }

    /// <summary>Controller 0 gets a third account and more; what it has is no loss of the others', nor makes up for it.</summary>
    [Theory]
    [InlineData("", 0.25)]
    [InlineData(", who: all", 0.1)]
    public void Dilution_leaves_out_those_who_split(string who, double expected)
    {
        using ComparedFolder folder = new(
            $"compare: dilution, treatment: attack, honest: [crowd], reward: income{who}", "attack");
        for (int replicate = 0; replicate < 3; replicate++)
        {
            folder.Add("control", replicate, Owned((0, 40), (0, 20), (1, 20), (1, 20)));
            folder.Add("attack", replicate, Owned((0, 40), (0, 20), (1, 20), (1, 10), (0, 0)));
        }

        Assert.Equal(expected, folder.Row("dilution", "identity").Interval.Estimate, 1e-12);
        Assert.Equal(expected, folder.Row("dilution", "controller").Interval.Estimate, 1e-12);
    }

    /// <summary>
    /// Agent 0 stays two days, agent 1 (of the same controller) comes on day 1 and stays; who only leaves does not count.
    /// </summary>
    [Fact]
    public void Spells_begin_in_the_run_and_are_counted_by_agent_and_by_controller()
    {
        using ComparedFolder folder = new(
            "compare: survival, treatment: attack, population: crowd, entry: [came], exit: [left], horizon: 3d", "attack");
        long[][] events =
        [
            [0, 0, 0, 4, 0, 0], [1, 0, 0, 4, 0, 1], [2, 0, 0, 5, 0, 0], [4, 0, 0, 5, 0, 3], [1, 1, 0, 4, 1, 0],
        ];
        for (int replicate = 0; replicate < 2; replicate++)
        {
            folder.Add("control", replicate, End(1, 1, 1, 1), events);
            folder.Add("attack", replicate, End(1, 1, 1, 1), [events[0], events[2]]);
        }

        MeasureRow[] rows = [.. folder.Rows()];
        Assert.Equal(0.5, Of("survival", "identity", "control"));
        Assert.Equal(0, Of("survival", "identity", "attack"));
        Assert.Equal(1.0 / 11, Of("hazard", "identity", "control"), 1e-12);
        Assert.Equal(0.5, Of("churn", "identity", "control"));
        Assert.Equal(1, Of("survival", "controller", "control"));
        Assert.Equal(-0.5, Of("survivalDifference", "identity", "attack"));

        double Of(string measure, string by, string treatment) => Assert.Single(
            rows, r => r.Measure == measure && r.By == by && r.Treatment == treatment).Interval.Estimate;
    }
}
