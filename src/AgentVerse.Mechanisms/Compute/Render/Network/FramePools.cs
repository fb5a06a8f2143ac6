using System.Runtime.InteropServices;

namespace AgentVerse.Mechanisms.Compute.Render.Network;

/// <summary>
/// Who can take how many frames in a tick, and what was dealt: columns by place in the book; of each tier the places
/// that take work, in order; and the nodes of one pool. Kept between ticks for its memory alone.
/// </summary>
internal sealed class FramePools
{
    private long[] _weights = [];
    private long[] _capacities = [];
    private long[] _dealt = [];
    private long[] _approved = [];
    private long[] _poolWeights = [];
    private long[] _poolCapacities = [];
    private long[] _poolDealt = [];
    private int[] _poolPlaces = [];
    private double[] _match = [];
    private int _nodes;
    private int _pool;

    /// <summary>Weight of each wallet in any pool that it may serve; 0 for those that take no work.</summary>
    internal Span<long> Weights => _weights.AsSpan(0, _nodes);

    /// <summary>Frames that each can still take.</summary>
    internal Span<long> Capacities => _capacities.AsSpan(0, _nodes);

    /// <summary>Frames dealt to each in the tick.</summary>
    internal Span<long> Dealt => _dealt.AsSpan(0, _nodes);

    /// <summary>Of them approved.</summary>
    internal Span<long> Approved => _approved.AsSpan(0, _nodes);

    /// <summary>A standard normal number for each wallet.</summary>
    internal Span<double> Match => _match.AsSpan(0, _nodes);

    /// <summary>Places with work to do for tier 2 and tier 3, with their memory, in order of places.</summary>
    internal List<(int Place, int Memory)>[] Tiers { get; } = [[], []];

    /// <summary>Places of the nodes of the pool, in order.</summary>
    internal ReadOnlySpan<int> PoolPlaces => _poolPlaces.AsSpan(0, _pool);

    /// <summary>Their weights.</summary>
    internal ReadOnlySpan<long> PoolWeights => _poolWeights.AsSpan(0, _pool);

    /// <summary>Frames that they can still take.</summary>
    internal Span<long> PoolCapacities => _poolCapacities.AsSpan(0, _pool);

    /// <summary>Frames dealt to them in one round.</summary>
    internal Span<long> PoolDealt => _poolDealt.AsSpan(0, _pool);

    /// <summary>Begins a tick with so many wallets, of whom none takes work.</summary>
    internal void Begin(int nodes)
    {
        _nodes = nodes;
        if (_weights.Length < nodes)
        {
            int room = nodes + (nodes / 4);
            (_weights, _capacities) = (new long[room], new long[room]);
            (_dealt, _approved) = (new long[room], new long[room]);
            (_poolWeights, _poolCapacities, _poolDealt) = (new long[room], new long[room], new long[room]);
            (_poolPlaces, _match) = (new int[room], new double[room]);
        }

        Weights.Clear();
        Capacities.Clear();
        Dealt.Clear();
        Approved.Clear();
        Tiers[0].Clear();
        Tiers[1].Clear();
    }

    /// <summary>Takes the nodes of a tier with so much memory for a pool.</summary>
    internal void Gather(int tier, int memory)
    {
        _pool = 0;
        foreach ((int place, int has) in CollectionsMarshal.AsSpan(Tiers[tier - 2]))
        {
            if (has >= memory && _capacities[place] > 0)
            {
                _poolPlaces[_pool] = place;
                _poolWeights[_pool++] = _weights[place];
            }
        }
    }

    /// <summary>Begins a round of the pool: nothing is dealt yet.</summary>
    internal void BeginRound()
    {
        for (int i = 0; i < _pool; i++)
        {
            _poolCapacities[i] = _capacities[_poolPlaces[i]];
            _poolDealt[i] = 0;
        }
    }
}
