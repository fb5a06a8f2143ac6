using AgentVerse.Agents.Choice;

using Xunit;

namespace AgentVerse.Tests.Agents.Choice;

public sealed class NestedLogitTests
{
    private static readonly OptionPath A = OptionPath.In(1, 1, 1);
    private static readonly OptionPath ATwin = OptionPath.In(1, 1, 2);
    private static readonly OptionPath B = OptionPath.In(1, 2, 1);
    private static readonly OptionPath OtherNetwork = OptionPath.In(2, 7, 1);

    [Theory]
    [InlineData(1.0, 2.0, 1)]
    [InlineData(2.0, 1.0, 0)]
    [InlineData(-3.0, -3.0000001, 0)]
    public void At_temperature_zero_the_most_valuable_is_taken(double a, double b, int taken)
    {
        for (int i = 0; i < 100; i++)
        {
            Assert.Equal(taken, Someone.Choose(NestedLogit.BestResponse, Someone.Of(i), new(A, a), new(B, b)));
        }
    }

    [Fact]
    public void Equals_are_drawn_and_do_not_depend_on_their_order()
    {
        int first = 0;
        for (int i = 0; i < Someone.Many; i++)
        {
            bool isA = Someone.Choose(NestedLogit.BestResponse, Someone.Of(i), new(A, 1), new(B, 1)) == 0;
            Assert.Equal(isA, Someone.Choose(NestedLogit.BestResponse, Someone.Of(i), new(B, 1), new(A, 1)) == 1);
            first += isA ? 1 : 0;
        }

        Assert.InRange((double)first / Someone.Many, 0.5 - Someone.Error(0.5), 0.5 + Someone.Error(0.5));
    }

    /// <summary>Two shards of a network: 1 / (1 + exp((b - a) / theta)).</summary>
    [Theory]
    [InlineData(0.1, 0.0)]
    [InlineData(0.1, 0.1)]
    [InlineData(1.0, 1.5)]
    public void Shares_are_those_of_a_logit(double temperature, double gap)
    {
        double expected = 1 / (1 + Math.Exp(-gap / temperature));
        double share = Someone.Share(new NestedLogit(temperature), place => place == 0, new(A, gap), new(B, 0));
        Assert.InRange(share, expected - Someone.Error(expected), expected + Someone.Error(expected));
    }

    /// <summary>Two networks, one with two shards: the nest counts as its inclusive value.</summary>
    [Fact]
    public void Shares_of_nests_follow_their_inclusive_values()
    {
        NestedLogit rule = new([0.5, 0.4, 0.2, 0.1]);
        Option[] options = [new(A, 1), new(B, 1.3), new(OtherNetwork, 1.2)];
        double nest = 0.2 * Math.Log((Math.Exp(1 / 0.2) + Math.Exp(1.3 / 0.2)) / 2);
        double expected = 1 / (1 + Math.Exp((1.2 - nest) / 0.4));
        double share = Someone.Share(rule, place => place < 2, options);
        Assert.InRange(share, expected - Someone.Error(expected), expected + Someone.Error(expected));
    }

    [Fact]
    public void An_option_named_twice_changes_nobodys_choice()
    {
        NestedLogit rule = new(0.3);
        for (int i = 0; i < 2000; i++)
        {
            OptionPath once = Chosen(i, new(OptionPath.Leave, 0), new(A, 1), new(ATwin, 0.9), new(B, 1.1));
            OptionPath twice = Chosen(i, new(OptionPath.Leave, 0), new(A, 1), new(A, 1), new(ATwin, 0.9), new(B, 1.1));
            Assert.Equal(once, twice);
        }

        OptionPath Chosen(int number, params Option[] options) =>
            options[Someone.Choose(rule, Someone.Of(number), options)].Path;
    }

    [Fact]
    public void A_duplicate_within_a_nest_attracts_nobody_to_the_nest()
    {
        NestedLogit rule = new(0.3);
        for (int i = 0; i < 2000; i++)
        {
            bool alone = Someone.Choose(rule, Someone.Of(i), new(A, 1), new(B, 1.1)) == 0;
            bool doubled = Someone.Choose(rule, Someone.Of(i), new(A, 1), new(ATwin, 1), new(B, 1.1)) < 2;
            Assert.Equal(alone, doubled);
        }
    }

    [Fact]
    public void Tastes_last_half_a_year_and_then_change()
    {
        NestedLogit rule = new(1);
        Option[] options = [new(A, 0), new(B, 0), new(OtherNetwork, 0)];
        int changed = 0;
        for (int i = 0; i < 500; i++)
        {
            int now = Someone.Choose(rule, Someone.Of(i, tick: 1), options);
            Assert.Equal(now, Someone.Choose(rule, Someone.Of(i, tick: 900), options));
            changed += now != Someone.Choose(rule, Someone.Of(i, halfYear: 1), options) ? 1 : 0;
        }

        Assert.InRange(changed, 200, 450);
    }

    [Fact]
    public void A_review_allocates_nothing()
    {
        Option[] memory = new Option[32];
        NestedLogit rule = new(0.1);
        _ = Review(0);
        long before = GC.GetAllocatedBytesForCurrentThread();
        int sum = 0;
        for (int i = 0; i < 1000; i++)
        {
            sum += Review(i);
        }

        Assert.Equal((true, 0), (sum > 0, GC.GetAllocatedBytesForCurrentThread() - before));

        int Review(int number)
        {
            ChoiceSet set = new(memory, 2);
            set.Add(OptionPath.Leave, 0);
            for (ulong shard = 1; shard <= 9; shard++)
            {
                for (ulong tactic = 1; tactic <= 3; tactic++)
                {
                    ValueTerms terms = new() { TokensPerDay = shard, Price = 1, RunningCost = tactic, HorizonDays = 30 };
                    set.Add(OptionPath.In(1, shard, tactic), terms.Value);
                }
            }

            return rule.Choose(set, Someone.Of(number));
        }
    }
}
