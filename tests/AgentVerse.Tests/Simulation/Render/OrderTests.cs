using AgentVerse.Tests.Simulation.Bittensor;

using Xunit;

namespace AgentVerse.Tests.Simulation.Render;

/// <summary>How a world is cut, how populations are ordered and where a run was interrupted changes nothing.</summary>
public sealed class OrderTests
{
    /// <summary>Everybody, who may ask anything, by the day.</summary>
    internal static readonly SmallRender Lively = new()
    {
        Ticks = 23,
        TickSeconds = 86_400,
        PanelEvery = 5,
        Start = 1_736_294_400,
        Own = [("burnLag", 3L * 86_400), ("admissions", 15L), ("auditRate", 0.5)],
        Crowds =
        [
            SmallRender.Operators(40, ("reviewRate", 1.0), ("renderFailure", 0.05)),
            SmallRender.Creators(60),
            LedgerTests.Wild(20),
            new("selves", "gpuProvider", 3, ["renderSelf"]) { Own = [("startUsd", 20_000_000_000L)] },
            new("inflators", "gpuProvider", 4, ["renderInflate"]) { Own = [("claimFactor", 3.0)] },
            new("splitters", "gpuProvider", 6, ["renderSplit"]) { AccountsPerController = 3, Own = [("unitsMedian", 8.0)] },
        ],
    };

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public void The_size_of_cohorts_changes_no_row(int cohortSize)
    {
        FinishedRun whole = Lively.Run();
        Assert.NotEmpty(whole.Events("renderAdmitted"));
        Assert.NotEmpty(whole.Events("renderSuspended"));
        Assert.True(whole.Ticks("scheduler").Sum(t => t["requested"]) > 0);
        RunLaws.EndAlike(whole, Lively.Run(cohortSize));
    }

    [Fact]
    public void The_order_of_populations_changes_no_agent_and_no_shard()
    {
        FinishedRun other = (Lively with { Crowds = [.. Lively.Crowds.Reverse()] }).Run();
        Assert.Equal(RunLaws.Sums(Lively.Run()), RunLaws.Sums(other));
    }

    [Fact]
    public void An_inert_population_changes_no_shard_and_no_event()
    {
        FinishedRun without = Lively.Run();
        FinishedRun with = (Lively with
        {
            Crowds = [SmallRender.Operators(9, SmallRender.NoGpu) with { Name = "inert" }, .. Lively.Crowds],
        }).Run();
        Assert.Equal(without.Digests.Events.Sum, with.Digests.Events.Sum);
        Assert.Equal(
            without.Ticks("scheduler").Select(t => t["pool"] + t["value"]),
            with.Ticks("scheduler").Select(t => t["pool"] + t["value"]));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(15)]
    public void A_run_goes_on_from_a_checkpoint_as_if_nothing_had_happened(int tick)
    {
        RunLaws.GoesOnFromACheckpoint(Lively.World(), tick);
    }
}
