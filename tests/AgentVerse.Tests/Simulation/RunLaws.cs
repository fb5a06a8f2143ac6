using AgentVerse.Simulation;
using AgentVerse.Tests.Simulation.Bittensor;

using Xunit;

namespace AgentVerse.Tests.Simulation;

/// <summary>Laws of every run, whatever the network.</summary>
internal static class RunLaws
{
    /// <summary>What a run's tables add up to.</summary>
    internal static (UInt128 Agents, UInt128 Events, UInt128 Ticks) Sums(FinishedRun run) =>
        (run.Digests.Agents.Sum, run.Digests.Events.Sum, run.Digests.Ticks.Sum);

    /// <summary>Two runs of one world end with the same rows and the same shards.</summary>
    internal static void EndAlike(FinishedRun one, FinishedRun other)
    {
        Assert.Equal(Sums(one), Sums(other));
        Assert.Equal(Shards(one.Run), Shards(other.Run));
    }

    /// <summary>A run of a world goes on from a checkpoint of another as if nothing had happened.</summary>
    internal static void GoesOnFromACheckpoint(World world, int tick)
    {
        NoSink sink = new();
        ReferenceRun run = new(world, 16, sink);
        run.RunTo(tick);
        ReferenceRun again = new(world, 16, sink);
        Checkpoints.Copy(run, again);
        run.RunTo();
        again.RunTo();
        Assert.Equal(run.State.Digests.Ticks.Sum, again.State.Digests.Ticks.Sum);
        Assert.Equal(run.State.Digests.Agents.Sum, again.State.Digests.Agents.Sum);
        Assert.Equal(run.Group.Parts.Select(StateDigest.Of), again.Group.Parts.Select(StateDigest.Of));
    }

    private static UInt128[] Shards(ReferenceRun run) =>
        [.. run.Group.Parts.OfType<ShardPart>().Select(StateDigest.Of)];
}
