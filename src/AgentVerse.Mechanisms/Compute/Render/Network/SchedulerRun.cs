using AgentVerse.Model.Contracts;

namespace AgentVerse.Mechanisms.Compute.Render.Network;

/// <summary>The scheduler in one tick: state, plan, where to pay.</summary>
internal readonly ref struct SchedulerRun(ref TickCounts counts)
{
    private readonly ref TickCounts _counts = ref counts;

    internal required SchedulerState State { get; init; }

    internal required RenderSpec Spec { get; init; }

    internal required ShardTick Tick { get; init; }

    internal required SchedulerEvents Events { get; init; }

    /// <summary>Room for the frames of the tick.</summary>
    internal required FramePools Pools { get; init; }

    /// <summary>Price of RENDER in 1e-9 USD.</summary>
    internal required long Price { get; init; }

    /// <summary>What happened so far.</summary>
    internal ref TickCounts Counts => ref _counts;

    /// <summary>Number of the tick.</summary>
    internal int Now => Tick.Tick.Index;
}
