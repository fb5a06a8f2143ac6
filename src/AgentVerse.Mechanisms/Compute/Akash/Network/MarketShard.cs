using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Akash;
using AgentVerse.Model.State;

namespace AgentVerse.Mechanisms.Compute.Akash.Network;

/// <summary>
/// A market: one class of GPUs in one region. Messages and events of deployments are handled in order of height; what
/// is due at a height comes before the messages of its block.
/// </summary>
internal sealed class MarketShard : Shard
{
    private readonly MarketSpec _spec;

    internal MarketShard(MarketSpec spec)
    {
        _spec = spec;
        State = new MarketState(spec);
    }

    /// <summary>The state, as the last tick left it.</summary>
    internal MarketState State { get; }

    public override Bulletin Opening() => MarketPublishing.Of(State);

    public override Bulletin Settle(ShardTick tick)
    {
        MarketRun run = new(State, _spec, tick);
        long from = BlockClock.First(tick.Tick, _spec.Parameters);
        long to = BlockClock.HeightAt((tick.Tick.Index + 1) * tick.Tick.Seconds, _spec.Parameters);
        foreach (TimedIntent timed in tick.Intents)
        {
            long height = from + timed.BlockOf((int)(to - from));
            RunTo(run, height);
            AkashError error = Act(run, timed.Intent, height);
            if (error != AkashError.None)
            {
                Intent intent = timed.Intent;
                tick.Pay(intent.Sender, AkashRows.Refused, intent.Token, intent.Amount, (long)error, intent.Kind);
            }
        }

        RunTo(run, to - 1);
        MarketPublishing.Smooth(run);
        MarketSeries.Tell(run);
        return MarketPublishing.Of(State);
    }

    public override void Accounts(AccountBook book)
    {
        book.Add(_spec.Tokens[0], "bidDeposits", State.Floats);
        for (int c = 0; c < _spec.Tokens.Length; c++)
        {
            if (_spec.Tokens[c] >= 0)
            {
                book.Add(_spec.Tokens[c], "escrow", State.Escrowed[c]);
                book.Add(_spec.Tokens[c], "communityPool", State.CommunityPool[c]);
                book.Add(_spec.Tokens[c], "incentives", State.Incentive[c]);
                book.Add(_spec.Tokens[c], "dust", State.Dust[c]);
            }
        }
    }

    public override void Carry(StateCodec codec) => State.Carry(codec);

    private static void RunTo(MarketRun run, long height)
    {
        EventHeap events = run.State.Events;
        while (events.Count > 0 && events.First.Height <= height)
        {
            DueEvent due = events.First;
            events.RemoveFirst();
            MarketLeases.Act(run, due);
        }
    }

    private static AkashError Act(MarketRun run, in Intent intent, long height) => intent.Kind switch
    {
        AkashIntents.Offer => MarketOffers.Offer(run, intent, height),
        AkashIntents.Deploy => MarketOrders.Deploy(run, intent, height),
        AkashIntents.Repay => MarketPayouts.Repay(run, intent, height),
        AkashIntents.AskAudit => intent.Amount == 0 ? MarketOffers.Audit(run, intent) : AkashError.InvalidRequest,
        _ => AkashError.InvalidRequest,
    };
}
