using AgentVerse.Model.Networks.Bittensor;

using Xunit;

namespace AgentVerse.Tests.Agents.Validator;

/// <summary>What validators' scripts answer to what they are shown.</summary>
public sealed class ScriptTests
{
    private static readonly string[] Seconds = ["seconds"];
    private static readonly ushort[] ThreeEpochs = [0, 10, 20, 30, 40, 0, 5, 6, 7, 8, 0, 1, 1, 1, 1];

    [Theory]
    [InlineData(1, new double[] { 0, 10, 20, 30, 40 })]
    [InlineData(3, new double[] { 0, 1, 1, 1, 1 })]
    public void A_copier_sets_the_consensus_of_its_delay(long delay, double[] weights)
    {
        (bool sets, double[] scores) =
            new Shown { History = ThreeEpochs }.Ask(Shown.Script("copy", ("copyDelay", delay)));
        Assert.True(sets);
        Assert.Equal(weights, scores);
    }

    [Fact]
    public void A_copier_without_so_old_a_consensus_sets_nothing() =>
        Assert.False(new Shown { History = ThreeEpochs }.Ask(Shown.Script("copy", ("copyDelay", 4L))).Sets);

    /// <summary>
    /// Rows by hand, of three validators with stakes 3, 3 and 5 beside the copier: of the second miner they give 0.2, 0.5
    /// and 0.4; more than half of the stake, 8 of 11, gives at least 0.4.
    /// </summary>
    [Fact]
    public void A_copier_without_delay_sets_the_median_of_what_stands()
    {
        IScorer copier = Shown.Script("copy", ("copyDelay", 0L));
        Shown shown = new()
        {
            Accounts = [77, 11, 12, 13, 14, 15],
            Qualities = new double[6],
            Models = new ulong[6],
            Stakes = [9, 3, 3, 5, 0, 0],
            Standing = new ushort[6],
            Weights =
            [
                0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 40, 10, 0, 0, 0, 0, 5, 5, 0, 0, 0, 0, 6, 4, 0, 0, 0, 0, 0, 0, 9, 9, 9, 9, 9, 9,
            ],
        };
        (bool sets, double[] scores) = shown.Ask(copier);
        Assert.True(sets && copier.IsLast);
        Assert.Equal([0, 0, 0, 0, 0.6, 0.4], scores);
        Assert.False((shown with { Stakes = [9, 0, 0, 0, 0, 0] }).Ask(copier).Sets);
    }

    [Fact]
    public void A_uniform_validator_leaves_out_itself_alone() =>
        Assert.Equal([0, 1, 1, 1, 1], new Shown().Ask(Shown.Script("uniform")).Scores);

    [Fact]
    public void A_cabal_weighs_its_allies_alone_and_keeps_what_stands_where_it_has_none()
    {
        IScorer cabal = Shown.Script("cabal", ("allies", Seconds));
        ulong[] accounts = [77, 11, Shown.AccountOf("seconds", 0), 13, Shown.AccountOf("seconds", 5)];
        Assert.Equal([0, 0, 1, 0, 1], new Shown { Accounts = accounts }.Ask(cabal).Scores);
        Assert.False(new Shown().Ask(cabal).Sets);
    }

    [Fact]
    public void A_self_weighter_gives_its_own_miner_its_share_and_the_others_their_honest_parts()
    {
        IScorer selfish = Shown.Script("selfWeight", ("favoured", "seconds"), ("favourShare", 0.25));
        IScorer honest = Shown.Script("honest");
        Shown shown = new()
        {
            Validator = Shown.AccountOf("scorers", 3),
            Accounts = [Shown.AccountOf("scorers", 3), 11, Shown.AccountOf("seconds", 3), Shown.AccountOf("seconds", 4), 14],
        };
        double[] fair = shown.Ask(honest).Scores;
        double[] scores = shown.Ask(selfish).Scores;
        Assert.Equal(1, scores.Sum(), 1e-12);
        Assert.Equal(0.25, scores[2], 1e-12);
        Assert.Equal(fair[1] / fair[4], scores[1] / scores[4], 1e-9);
    }

    [Fact]
    public void A_self_weighter_without_a_miner_of_its_own_is_honest()
    {
        IScorer selfish = Shown.Script("selfWeight", ("favoured", "seconds"));
        Assert.Equal(new Shown().Ask(Shown.Script("honest")).Scores, new Shown().Ask(selfish).Scores);
    }

    [Fact]
    public void A_lazy_validator_measures_in_one_epoch_of_its_period()
    {
        IScorer lazy = Shown.Script("lazy", ("lazyPeriod", 5L));
        ushort[] standing = [0, 1, 1, 1, 1];
        int measured = Enumerable.Range(0, 20).Count(
            epoch => !new Shown { Epoch = epoch, Standing = standing }.Ask(lazy).Scores.SequenceEqual([0, 1, 1, 1, 1]));
        Assert.Equal(4, measured);
        Assert.NotEqual([0, 0, 0, 0, 0], new Shown().Ask(lazy).Scores);
    }

    [Fact]
    public void A_burner_gives_all_to_the_owner_and_nothing_without_one()
    {
        Assert.Equal([0, 0, 0, 1, 0], new Shown { OwnerUid = 3 }.Ask(Shown.Script("burn")).Scores);
        Assert.False(new Shown().Ask(Shown.Script("burn")).Sets);
    }

    [Theory]
    [InlineData("honest")]
    [InlineData("uniform")]
    [InlineData("lazy")]
    public void Scores_follow_their_uids_when_uids_are_dealt_otherwise(string policy)
    {
        IScorer scorer = Shown.Script(policy, ("duplicateAuc", 0.9));
        Shown shown = new() { OwnUid = 4, Accounts = [11, 12, 13, 14, 77], Qualities = [1, 2, 3, 4, 0], Models = [5, 5, 6, 5, 9] };
        Shown turned = shown with
        {
            OwnUid = 0,
            Accounts = [.. shown.Accounts.Reverse()],
            Qualities = [.. shown.Qualities.Reverse()],
            Models = [.. shown.Models.Reverse()],
        };
        Assert.Equal(shown.Ask(scorer).Scores, turned.Ask(scorer).Scores.Reverse());
    }
}
