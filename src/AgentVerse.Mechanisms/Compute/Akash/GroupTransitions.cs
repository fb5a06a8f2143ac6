namespace AgentVerse.Mechanisms.Compute.Akash;

/// <summary>How groups change.</summary>
/// <remarks>
/// Source: akash-network/akash-api 439f3ee, go/node/deployment/v1beta3/types.go; akash-network/node v0.36.2,
/// x/deployment/keeper/keeper.go (OnCloseGroup, OnPauseGroup, OnStartGroup, OnBidClosed).
/// </remarks>
public static class GroupTransitions
{
    /// <summary>Whether a group can be closed.</summary>
    public static AkashError ValidateClosable(GroupState group) =>
        group == GroupState.Closed ? AkashError.GroupClosed : AkashError.None;

    /// <summary>Whether a group can be paused.</summary>
    public static AkashError ValidatePausable(GroupState group) => group switch
    {
        GroupState.Closed => AkashError.GroupClosed,
        GroupState.Paused => AkashError.GroupPaused,
        _ => AkashError.None,
    };

    /// <summary>Whether a group can be started.</summary>
    public static AkashError ValidateStartable(GroupState group) => group switch
    {
        GroupState.Closed => AkashError.GroupClosed,
        GroupState.Open => AkashError.GroupOpen,
        _ => AkashError.None,
    };

    /// <summary>Closes a group with its orders, bids and leases.</summary>
    public static AkashError Close(ref OrderStanding standing, long height)
    {
        AkashError error = ValidateClosable(standing.Group);
        if (error == AkashError.None)
        {
            standing.Group = GroupState.Closed;
            MarketTransitions.CloseAll(ref standing, LeaseState.Closed, height);
        }

        return error;
    }

    /// <summary>Pauses a group and ends its orders, bids and leases.</summary>
    public static AkashError Pause(ref OrderStanding standing, long height)
    {
        AkashError error = ValidatePausable(standing.Group);
        if (error == AkashError.None)
        {
            standing.Group = GroupState.Paused;
            MarketTransitions.CloseAll(ref standing, LeaseState.Closed, height);
        }

        return error;
    }

    /// <summary>Starts a group: it is open and has a fresh order.</summary>
    public static AkashError Start(ref OrderStanding standing)
    {
        AkashError error = ValidateStartable(standing.Group);
        if (error == AkashError.None)
        {
            standing.Group = GroupState.Open;
            error = MarketTransitions.CreateOrder(ref standing);
        }

        return error;
    }

    /// <summary>
    /// A provider walked away from the group's lease: the group is paused until the tenant starts it again.
    /// </summary>
    public static GroupState OnBidClosed(GroupState group, AkashParameters chain) =>
        ValidatePausable(group) == AkashError.None && chain.Holds(Rule.WalkingAwayPausesTheGroup)
            ? GroupState.Paused
            : group;
}
