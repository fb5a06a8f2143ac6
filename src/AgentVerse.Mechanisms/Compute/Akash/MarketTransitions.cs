namespace AgentVerse.Mechanisms.Compute.Akash;

/// <summary>How orders, bids and leases change; a state at its end never changes again.</summary>
/// <remarks>
/// Source: akash-network/node v0.36.2, x/market/keeper/keeper.go (CreateOrder, OnOrderMatched to OnGroupClosed) and
/// x/market/hooks/hooks.go. A lease of an overdrawn account always lacks funds, as since v1.0; the order of v0.36.2's
/// hooks calls it closed.
/// </remarks>
public static class MarketTransitions
{
    /// <summary>Opens the group's next order; refused while it has one that is not closed.</summary>
    public static AkashError CreateOrder(ref OrderStanding standing)
    {
        if (standing.Sequence > 0 && standing.Order != OrderState.Closed)
        {
            return standing.Order == OrderState.Active ? AkashError.OrderActive : AkashError.OrderNotOpen;
        }

        standing.Sequence++;
        standing.Order = OrderState.Open;
        standing.Bid = BidState.Open;
        standing.HasLease = false;
        standing.Lease = LeaseState.Closed;
        return AkashError.None;
    }

    /// <summary>Makes a lease of a bid: order, bid and lease are active.</summary>
    public static void CreateLease(ref OrderStanding standing)
    {
        standing.Order = OrderState.Active;
        standing.Bid = BidState.Active;
        standing.Lease = LeaseState.Active;
        standing.HasLease = true;
    }

    /// <summary>State of an open bid when another was chosen.</summary>
    public static BidState Lost(BidState bid, AkashParameters chain) =>
        bid == BidState.Open && chain.Holds(Rule.LostBidsAreNotClosed) ? BidState.Lost : bid;

    /// <summary>State of a bid when it is closed: one that has lost stays lost.</summary>
    public static BidState Closed(BidState bid) => bid == BidState.Lost ? bid : BidState.Closed;

    /// <summary>Whether a bid's deposit goes back: it does once the bid can no longer be chosen or paid for.</summary>
    public static bool ReturnsDeposit(BidState bid) => bid is BidState.Lost or BidState.Closed;

    /// <summary>Ends a running lease.</summary>
    public static void CloseLease(ref OrderStanding standing, LeaseState end, long height)
    {
        if (standing.IsLeased)
        {
            standing.Lease = end;
            standing.LeaseClosedOn = height;
        }
    }

    /// <summary>Ends order, bid and lease, as when the lease or its payment closes.</summary>
    public static void CloseAll(ref OrderStanding standing, LeaseState end, long height)
    {
        standing.Order = OrderState.Closed;
        standing.Bid = Closed(standing.Bid);
        CloseLease(ref standing, end, height);
    }

    /// <summary>
    /// A payment closed or ran dry: its order and bid close, its lease closes or lacks funds. Nothing if the bid is not
    /// active.
    /// </summary>
    public static void OnPaymentClosed(
        ref OrderStanding standing, EscrowState payment, long height, AkashParameters chain)
    {
        if (standing.Bid == BidState.Active)
        {
            bool lacksFunds = payment == EscrowState.Overdrawn && chain.Holds(Rule.LeasesOfOverdrawnAccountsLackFunds);
            CloseAll(ref standing, lacksFunds ? LeaseState.InsufficientFunds : LeaseState.Closed, height);
        }
    }

    /// <summary>
    /// A deployment's account closed or ran dry: deployment and group close; the group may lack funds.
    /// </summary>
    public static void OnAccountClosed(
        ref OrderStanding standing, EscrowState account, long height, AkashParameters chain)
    {
        if (standing.Deployment != DeploymentState.Active)
        {
            return;
        }

        standing.Deployment = DeploymentState.Closed;
        if (GroupTransitions.ValidateClosable(standing.Group) == AkashError.None)
        {
            bool lacksFunds = account == EscrowState.Overdrawn && chain.Holds(Rule.LeasesOfOverdrawnAccountsLackFunds);
            standing.Group = lacksFunds ? GroupState.InsufficientFunds : GroupState.Closed;
            CloseAll(ref standing, lacksFunds ? LeaseState.InsufficientFunds : LeaseState.Closed, height);
        }
    }
}
