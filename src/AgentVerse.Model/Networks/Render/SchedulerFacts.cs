using AgentVerse.Model.Networks.Compute;

namespace AgentVerse.Model.Networks.Render;

/// <summary>What is known of the scheduler while agents are bound; it trades all classes and regions.</summary>
public sealed record SchedulerFacts : IComputeMarket
{
    /// <inheritdoc/>
    public int Network => ComputeTerms.NetworkIndex(RenderTerms.Network);

    /// <inheritdoc/>
    public int GpuClass => -1;

    /// <inheritdoc/>
    public int Region => -1;

    /// <summary>OctaneBench hours of a frame.</summary>
    public required double FrameOctaneHours { get; init; }

    /// <summary>Price of a frame in tier 2, 1e-6 USD.</summary>
    public required long PriorityFrameUsd { get; init; }

    /// <summary>Price of a frame in tier 3, 1e-6 USD.</summary>
    public required long EconomyFrameUsd { get; init; }

    /// <summary>Pool for work of the first epoch, RENDER base units: what applicants see before any was paid.</summary>
    public required long OpeningPool { get; init; }

    /// <summary>Index of the foundation's shard.</summary>
    public required int FoundationShard { get; init; }

    /// <summary>Nodes of a wallet that count in full for availability.</summary>
    public required int FreeNodes { get; init; }

    /// <summary>Damping of availability for each further node.</summary>
    public required double NodePenalty { get; init; }

    /// <summary>The foundation's fee, percent.</summary>
    public required int FeePercent { get; init; }

    /// <summary>Price of a frame in a tier, 1e-6 USD.</summary>
    public long FrameUsd(int tier) => tier == 2 ? PriorityFrameUsd : EconomyFrameUsd;
}
