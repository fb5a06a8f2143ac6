using AgentVerse.Model.State;

namespace AgentVerse.Mechanisms.Compute.Akash.Network;

/// <summary>All that a market remembers between ticks.</summary>
internal sealed class MarketState
{
    private long[] _communityPool = new long[3];
    private long[] _dust = new long[3];
    private long[] _incentive = new long[3];
    private long[] _escrowed = new long[3];
    private double[] _smoothed = [0, 1, 1];
    private long _deployments;
    private long _offered;
    private long _leased;
    private long _floats;
    private long _owing;

    /// <summary>Providers and their offers.</summary>
    internal ProviderBook Providers { get; } = new();

    /// <summary>Deployments.</summary>
    internal Slots<DeploymentRecord> Deployments { get; } = new();

    /// <summary>Bids on orders that wait, in blocks of the most that an order may have.</summary>
    internal BidBook Bids { get; }

    /// <summary>What happens next.</summary>
    internal EventHeap Events { get; } = new();

    /// <summary>Take fees collected, by currency.</summary>
    internal long[] CommunityPool => _communityPool;

    /// <summary>Fractions of a unit left in ended accounts, by currency.</summary>
    internal long[] Dust => _dust;

    /// <summary>What is left of the incentive programme's budget, by currency.</summary>
    internal long[] Incentive => _incentive;

    /// <summary>Money in escrow accounts of deployments, by currency.</summary>
    internal long[] Escrowed => _escrowed;

    /// <summary>AKT of providers, deposited or not, uakt.</summary>
    internal ref long Floats => ref _floats;

    /// <summary>Deployments made so far.</summary>
    internal ref long DeploymentNumber => ref _deployments;

    /// <summary>Deployments that ended and owe.</summary>
    internal ref long Owing => ref _owing;

    /// <summary>Units that providers say they have.</summary>
    internal ref long Offered => ref _offered;

    /// <summary>Units leased.</summary>
    internal ref long Leased => ref _leased;

    /// <summary>Lowest bids on orders, smoothed, 1e-6 USD a unit and hour; 0 before the first.</summary>
    internal ref double Quote => ref _smoothed[0];

    /// <summary>Share of orders that got a lease, smoothed.</summary>
    internal ref double FillRate => ref _smoothed[1];

    /// <summary>Delivered over claimed of leases that ended, smoothed.</summary>
    internal ref double Delivered => ref _smoothed[2];

    internal MarketState(MarketSpec spec)
    {
        Bids = new BidBook((int)spec.Parameters.OrderMaxBids + 2);
        for (int c = 0; c < 3; c++)
        {
            _incentive[c] = spec.Tokens[c] >= 0 && spec.Incentive.Rate.IsPositive ? spec.Incentive.Budget : 0;
        }
    }

    /// <summary>Carries all to or from a checkpoint.</summary>
    internal void Carry(StateCodec codec)
    {
        Providers.Carry(codec);
        Deployments.Carry(codec, "deployments");
        Bids.Carry(codec);
        Events.Carry(codec);
        codec.Array("communityPool", ref _communityPool);
        codec.Array("dust", ref _dust);
        codec.Array("incentive", ref _incentive);
        codec.Array("escrowed", ref _escrowed);
        codec.Array("smoothed", ref _smoothed);
        codec.Value("deploymentNumber", ref _deployments);
        codec.Value("offered", ref _offered);
        codec.Value("leased", ref _leased);
        codec.Value("floats", ref _floats);
        codec.Value("owing", ref _owing);
    }
}
