using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Akash;
using AgentVerse.Model.Numerics;

namespace AgentVerse.Mechanisms.Compute.Akash.Network;

/// <summary>Deployments and their orders, until the time for bids is over.</summary>
internal static class MarketOrders
{
    private static readonly Purpose Seed = Purpose.Of("akash.order");

    /// <summary>Makes a deployment with an order and lets the market bid on it.</summary>
    internal static AkashError Deploy(MarketRun run, in Intent intent, long height)
    {
        int units = (int)(intent.A & ushort.MaxValue);
        int currency = Array.IndexOf(run.Spec.Tokens, intent.Token);
        if (units is < 1 or > AkashTerms.MostUnits || intent.B is < 0 or > AkashTerms.MostPrice
            || intent.C is < 1 or > AkashTerms.MostSeconds
            || run.Script<IAwardScript>(intent.Sender, (int)Math.Clamp(intent.A >> 16, 0, ushort.MaxValue)) is null)
        {
            return AkashError.InvalidRequest;
        }

        if (currency < 0 || intent.Amount < MinDeposit(run, (Currency)currency))
        {
            return AkashError.InvalidDeposit;
        }

        int deployment = run.State.Deployments.Take();
        ref DeploymentRecord record = ref run.State.Deployments[deployment];
        record.Number = ++run.State.DeploymentNumber;
        record.Account = EscrowAccount.At(height, intent.Amount);
        record.Held = intent.Amount;
        record.Tenant = intent.Sender;
        record.TenantAccount = intent.Account;
        record.Script = (int)(intent.A >> 16);
        record.Units = units;
        record.PriceMost = intent.B;
        record.Preferred = (ulong)intent.D;
        record.Currency = (Currency)currency;
        record.Blocks = BlockClock.Blocks(intent.C, run.Chain);
        record.Seed = run.Tick.World.Draws.Bits(intent.Account, run.Tick.Tick.Index, Seed, intent.Ordinal);
        record.Provider = -1;
        run.State.Escrowed[currency] += intent.Amount;
        run.Counts.Orders++;
        MarketTransitions.CreateOrder(ref record.Standing);
        AskForBids(run, deployment, height);
        return AkashError.None;
    }

    /// <summary>Lets the market bid on the open order of a deployment; the award comes when the time is over.</summary>
    internal static void AskForBids(MarketRun run, int deployment, long height)
    {
        ref DeploymentRecord record = ref run.State.Deployments[deployment];
        record.FirstBid = run.State.Bids.Take();
        record.BidCount = 0;
        record.BidsPlaced = 0;
        record.AwardAt = height + run.Spec.BidBlocks;
        record.Seed = StableHash.Mix(record.Seed);
        MarketBidding.Collect(run, ref record);
        run.State.Events.Add(new DueEvent(record.AwardAt, record.Seed, record.Number, deployment));
    }

    private static long MinDeposit(MarketRun run, Currency currency) =>
        currency == Currency.Akt ? run.Chain.MinDepositAkt : run.Chain.MinDepositUsd;
}
