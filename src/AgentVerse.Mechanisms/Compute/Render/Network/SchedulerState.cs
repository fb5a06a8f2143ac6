using AgentVerse.Model.State;

namespace AgentVerse.Mechanisms.Compute.Render.Network;

/// <summary>What the scheduler keeps.</summary>
internal sealed class SchedulerState(RenderSpec spec)
{
    private long[] _due = new long[spec.BurnLagTicks + 1];
    private long _holders = spec.Circulating;
    private long _unallocated;
    private long _fees;
    private long _exchange;
    private long _salad;
    private double _smoothedPrice;
    private long _admitted;
    private SettledEpoch _last;

    /// <summary>Wallets with nodes.</summary>
    internal NodeBook Nodes { get; } = new();

    /// <summary>USD of approved work that waits for its burn, by ticks to go; the first is due now, 1e-6 USD.</summary>
    internal long[] Due => _due;

    /// <summary>RENDER of holders who are no agents, base units.</summary>
    internal ref long Holders => ref _holders;

    /// <summary>RENDER of epochs in which nobody could be paid, base units.</summary>
    internal ref long Unallocated => ref _unallocated;

    /// <summary>The foundation's fees, 1e-6 USD.</summary>
    internal ref long Fees => ref _fees;

    /// <summary>USD paid to holders for what was burned, 1e-6 USD.</summary>
    internal ref long Exchange => ref _exchange;

    /// <summary>USD that Salad's customers spent and that are Salad's, 1e-6 USD.</summary>
    internal ref long Salad => ref _salad;

    /// <summary>Smoothed price, USD.</summary>
    internal ref double SmoothedPrice => ref _smoothedPrice;

    /// <summary>Wallets admitted in the epoch so far.</summary>
    internal ref long Admitted => ref _admitted;

    /// <summary>What the last whole epoch paid.</summary>
    internal ref SettledEpoch Last => ref _last;

    /// <summary>Carries it to or from a checkpoint.</summary>
    internal void Carry(StateCodec codec)
    {
        Nodes.Carry(codec);
        codec.Array("due", ref _due);
        codec.Value("holders", ref _holders);
        codec.Value("unallocated", ref _unallocated);
        codec.Value("fees", ref _fees);
        codec.Value("exchange", ref _exchange);
        codec.Value("salad", ref _salad);
        codec.Value("smoothedPrice", ref _smoothedPrice);
        codec.Value("admitted", ref _admitted);
        codec.Value("lastValue", ref _last.Value);
        codec.Value("lastPool", ref _last.Pool);
        codec.Value("lastAvailability", ref _last.Availability);
        codec.Value("lastPriority", ref _last.PayPerPriorityOctane);
        codec.Value("lastEconomy", ref _last.PayPerEconomyOctane);
        codec.Value("lastReady", ref _last.AvailabilityPerNode);
    }
}
