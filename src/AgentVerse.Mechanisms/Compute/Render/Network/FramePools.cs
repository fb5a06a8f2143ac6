namespace AgentVerse.Mechanisms.Compute.Render.Network;

/// <summary>Who can take how many frames in a tick, and what was dealt: columns by place in the book.</summary>
internal sealed class FramePools(int nodes)
{
    /// <summary>Weight of each wallet in any pool that it may serve; 0 for those that take no work.</summary>
    internal long[] Weights { get; } = new long[nodes];

    /// <summary>Frames that each can still take.</summary>
    internal long[] Capacities { get; } = new long[nodes];

    /// <summary>Frames dealt to each in the tick.</summary>
    internal long[] Dealt { get; } = new long[nodes];

    /// <summary>Of them approved.</summary>
    internal long[] Approved { get; } = new long[nodes];

    /// <summary>Weights of one pool.</summary>
    internal long[] PoolWeights { get; } = new long[nodes];

    /// <summary>Frames dealt to each in one round of one pool.</summary>
    internal long[] Round { get; } = new long[nodes];
}
