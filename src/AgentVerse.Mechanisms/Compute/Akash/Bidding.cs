namespace AgentVerse.Mechanisms.Compute.Akash;

/// <summary>What is checked when a bid is placed or closed; the first failure wins.</summary>
/// <remarks>
/// Source: akash-network/node v0.36.2 and 3efe26bf, x/market/handler/server.go (CreateBid, CloseBid,
/// LeaseStartReclaim). A price above the order's has kept the name it had in v0.36.2.
/// </remarks>
public static class Bidding
{
    /// <summary>Whether a bid may be placed.</summary>
    public static AkashError Validate(in BidRequest bid, AkashParameters chain)
    {
        if (chain.Holds(Rule.BidDepositsHaveAMinimum)
            && (!bid.IsDepositToken || bid.Deposit < chain.BidMinDeposit))
        {
            return AkashError.InvalidDeposit;
        }

        if (chain.Holds(Rule.TheLimitOfBidsIsStrict)
            ? bid.BidCount > chain.OrderMaxBids
            : bid.BidCount >= chain.OrderMaxBids)
        {
            return AkashError.TooManyBids;
        }

        AkashError order = bid.Order switch
        {
            null => AkashError.OrderNotFound,
            OrderState.Active => AkashError.OrderActive,
            OrderState.Closed => AkashError.OrderClosed,
            _ => AkashError.None,
        };
        return order != AkashError.None ? order : ValidateOffer(bid, chain);
    }

    /// <summary>
    /// Whether the reclamation window of a bid is as the order requires and as governance allows.
    /// </summary>
    /// <param name="required">Least window of the order, s; null for none.</param>
    /// <param name="window">Window of the bid, s; null for none.</param>
    /// <param name="chain">Parameters.</param>
    public static AkashError ValidateWindow(long? required, long? window, AkashParameters chain)
    {
        if (required is { } least && chain.Holds(Rule.RequiredWindowsAreChecked))
        {
            if (window is null)
            {
                return AkashError.ReclamationRequired;
            }

            if (window < least)
            {
                return AkashError.TooShort;
            }
        }

        return window < chain.MinReclamationWindow || window > chain.MaxReclamationWindow
            ? AkashError.InvalidWindow
            : AkashError.None;
    }

    /// <summary>
    /// Whether a provider may walk away from a lease that may be reclaimed: once its deadline has come.
    /// </summary>
    /// <param name="startedAt">When reclamation began, s; null if it has not.</param>
    /// <param name="window">Window of the bid, s.</param>
    /// <param name="now">Time, s.</param>
    /// <param name="chain">Parameters.</param>
    public static AkashError ValidateWalkAway(long? startedAt, long window, long now, AkashParameters chain) =>
        startedAt is not { } start ? AkashError.NotStarted
        : now < start + window && chain.Holds(Rule.WindowsMustElapse) ? AkashError.WindowNotElapsed
        : AkashError.None;

    /// <summary>Whether a reclamation may begin.</summary>
    public static AkashError ValidateReclaim(bool hasLease, LeaseState lease, long? window, long? startedAt) =>
        !hasLease ? AkashError.UnknownLease
        : lease != LeaseState.Active ? AkashError.LeaseNotActive
        : window is null ? AkashError.NoReclamation
        : startedAt is not null ? AkashError.AlreadyReclaiming
        : AkashError.None;

    /// <summary>
    /// Closes a bid by its provider: an open one closes; of an active one order and lease close and the group is
    /// paused.
    /// </summary>
    /// <param name="standing">Where order, bid and lease stand.</param>
    /// <param name="exists">Whether there is such a bid, and its order.</param>
    /// <param name="walkAway">What <see cref="ValidateWalkAway"/> says, or none where the lease has no window.</param>
    /// <param name="height">Height.</param>
    /// <param name="chain">Parameters.</param>
    public static AkashError CloseBid(
        ref OrderStanding standing, (bool Bid, bool Order) exists, AkashError walkAway, long height,
        AkashParameters chain)
    {
        if (!exists.Bid || !exists.Order)
        {
            return exists.Bid ? AkashError.UnknownOrder : AkashError.UnknownBid;
        }

        if (standing.Bid == BidState.Open)
        {
            standing.Bid = MarketTransitions.Closed(standing.Bid);
            return AkashError.None;
        }

        AkashError error =
            !standing.HasLease ? AkashError.UnknownLease
            : !standing.IsLeased ? AkashError.LeaseNotActive
            : walkAway != AkashError.None ? walkAway
            : standing.Bid != BidState.Active ? AkashError.BidNotActive
            : AkashError.None;
        if (error == AkashError.None)
        {
            standing.Group = GroupTransitions.OnBidClosed(standing.Group, chain);
            MarketTransitions.CloseAll(ref standing, LeaseState.Closed, height);
        }

        return error;
    }

    private static AkashError ValidateOffer(in BidRequest bid, AkashParameters chain)
    {
        if (bid.Price is not { IsNegative: false } price)
        {
            return AkashError.BidInvalidPrice;
        }

        if (price > bid.OrderPrice && chain.Holds(Rule.BidsDoNotExceedTheOrder))
        {
            return AkashError.BidOverOrder;
        }

        AkashError error =
            !bid.OfferFits ? AkashError.CapabilitiesMismatch
            : !bid.IsRegistered ? AkashError.UnknownProvider
            : !bid.AttributesMatch && chain.Holds(Rule.AttributesMustMatch) ? AkashError.AttributeMismatch
            : !bid.CapabilitiesMatch ? AkashError.CapabilitiesMismatch
            : ValidateWindow(bid.WindowRequired, bid.Window, chain);
        return error == AkashError.None && bid.HasBid && chain.Holds(Rule.AProviderBidsOnceOnAnOrder)
            ? AkashError.BidExists
            : error;
    }
}
