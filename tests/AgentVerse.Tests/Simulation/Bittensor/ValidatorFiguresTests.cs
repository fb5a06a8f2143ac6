using Xunit;

namespace AgentVerse.Tests.Simulation.Bittensor;

/// <summary>What a subnet tells of its validators.</summary>
public sealed class ValidatorFiguresTests
{
    private static SmallChain Three(bool hides) => new()
    {
        Ticks = 6,
        Hyperparameters = [("uidsMax", 16L), ("tempo", 150L), ("commitReveal", hides)],
        Groups = [[("validatorsMedian", 3.0), ("validatorsSpread", 0.0), ("stakeShape", 1.0)]],
        Crowds = [new("miners", "miner", 30, ["idle"]), new("validators", "validator", 10, ["honest"])],
    };

    /// <summary>300 blocks a tick, a tempo of 150: each of three finds weights twice, open or hidden.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Each_validator_sets_weights_once_a_tempo(bool hides) => Assert.All(
        Three(hides).Run().Ticks("subnet/1")[1..], t => Assert.Equal(6, t["weightsSet"]));

    [Fact]
    public void A_validator_without_a_script_sets_none() => Assert.All(
        (Three(hides: false) with
        {
            Crowds = [new("miners", "miner", 30, ["idle"]), new("validators", "validator", 10, ["standing"])],
        }).Run().Ticks("subnet/1"), t => Assert.Equal(0, t["weightsSet"]));

    /// <summary>1/HHI of stakes that hardly change in six hours is that of the opening.</summary>
    [Fact]
    public void The_effective_number_of_validators_is_that_of_their_stakes()
    {
        FinishedRun run = Three(hides: false).Run();
        double[] stakes = [.. run.Agents("validators").Select(a => (double)a["openingStake"]).Where(s => s > 0)];
        double expected = stakes.Sum() * stakes.Sum() / stakes.Sum(s => s * s);
        Assert.Equal(3, stakes.Length);
        Assert.InRange(expected, 1.05, 2.95);
        Assert.All(run.Ticks("subnet/1"), t => Assert.Equal(
            expected, BitConverter.Int64BitsToDouble(t["effectiveValidators"]), 0.02 * expected));
    }
}
