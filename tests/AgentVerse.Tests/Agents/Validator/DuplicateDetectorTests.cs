using AgentVerse.Model.Networks.Bittensor;

using Xunit;

namespace AgentVerse.Tests.Agents.Validator;

/// <summary>The detector of uids that serve one model has the area under the curve that it is given.</summary>
public sealed class DuplicateDetectorTests
{
    private const int Validators = 4000;

    /// <summary>
    /// True positives are Phi(sqrt(2) Q(AUC) + Q(f)) at false positives f: 0.3036 for 0.9 at 1 %, 0.7522 for 0.95 at
    /// 5 %, by the normal distribution's table.
    /// </summary>
    [Theory]
    [InlineData(0.9, 0.01, 0.3036)]
    [InlineData(0.95, 0.05, 0.7522)]
    [InlineData(0.99, 0.001, 0.5792)]
    public void Pairs_are_found_as_often_as_the_binormal_curve_says(double auc, double falsePositives, double expected)
    {
        IScorer scorer = Detector(auc, falsePositives);
        double found = Share(scorer, [11, 11]);
        double wrong = Share(scorer, [11, 12]);
        Assert.Equal(expected, found, 5 * Math.Sqrt(expected * (1 - expected) / Validators));
        Assert.Equal(falsePositives, wrong, 5 * Math.Sqrt(falsePositives / Validators));
    }

    [Fact]
    public void A_sharp_detector_pays_one_uid_a_model_and_it_is_the_best()
    {
        IScorer scorer = Shown.Script(
            "honest", ("duplicateAuc", 0.9999), ("duplicateFalsePositives", 0.005), ("scoreNoise", 0.0));
        double[] scores = new Shown { Models = [77, 5, 5, 5, 6] }.Ask(scorer).Scores;
        Assert.Equal([0, 0, 0, 3, 4], scores);
    }

    [Fact]
    public void A_blind_detector_pays_all_of_them()
    {
        double[] one = new Shown { Models = [77, 5, 5, 5, 5] }.Ask(Shown.Script("honest")).Scores;
        Assert.Equal(new Shown().Ask(Shown.Script("honest")).Scores, one);
        Assert.All(one[1..], s => Assert.True(s > 0));
    }

    [Fact]
    public void What_it_thinks_of_a_pair_stays_from_epoch_to_epoch()
    {
        IScorer scorer = Detector(0.8, 0.1);
        bool[] first = [.. Enumerable.Range(0, 100).Select(v => IsFound(scorer, (ulong)v, 1, [11, 11]))];
        bool[] later = [.. Enumerable.Range(0, 100).Select(v => IsFound(scorer, (ulong)v, 9, [11, 11]))];
        Assert.Equal(first, later);
        Assert.Contains(true, first);
        Assert.Contains(false, first);
    }

    private static IScorer Detector(double auc, double falsePositives) => Shown.Script(
        "honest", ("duplicateAuc", auc), ("duplicateFalsePositives", falsePositives));

    private static double Share(IScorer scorer, ulong[] models) =>
        Enumerable.Range(0, Validators).Count(v => IsFound(scorer, (ulong)v, 1, models)) / (double)Validators;

    private static bool IsFound(IScorer scorer, ulong validator, int epoch, ulong[] models) => new Shown
    {
        Validator = validator,
        OwnUid = -1,
        Epoch = epoch,
        Accounts = [1001, 1002],
        Qualities = [1, 1],
        Models = models,
        Standing = new ushort[2],
    }.Ask(scorer).Scores.Contains(0);
}
