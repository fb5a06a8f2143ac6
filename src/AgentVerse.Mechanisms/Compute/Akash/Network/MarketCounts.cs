namespace AgentVerse.Mechanisms.Compute.Akash.Network;

/// <summary>What happened in a market in one tick.</summary>
internal sealed class MarketCounts
{
    /// <summary>Deployments made.</summary>
    internal long Orders;

    /// <summary>Bids placed.</summary>
    internal long Bids;

    /// <summary>Bids refused by the chain.</summary>
    internal long BidsRefused;

    /// <summary>Leases made.</summary>
    internal long Leases;

    /// <summary>Orders whose time was over without a lease.</summary>
    internal long Unfilled;

    /// <summary>Leases that ended.</summary>
    internal long Ended;

    /// <summary>Of them, for want of funds.</summary>
    internal long Dry;

    /// <summary>Of them, because the tenant's benchmark showed too little.</summary>
    internal long Rejected;

    /// <summary>Of them, because the provider walked away.</summary>
    internal long WalkedAway;

    /// <summary>Paid by tenants, fee included, by currency.</summary>
    internal long[] Gross = new long[3];

    /// <summary>Take fees, by currency.</summary>
    internal long[] Fees = new long[3];

    /// <summary>Paid by tenants, 1e-6 USD.</summary>
    internal long GrossUsd;

    /// <summary>Take fees, 1e-6 USD.</summary>
    internal long FeesUsd;

    /// <summary>Incentives paid, 1e-6 USD.</summary>
    internal long IncentiveUsd;

    /// <summary>Owed when deployments ended in the tick and not covered, 1e-6 USD.</summary>
    internal long DebtUsd;

    /// <summary>Paid back of such debts, 1e-6 USD.</summary>
    internal long RepaidUsd;

    /// <summary>Unit-blocks paid for in leases that ended.</summary>
    internal double PaidUnitBlocks;

    /// <summary>Unit-blocks received in them.</summary>
    internal double ReceivedUnitBlocks;

    /// <summary>Sum of the lowest bids on orders times their units, and of the units.</summary>
    internal (double Price, double Units) Quoted;
}
