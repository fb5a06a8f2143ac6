using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Bittensor;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor.Network;

/// <summary>One subnet in one tick: its state, what it is planned as, and what it reads and writes.</summary>
internal readonly ref struct SubnetRun
{
    private readonly ref TickCounts _counts;

    internal SubnetRun(ref TickCounts counts) => _counts = ref counts;

    /// <summary>The state, changed in place.</summary>
    internal required SubnetState State { get; init; }

    /// <summary>The plan of the subnet.</summary>
    internal required SubnetSpec Spec { get; init; }

    /// <summary>Memory.</summary>
    internal required SubnetScratch Scratch { get; init; }

    /// <summary>What the chain assigned to the tick.</summary>
    internal required ChainBulletin Chain { get; init; }

    /// <summary>The engine's side of the tick.</summary>
    internal required ShardTick Tick { get; init; }

    /// <summary>Places of the events' names.</summary>
    internal required SubnetEvents Events { get; init; }

    /// <summary>What happened so far.</summary>
    internal ref TickCounts Counts => ref _counts;

    /// <summary>Seconds from the start of the tick to a block.</summary>
    internal long SecondOf(long block) => (block - Chain.FirstBlock) * BittensorTerms.BlockSeconds;

    /// <summary>Stretch of equal block emission that a block lies in.</summary>
    internal int SegmentOf(long block)
    {
        int segment = 0;
        while (segment + 1 < Chain.SegmentFrom.Length && Chain.SegmentFrom[segment + 1] <= block - Chain.FirstBlock)
        {
            segment++;
        }

        return segment;
    }

    /// <summary>Emission of a block, rao.</summary>
    internal long EmissionOf(long block) => Chain.SegmentEmission[SegmentOf(block)];

    /// <summary>What the subnet in a place published after the last tick.</summary>
    internal SubnetBulletin SubnetAt(int place) => Tick.Board.Get<SubnetBulletin>(Spec.ChainShard + 1 + place);
}
