using AgentVerse.Model.Networks.Akash;
using AgentVerse.Model.Numerics;

namespace AgentVerse.Mechanisms.Compute.Akash.Network;

/// <summary>Bids on an order: placed by the chain's checks, kept until the award, closed with their deposits.</summary>
internal static class MarketBids
{
    private static readonly Purpose Window = Purpose.Of("akash.window");

    /// <summary>Places a bid if the chain admits it.</summary>
    /// <param name="run">The market.</param>
    /// <param name="record">The deployment.</param>
    /// <param name="provider">The bidder.</param>
    /// <param name="price">1e-6 USD a unit and hour.</param>
    /// <param name="script">The bidder's script.</param>
    internal static void Place(
        MarketRun run, ref DeploymentRecord record, int provider, long price, IBidScript script)
    {
        ref ProviderRecord bidder = ref run.State.Providers[provider];
        Dec18 rate = run.Rate(price, record.Units, record.Currency);
        Span<BidRecord> bids = run.State.Bids[record.FirstBid];
        bool hasBid = HasBid(bids[..record.BidCount], provider);
        BidRequest request = new()
        {
            Deposit = Math.Min(bidder.Float, run.Chain.BidMinDeposit),
            IsDepositToken = true,
            BidCount = record.BidsPlaced,
            Order = record.Standing.Order,
            OrderPrice = run.Rate(record.PriceMost, record.Units, record.Currency),
            Price = rate,
            OfferFits = true,
            IsRegistered = true,
            AttributesMatch = AttributesMatch(run, record, bidder),
            CapabilitiesMatch = true,
            WindowRequired = run.Spec.Reclamation.Required,
            Window = WindowOf(run, bidder),
            HasBid = hasBid,
        };
        bool isAdmitted = rate.IsPositive && Bidding.Validate(request, run.Chain) == AkashError.None
            && record.BidCount < bids.Length;
        run.Counts.Bids += isAdmitted ? 1 : 0;
        run.Counts.BidsRefused += isAdmitted ? 0 : 1;
        if (!isAdmitted)
        {
            return;
        }

        ref BidRecord bid = ref bids[record.BidCount++];
        record.BidsPlaced++;
        bid = new BidRecord { Rate = rate, Price = price, Provider = provider, Deposit = request.Deposit };
        bidder.Float -= bid.Deposit;
        bidder.Locked += bid.Deposit;
        bid.Reserved = script.IgnoresCapacity ? 0 : record.Units;
        bidder.Reserved += bid.Reserved;
        run.State.Providers.Index(provider);
        if (script.Withdraws)
        {
            OrderStanding standing = new() { Bid = bid.State };
            Bidding.CloseBid(ref standing, (true, true), AkashError.None, 0, run.Chain);
            bid.State = standing.Bid;
            Release(run, ref bid);
        }
    }

    /// <summary>
    /// The bid of a provider is over: its units are free, and its deposit goes back if its state says so.
    /// </summary>
    internal static void Release(MarketRun run, ref BidRecord bid)
    {
        ref ProviderRecord bidder = ref run.State.Providers[bid.Provider];
        bidder.Reserved -= bid.Reserved;
        bid.Reserved = 0;
        MarketOffers.TellIfClear(run, bidder);
        run.State.Providers.Index(bid.Provider);
        if (MarketTransitions.ReturnsDeposit(bid.State))
        {
            ReturnDeposit(run, bid.Provider, bid.Deposit);
            bid.Deposit = 0;
        }
    }

    /// <summary>
    /// A deposit goes back to what a provider may bid with, or to its wallet once it has ended its offer.
    /// </summary>
    internal static void ReturnDeposit(MarketRun run, int provider, long deposit)
    {
        ref ProviderRecord record = ref run.State.Providers[provider];
        record.Locked -= deposit;
        if (record.Claimed > 0 || deposit == 0)
        {
            record.Float += deposit;
            return;
        }

        run.Tick.Pay(record.Receiver, AkashRows.Returned, run.Spec.Tokens[0], deposit);
        run.State.Floats -= deposit;
    }

    /// <summary>Reclamation window that a provider offers, s; null for none.</summary>
    internal static long? WindowOf(MarketRun run, in ProviderRecord provider)
    {
        ReclamationSpec spec = run.Spec.Reclamation;
        bool offers = spec.OfferShare > 0
            && run.Tick.World.Draws.Uniform(provider.Account, -1, Window) < spec.OfferShare;
        return offers ? spec.Offered : null;
    }

    /// <summary>Whether enough auditors have signed, where the tenant needs that.</summary>
    private static bool AttributesMatch(MarketRun run, in DeploymentRecord record, in ProviderRecord bidder)
    {
        IAwardScript script = run.Script<IAwardScript>(record.Tenant, record.Script)!;
        AuditSpec audit = run.Spec.Audit;
        int signed = System.Numerics.BitOperations.PopCount(bidder.Signed);
        (int, int) all = audit.AllOf ? (audit.Auditors, signed) : (0, 0);
        (int, int) any = audit.AllOf ? (0, 0) : (audit.Auditors, signed);
        return !script.NeedsAudit || Attributes.Satisfies(all, any, run.Chain);
    }

    private static bool HasBid(ReadOnlySpan<BidRecord> bids, int provider)
    {
        foreach (ref readonly BidRecord bid in bids)
        {
            if (bid.Provider == provider)
            {
                return true;
            }
        }

        return false;
    }
}
