using AgentVerse.Grains;

using Xunit;

namespace AgentVerse.Tests.Grains;

public sealed class RunLanesTests
{
    [Fact]
    public async Task An_experiment_whose_runs_have_ended_gives_its_lanes_back()
    {
        LaneShares shares = new();
        OneLane queue = new(shares);
        RunEntry run = new()
        {
            Spec = new RunSpec { RunId = "r", Experiment = "ended", Overrides = [], Replicate = 0, Point = 0, Treatment = "control" },
        };
        await new RunLanes(queue, "ended").FollowAll([run], 1, _ => Task.CompletedTask, () => false);
        Assert.Equal(1, shares.Grant(new LaneRequest("next", 0, 1, 1), (0, 2), 1, TimeSpan.Zero));
    }

    /// <summary>A queue of one lane in which no time goes by.</summary>
    private sealed class OneLane(LaneShares shares) : IQueueGrain
    {
        public Task<int> Lanes(LaneRequest request) =>
            Task.FromResult(shares.Grant(request, (0, 1), 1, TimeSpan.Zero));

        public Task<string> Enter(string experiment, int priority) => Task.FromResult("");

        public Task Leave(string experiment, RunPhase phase) => Task.CompletedTask;

        public Task Forget(string experiment) => Task.CompletedTask;

        public Task<bool> Prioritise(string experiment, int priority) => Task.FromResult(true);

        public Task<IReadOnlyList<QueuedExperiment>> List() => Task.FromResult<IReadOnlyList<QueuedExperiment>>([]);
    }
}
