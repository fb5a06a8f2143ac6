namespace AgentVerse.Mechanisms.Compute.Render;

/// <summary>What an epoch mints and for whom, base units.</summary>
public readonly record struct EpochPools
{
    /// <summary>For nodes, by the value of approved work.</summary>
    public required long NodeJobs { get; init; }

    /// <summary>For rendering nodes, by availability.</summary>
    public required long Availability { get; init; }

    /// <summary>For nodes of the compute subnet.</summary>
    public required long Compute { get; init; }

    /// <summary>For liquidity providers.</summary>
    public required long LiquidityProviders { get; init; }

    /// <summary>For artists and, from year 2 on, AI grants.</summary>
    public required long Artists { get; init; }

    /// <summary>For nodes of compute clients.</summary>
    public required long Clients { get; init; }

    /// <summary>For holders who upgraded their tokens early.</summary>
    public required long UpgradePoints { get; init; }

    /// <summary>Of the budget for nodes, what no pool pays out.</summary>
    public required long NodeReserve { get; init; }

    /// <summary>For Salad's nodes, on top of the schedule's week.</summary>
    public required long Salad { get; init; }

    /// <summary>For the foundation: what is left of the epoch.</summary>
    public required long Foundation { get; init; }

    /// <summary>The whole emission of the epoch.</summary>
    public long Total => NodeJobs + Availability + Compute + LiquidityProviders + Artists + Clients + UpgradePoints
        + NodeReserve + Salad + Foundation;

    /// <summary>The pools cut to what the cap leaves: nodes first, the foundation last.</summary>
    /// <param name="rest">What may still be minted, base units.</param>
    public EpochPools Within(long rest)
    {
        if (Total <= rest)
        {
            return this;
        }

        long left = Math.Max(0, rest);
        long Take(long amount)
        {
            long taken = Math.Min(amount, left);
            left -= taken;
            return taken;
        }

        return new EpochPools
        {
            NodeJobs = Take(NodeJobs),
            Availability = Take(Availability),
            Compute = Take(Compute),
            LiquidityProviders = Take(LiquidityProviders),
            Artists = Take(Artists),
            Clients = Take(Clients),
            UpgradePoints = Take(UpgradePoints),
            NodeReserve = Take(NodeReserve),
            Salad = Take(Salad),
            Foundation = Take(Foundation),
        };
    }
}
