namespace AgentVerse.Mechanisms.Compute.Render.Network;

/// <summary>The network as it is planned.</summary>
internal sealed record RenderSpec
{
    /// <summary>Parameters of the tokenomics.</summary>
    internal required RenderParameters Parameters { get; init; }

    /// <summary>Compute beside rendering.</summary>
    internal required ComputeSpec Compute { get; init; }

    /// <summary>Weeks that are forced.</summary>
    internal required EpochTable Epochs { get; init; }

    /// <summary>Whether operators count on the schedule's pools where others are forced.</summary>
    internal required bool AnnouncesSchedule { get; init; }

    /// <summary>Start of the run, seconds since 1970.</summary>
    internal required long Start { get; init; }

    /// <summary>Ticks of an epoch.</summary>
    internal required int TicksPerEpoch { get; init; }

    /// <summary>Hours of a tick.</summary>
    internal required double TickHours { get; init; }

    /// <summary>Index of RENDER.</summary>
    internal required int Render { get; init; }

    /// <summary>Index of USD.</summary>
    internal required int Usd { get; init; }

    /// <summary>Index of the foundation's shard; the scheduler's is the next.</summary>
    internal required int FoundationShard { get; init; }

    /// <summary>Index of the market of RENDER, or -1.</summary>
    internal required int MarketShard { get; init; }

    /// <summary>Price of RENDER where nothing else says it, USD.</summary>
    internal required double FixedPrice { get; init; }

    /// <summary>Half-life of the smoothed price, days.</summary>
    internal required double PriceHalfLifeDays { get; init; }

    /// <summary>RENDER of holders who are no agents, base units.</summary>
    internal required long Circulating { get; init; }

    /// <summary>Price of a frame by tier (2, 3), 1e-6 USD.</summary>
    internal required long[] FrameUsd { get; init; }

    /// <summary>OctaneBench hours of a frame.</summary>
    internal required double FrameOctaneHours { get; init; }

    /// <summary>Spread of the match of work and node in a tick.</summary>
    internal required double MatchSpread { get; init; }

    /// <summary>Share of wallets that are vetted.</summary>
    internal required double VettedShare { get; init; }

    /// <summary>Probability that a request for a node is honoured.</summary>
    internal required double HonoursRequests { get; init; }

    /// <summary>Applicants admitted an epoch.</summary>
    internal required long Admissions { get; init; }

    /// <summary>Probability of an audit of a wallet an epoch, and how far it lets claims exceed the truth.</summary>
    internal required (double Rate, double Tolerance) Audit { get; init; }

    /// <summary>Ticks from approval to burn.</summary>
    internal required int BurnLagTicks { get; init; }

    /// <summary>Price of a frame in a tier, 1e-6 USD.</summary>
    internal long FrameUsdOf(int tier) => FrameUsd[tier - 2];

    /// <summary>Number of the epoch that a tick belongs to, from 0.</summary>
    internal long EpochOf(int tick) => tick / TicksPerEpoch;

    /// <summary>Whether an epoch ends with a tick.</summary>
    internal bool EndsEpoch(int tick) => (tick + 1) % TicksPerEpoch == 0;

    /// <summary>Pools of an epoch by schedule, or as they are forced, base units.</summary>
    internal EpochPools PoolsOf(long epoch)
    {
        EpochPools pools = ScheduleOf(epoch);
        return pools with
        {
            NodeJobs = Epochs.Pool(epoch) ?? pools.NodeJobs,
            Availability = Epochs.Availability(epoch) ?? pools.Availability,
        };
    }

    /// <summary>What operators count on that nodes get for work and availability in an epoch, base units.</summary>
    internal long AnnouncedFor(long epoch)
    {
        EpochPools pools = AnnouncesSchedule ? ScheduleOf(epoch) : PoolsOf(epoch);
        return pools.NodeJobs + pools.Availability;
    }

    private EpochPools ScheduleOf(long epoch) =>
        EmissionSplit.Of(Start + (epoch * Model.Networks.Render.RenderTerms.EpochSeconds), Parameters);
}
