using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Akash;
using AgentVerse.Model.Numerics;

namespace AgentVerse.Mechanisms.Compute.Akash.Network;

/// <summary>What providers ask of a market: to stand there, to change or end their offer, to be audited.</summary>
internal static class MarketOffers
{
    private static readonly Purpose Look = Purpose.Of("akash.audit");

    /// <summary>Takes an offer. Zero units end it.</summary>
    internal static AkashError Offer(MarketRun run, in Intent intent, long height)
    {
        MarketState state = run.State;
        long claimed = intent.B & uint.MaxValue;
        long trueUnits = intent.B >> 32;
        double quality = BitConverter.Int64BitsToDouble(intent.D);
        bool isSound = claimed <= ushort.MaxValue && trueUnits is >= 0 and <= ushort.MaxValue
            && intent.C is >= 0 and <= AkashTerms.MostPrice
            && quality is >= 0 and <= 1 && (intent.Amount == 0 || intent.Token == run.Spec.Tokens[0])
            && run.Script<IBidScript>(intent.Sender, (int)Math.Clamp(intent.A, -1, ushort.MaxValue)) is not null;
        if (!isSound)
        {
            return AkashError.InvalidRequest;
        }

        int provider = state.Providers.Find(intent.Account);
        provider = provider >= 0 ? provider : state.Providers.Add(intent.Account);
        ref ProviderRecord record = ref state.Providers[provider];
        record.Serve(height);
        state.Offered += claimed - record.Claimed;
        state.Floats += intent.Amount;
        record.Float += intent.Amount;
        record.Receiver = intent.Sender;
        record.Script = (int)intent.A;
        record.Claimed = (int)claimed;
        record.TrueUnits = (int)trueUnits;
        record.Ask = intent.C;
        record.Quality = quality;
        IBidScript script = run.Script<IBidScript>(intent.Sender, record.Script)!;
        state.Providers.SetEarly(provider, claimed > 0 && script.IsEarly);
        state.Providers.Index(provider);
        if (claimed == 0 && record.Float > 0)
        {
            run.Tick.Pay(record.Receiver, AkashRows.Returned, run.Spec.Tokens[0], record.Float);
            state.Floats -= record.Float;
            record.Float = 0;
        }

        TellIfClear(run, record);
        return AkashError.None;
    }

    /// <summary>Tells a provider that has ended its offer that its units are free.</summary>
    internal static void TellIfClear(MarketRun run, in ProviderRecord record)
    {
        if (record.Claimed == 0 && record.Leased == 0 && record.Reserved == 0)
        {
            run.Tick.Pay(record.Receiver, AkashRows.Cleared, run.Spec.Tokens[0], 0);
        }
    }

    /// <summary>
    /// Every auditor looks anew: it signs what is true unless it errs, and what is false if it does not see through it.
    /// </summary>
    internal static AkashError Audit(MarketRun run, in Intent intent)
    {
        int provider = run.State.Providers.Find(intent.Account);
        if (provider < 0)
        {
            return AkashError.UnknownProvider;
        }

        ref ProviderRecord record = ref run.State.Providers[provider];
        AuditSpec audit = run.Spec.Audit;
        record.Signed = 0;
        for (int a = 0; a < audit.Auditors; a++)
        {
            double refused = record.MayFallShort ? audit.Detection : audit.FalseRejection;
            double look = run.Tick.World.Draws.Uniform(intent.Account, run.Tick.Tick.Index, Look, a);
            record.Signed |= look < refused ? 0 : 1u << a;
        }

        return AkashError.None;
    }
}
