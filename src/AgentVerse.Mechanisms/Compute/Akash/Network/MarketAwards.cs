using AgentVerse.Model.Networks.Akash;
using AgentVerse.Model.Numerics;

namespace AgentVerse.Mechanisms.Compute.Akash.Network;

/// <summary>
/// The end of the time for bids: the tenant's script chooses, a lease begins or the deployment is closed.
/// </summary>
internal static class MarketAwards
{
    /// <summary>Awards the open order of a deployment.</summary>
    internal static void Award(MarketRun run, int deployment, long height)
    {
        ref DeploymentRecord record = ref run.State.Deployments[deployment];
        int block = record.FirstBid;
        Span<BidRecord> bids = run.State.Bids[block][..record.BidCount];
        int chosen = Choose(run, record, bids);
        bool isLeased = chosen >= 0 && Lease(run, ref record, bids[chosen], height);
        for (int b = 0; b < bids.Length; b++)
        {
            bool isChosen = isLeased && b == chosen;
            bids[b].State = isChosen ? BidState.Active
                : isLeased ? MarketTransitions.Lost(bids[b].State, run.Chain)
                : MarketTransitions.Closed(bids[b].State);
            if (bids[b].Deposit > 0 || bids[b].Reserved > 0)
            {
                MarketBids.Release(run, ref bids[b]);
            }
        }

        record.FirstBid = -1;
        run.State.Bids.Free(block);
        if (isLeased)
        {
            MarketLeases.Schedule(run, deployment);
        }
        else
        {
            run.Counts.Unfilled++;
            MarketLeases.CloseDeployment(run, deployment, height);
        }
    }

    private static int Choose(MarketRun run, in DeploymentRecord record, ReadOnlySpan<BidRecord> bids)
    {
        long lowest = long.MaxValue;
        Span<BidShown> shown = stackalloc BidShown[bids.Length];
        Span<int> places = stackalloc int[bids.Length];
        int count = 0;
        for (int b = 0; b < bids.Length; b++)
        {
            ref ProviderRecord bidder = ref run.State.Providers[bids[b].Provider];
            bool isOpen = bids[b].State == BidState.Open;
            lowest = isOpen ? Math.Min(lowest, bids[b].Price) : lowest;
            bool isEligible = isOpen && (record.Preferred == 0 || record.Preferred == bidder.Account);
            if (isEligible)
            {
                places[count] = b;
                shown[count++] = new BidShown(
                    bids[b].Price, bidder.History, bidder.Ended,
                    System.Numerics.BitOperations.PopCount(bidder.Signed),
                    StableHash.Combine(record.Seed, bidder.Account));
            }
        }

        if (lowest < long.MaxValue)
        {
            (double price, double units) = run.Counts.Quoted;
            run.Counts.Quoted = (price + ((double)lowest * record.Units), units + record.Units);
        }

        int chosen = count == 0
            ? -1
            : run.Script<IAwardScript>(record.Tenant, record.Script)!.Choose(shown[..count]);
        return chosen >= 0 && chosen < count ? places[chosen] : -1;
    }

    private static bool Lease(MarketRun run, ref DeploymentRecord record, in BidRecord bid, long height)
    {
        ref ProviderRecord provider = ref run.State.Providers[bid.Provider];
        IBidScript script = run.Script<IBidScript>(provider.Receiver, provider.Script)!;
        Span<EscrowPayment> payments = new(ref record.Payment);
        ref readonly EscrowTerms terms = ref run.Terms(record.Currency);
        bool isPaid = Escrow.CreatePayment(ref record.Account, payments, 0, bid.Rate, (height, terms))
            == AkashError.None;
        if (!isPaid || (script.IgnoresCapacity && provider.Free < record.Units))
        {
            record.Payment.State = EscrowState.Closed;
            return false;
        }

        MarketTransitions.CreateLease(ref record.Standing);
        provider.Serve(height);
        provider.Leased += record.Units;
        record.Provider = bid.Provider;
        record.Price = bid.Price;
        record.BidDeposit = bid.Deposit;
        record.Start = height;
        record.PaidAt = height;
        record.End = height + record.Blocks;
        record.WithdrawAt = height + run.Spec.WithdrawBlocks;
        record.ServedAtStart = provider.Served;
        record.ServedAtPay = provider.Served;
        record.ReclaimedAt = -1;
        record.DeadlineAt = long.MaxValue;
        record.BenchmarkAt = MarketLeases.BenchmarkAt(run, record, provider);
        long full = Dec18.WholeQuotient(record.Account.Held, bid.Rate);
        record.DryAt = full >= record.Blocks ? long.MaxValue : height + full + 1 + run.Spec.FundsCheckBlocks;
        run.State.Leased += record.Units;
        run.Counts.Leases++;
        return true;
    }
}
