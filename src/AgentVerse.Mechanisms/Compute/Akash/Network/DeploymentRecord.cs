using System.Runtime.InteropServices;
using AgentVerse.Model.Contracts;

namespace AgentVerse.Mechanisms.Compute.Akash.Network;

/// <summary>A deployment of one group of one order at a time, from its deposit to its end.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct DeploymentRecord
{
    /// <summary>Its escrow account.</summary>
    internal EscrowAccount Account;

    /// <summary>What its lease is paid.</summary>
    internal EscrowPayment Payment;

    /// <summary>Where order, bid and lease stand.</summary>
    internal OrderStanding Standing;

    /// <summary>Key of the tenant's account.</summary>
    internal ulong TenantAccount;

    /// <summary>Drawn hash: its bidders, ties of its events.</summary>
    internal ulong Seed;

    /// <summary>Account of the one provider that may have it; 0 for any.</summary>
    internal ulong Preferred;

    /// <summary>Most that is paid, 1e-6 USD a unit and hour.</summary>
    internal long PriceMost;

    /// <summary>Price of the lease, in the same unit.</summary>
    internal long Price;

    /// <summary>Whole base units in the account and its payment.</summary>
    internal long Held;

    /// <summary>Deposit of the chosen bid, uakt.</summary>
    internal long BidDeposit;

    /// <summary>Blocks that the lease is wanted for.</summary>
    internal long Blocks;

    /// <summary>Height at which bids are no longer waited for.</summary>
    internal long AwardAt;

    /// <summary>Height of the lease's start.</summary>
    internal long Start;

    /// <summary>Height at which the tenant closes the lease.</summary>
    internal long End;

    /// <summary>Height of the provider's next withdrawal.</summary>
    internal long WithdrawAt;

    /// <summary>Height at which the provider notices that the money has run out.</summary>
    internal long DryAt;

    /// <summary>Height of the tenant's benchmark.</summary>
    internal long BenchmarkAt;

    /// <summary>Height at which a reclamation began; -1 for none.</summary>
    internal long ReclaimedAt;

    /// <summary>Height at which the provider may walk away.</summary>
    internal long DeadlineAt;

    /// <summary>The provider's integral at the start, and at the last payment.</summary>
    internal double ServedAtStart;

    /// <summary>The provider's integral at the last payment.</summary>
    internal double ServedAtPay;

    /// <summary>Height of the last payment.</summary>
    internal long PaidAt;

    /// <summary>Paid so far, 1e-6 USD.</summary>
    internal long PaidUsd;

    /// <summary>Unit-blocks paid for in leases before the present one, and received.</summary>
    internal double EarlierPaid;

    /// <summary>Unit-blocks received in leases before the present one.</summary>
    internal double EarlierReceived;

    /// <summary>Number among the market's deployments, from 1; 0 for a free record.</summary>
    internal long Number;

    /// <summary>Whom rows go to.</summary>
    internal AgentRef Tenant;

    /// <summary>Policy whose script awards.</summary>
    internal int Script;

    /// <summary>What it is paid in.</summary>
    internal Currency Currency;

    /// <summary>Units asked for.</summary>
    internal int Units;

    /// <summary>Record of the provider; -1 for none.</summary>
    internal int Provider;

    /// <summary>First of its bids in the book of bids; -1 for none.</summary>
    internal int FirstBid;

    /// <summary>Bids kept.</summary>
    internal int BidCount;

    /// <summary>Whether it ended owing.</summary>
    internal bool HasOwed;

    /// <summary>Bids ever placed on the order.</summary>
    internal int BidsPlaced;

    /// <summary>Height of the next event.</summary>
    internal readonly long NextAt => Standing.IsLeased
        ? Math.Min(Math.Min(Math.Min(End, WithdrawAt), Math.Min(DryAt, BenchmarkAt)), DeadlineAt)
        : AwardAt;
}
