using AgentVerse.Agents.Choice;

using Xunit;

namespace AgentVerse.Tests.Agents.Choice;

public sealed class ConsiderationTests
{
    [Fact]
    public void Options_considered_are_different_and_not_the_own()
    {
        double[] cumulative = new double[100];
        BySize.Cumulate([.. Enumerable.Range(0, 100).Select(i => 1.0 + (i % 7))], cumulative);
        for (int i = 0; i < 500; i++)
        {
            int[] known = new int[9];
            known[0] = i % 100;
            Assert.Equal(9, BySize.Draw(cumulative, Someone.Of(i), known, 1));
            Assert.Equal(9, known.Distinct().Count());
        }
    }

    /// <summary>Two of three sizes 1, 2, 7 without replacement: the smallest is among them with 0.1 + 0.2*1/8 + 0.7*1/3.</summary>
    [Fact]
    public void The_next_is_drawn_by_size_among_those_left()
    {
        double[] cumulative = new double[3];
        BySize.Cumulate([1, 2, 7], cumulative);
        int counted = 0;
        for (int i = 0; i < Someone.Many; i++)
        {
            int[] known = new int[2];
            BySize.Draw(cumulative, Someone.Of(i), known, 0);
            counted += known.Contains(0) ? 1 : 0;
        }

        double expected = 0.1 + (0.2 / 8) + (0.7 / 3);
        double error = Someone.Error(expected);
        Assert.InRange((double)counted / Someone.Many, expected - error, expected + error);
    }

    [Fact]
    public void An_option_of_no_size_is_never_considered()
    {
        double[] cumulative = new double[3];
        BySize.Cumulate([0, 5, 0], cumulative);
        int[] known = new int[3];
        Assert.Equal(1, BySize.Draw(cumulative, Someone.Of(1), known, 0));
        Assert.Equal(1, known[0]);
        BySize.Cumulate([0, 0, 0], cumulative);
        Assert.Equal(0, BySize.Draw(cumulative, Someone.Of(1), known, 0));
    }

    [Fact]
    public void Every_review_draws_anew_and_each_the_same_again()
    {
        double[] cumulative = new double[50];
        BySize.Cumulate([.. Enumerable.Repeat(1.0, 50)], cumulative);
        int[] first = new int[8];
        int[] again = new int[8];
        int[] later = new int[8];
        BySize.Draw(cumulative, Someone.Of(1, tick: 4), first, 0);
        BySize.Draw(cumulative, Someone.Of(1, tick: 4), again, 0);
        BySize.Draw(cumulative, Someone.Of(1, tick: 5), later, 0);
        Assert.Equal(first, again);
        Assert.NotEqual(first, later);
    }

    /// <summary>Two half ticks are a whole one: (1 - p(t/2))^2 = 1 - p(t).</summary>
    [Fact]
    public void Halving_the_tick_leaves_reviews_a_day_as_they_are()
    {
        double whole = Reviews.Probability(3, 0.5);
        double half = Reviews.Probability(3, 0.25);
        Assert.Equal(1 - whole, (1 - half) * (1 - half), 12);
        Assert.Equal(0, Reviews.Probability(0, 1));
    }
}
