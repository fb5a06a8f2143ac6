using AgentVerse.Mechanisms.Intelligence.Bittensor;
using AgentVerse.Mechanisms.Intelligence.Bittensor.Network;

using Xunit;

namespace AgentVerse.Tests.Simulation.Bittensor;

/// <summary>Committed weights are hidden until their epoch.</summary>
public sealed class CommitRevealTests
{
    private static readonly SmallChain Quiet = new()
    {
        Ticks = 1,
        Groups = [[("validatorsMedian", 4.0)]],
        Crowds = [new("miners", "miner", 60, ["idle"]), new("validators", "validator", 40, ["honest"])],
    };

    /// <summary>Ticks of an hour are 300 blocks: none has an epoch of tempo 400 in its first.</summary>
    [Fact]
    public void Before_the_epoch_weights_stand_and_commits_wait()
    {
        FinishedRun hidden = With(commitReveal: true);
        FinishedRun open = With(commitReveal: false);
        Assert.NotEmpty(hidden.Subnets[0].Commits.Waiting);
        Assert.Empty(open.Subnets[0].Commits.Waiting);
        Assert.All(hidden.Subnets[0].Commits.Waiting, c => Assert.Equal(0, c.Epoch));

        // The script runs in the round of the opening again, so equal weights are set: only their block differs.
        Assert.Equal(WeightsOf(open.Subnets[0]), WeightsOf(hidden.Subnets[0]));
    }

    [Fact]
    public void In_the_next_epoch_they_open_and_leave_the_book()
    {
        FinishedRun run = (Quiet with { Ticks = 12, Hyperparameters = [("uidsMax", 24L), ("tempo", 100L)] }).Run();
        SubnetState subnet = run.Subnets[0];
        Assert.All(subnet.Commits.Waiting, c => Assert.Equal(subnet.Clock.EpochIndex, c.Epoch));
        Assert.Equal(subnet.Commits.Waiting.Select(c => c.Uid).Distinct().Count(), subnet.Commits.Waiting.Count);
        Assert.True(run.Agents("miners").Sum(a => a["incomeAlpha"]) > 0);
    }

    private static FinishedRun With(bool commitReveal) => (Quiet with
    {
        Hyperparameters = [("uidsMax", 24L), ("tempo", 400L), ("commitReveal", commitReveal)],
    }).Run();

    private static ushort[] WeightsOf(SubnetState subnet)
    {
        MechanismState mechanism = subnet.Neurons.Mechanisms[0];
        return mechanism.Weights.Cells.ToArray();
    }
}
