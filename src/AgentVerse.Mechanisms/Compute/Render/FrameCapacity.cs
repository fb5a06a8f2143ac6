namespace AgentVerse.Mechanisms.Compute.Render;

/// <summary>What nodes can take of a pool of frames.</summary>
internal readonly ref struct FrameCapacity
{
    /// <summary>Weight of each node, at least 0.</summary>
    internal required ReadOnlySpan<long> Weights { get; init; }

    /// <summary>Frames that each node can still take, at least 0.</summary>
    internal required Span<long> Capacities { get; init; }
}
