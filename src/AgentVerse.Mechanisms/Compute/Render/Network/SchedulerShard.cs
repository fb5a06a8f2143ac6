using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Markets;
using AgentVerse.Model.Networks.Render;
using AgentVerse.Model.Numerics;
using AgentVerse.Model.State;

namespace AgentVerse.Mechanisms.Compute.Render.Network;

/// <summary>
/// The scheduler: takes nodes and jobs, deals frames, burns what approved work cost, and at the end of each epoch pays
/// nodes from the pools that the foundation has published.
/// </summary>
internal sealed class SchedulerShard : Shard
{
    private readonly RenderSpec _spec;
    private readonly SchedulerEvents _events;
    private readonly FramePools _pools = new();

    internal SchedulerShard(RenderSpec spec, WorldPlan world)
    {
        _spec = spec;
        _events = new SchedulerEvents(world);
        State = new SchedulerState(spec);
        State.SmoothedPrice = spec.Epochs.Price(0) ?? spec.FixedPrice;
    }

    /// <summary>The state, as the last tick left it.</summary>
    internal SchedulerState State { get; }

    public override Bulletin Opening() => Publish(0, State.SmoothedPrice, default, 0);

    public override Bulletin Settle(ShardTick tick)
    {
        TickCounts counts = default;
        double price = PriceOf(tick);
        SchedulerRun run = new(ref counts)
        {
            State = State,
            Spec = _spec,
            Tick = tick,
            Events = _events,
            Pools = _pools,
            Price = BurnMint.PriceOf(price),
        };
        Smooth(price, tick.Tick.Days);
        List<RenderJob> jobs = [];
        NodeIntents.Take(run, jobs);
        State.Nodes.Merge();
        Admission.Admit(run);
        FrameScheduling.Run(run, jobs);
        if (_spec.EndsEpoch(run.Now))
        {
            OutsideSales.Run(run);
        }

        BurnQueue.Run(run);
        if (_spec.EndsEpoch(run.Now))
        {
            EpochSettlement.Settle(run);
            Audits.Run(run);
        }

        long waiting = SchedulerSeries.Tell(run, price);
        return Publish(run.Now + 1, price, counts, waiting);
    }

    public override void Accounts(AccountBook book)
    {
        long due = 0;
        foreach (long usd in State.Due)
        {
            due += usd;
        }

        book.Add(_spec.Render, "holders", State.Holders);
        book.Add(_spec.Render, "unallocated", State.Unallocated);
        book.Add(_spec.Usd, "escrow", due);
        book.Add(_spec.Usd, "fees", State.Fees);
        book.Add(_spec.Usd, "exchange", State.Exchange);
        book.Add(_spec.Usd, "salad", State.Salad);
    }

    public override void Carry(StateCodec codec) => State.Carry(codec);

    private double PriceOf(ShardTick tick) =>
        _spec.Epochs.Price(_spec.EpochOf(tick.Tick.Index))
            ?? (_spec.MarketShard >= 0 ? tick.Board.Get<TokenBulletin>(_spec.MarketShard).Price : _spec.FixedPrice);

    private void Smooth(double price, double days)
    {
        const double ln2 = 0.6931471805599453;
        double kept = DeterministicMath.Exp(-ln2 * days / _spec.PriceHalfLifeDays);
        State.SmoothedPrice = (kept * State.SmoothedPrice) + ((1 - kept) * price);
    }

    private SchedulerBulletin Publish(int next, double price, in TickCounts counts, long waiting)
    {
        long rendered = counts.Priority + counts.Economy;
        return new SchedulerBulletin
        {
            Price = price,
            SmoothedPrice = State.SmoothedPrice,
            Value = State.Last.Value,
            Pool = State.Last.Pool,
            AvailabilityPool = State.Last.Availability,
            Announced = _spec.AnnouncedFor(_spec.EpochOf(next)),
            PayPerOctane2 = State.Last.PayPerPriorityOctane,
            PayPerOctane3 = State.Last.PayPerEconomyOctane,
            AvailabilityPerNode = State.Last.AvailabilityPerNode,
            Waiting = waiting,
            Burned = counts.Burned + counts.SaladBurned,
            Served = counts.Asked > 0 ? (double)rendered / counts.Asked : 1,
        };
    }
}
