using AgentVerse.Agents.Choice;

using Xunit;

namespace AgentVerse.Tests.Agents.Choice;

public sealed class OtherRulesTests
{
    private static readonly OptionPath Own = OptionPath.In(1, 1);
    private static readonly OptionPath Seen = OptionPath.In(1, 2);

    [Theory]
    [InlineData(0.5, 0.5)]
    [InlineData(0.1, 0.1)]
    [InlineData(-0.1, 0)]
    [InlineData(3, 1)]
    public void Copies_are_proportional_to_the_gap(double gap, double expected)
    {
        int copied = 0;
        for (int i = 0; i < Someone.Many; i++)
        {
            ChoiceSet set = new(new Option[2], 10);
            set.AddCurrent(Own, 20);
            set.Add(Seen, 20 + (10 * gap));
            copied += new Imitation(1).Choose(set, Someone.Of(i));
        }

        double error = Someone.Error(expected);
        Assert.InRange((double)copied / Someone.Many, expected - error, expected + error);
    }

    [Fact]
    public void One_who_sees_nobody_stays()
    {
        ChoiceSet set = new(new Option[2], 1);
        set.AddCurrent(Own, -100);
        Assert.Equal(0, new Imitation(1).Choose(set, Someone.Of(1)));
    }

    [Fact]
    public void Strategies_are_seen_by_their_counts()
    {
        double[] cumulative = new double[3];
        BySize.Cumulate([10, 0, 30], cumulative);
        int[] seen = new int[3];
        for (int i = 0; i < Someone.Many; i++)
        {
            seen[Imitation.See(cumulative, Someone.Of(i))]++;
        }

        Assert.Equal(0, seen[1]);
        double error = Someone.Error(0.25);
        Assert.InRange((double)seen[0] / Someone.Many, 0.25 - error, 0.25 + error);
    }

    [Fact]
    public void Zero_intelligence_takes_any_option_alike()
    {
        double share = Someone.Share(new ZeroIntelligence(), p => p == 1, new(Own, -1e9), new(Seen, 5), new(Seen, 7));
        Assert.InRange(share, (1 / 3.0) - Someone.Error(1 / 3.0), (1 / 3.0) + Someone.Error(1 / 3.0));
    }

    [Fact]
    public void Zero_intelligence_never_bids_what_it_has_not() =>
        Assert.All(Enumerable.Range(0, 1000), i => Assert.InRange(ZeroIntelligence.Bid(77, Someone.Of(i)), 0, 76));

    [Fact]
    public void A_fixed_choice_is_what_was_done()
    {
        ChoiceSet set = new(new Option[2], 1);
        set.Add(Seen, 100);
        set.AddCurrent(Own, -100);
        Assert.Equal(1, new FixedChoice().Choose(set, Someone.Of(1)));
    }
}
