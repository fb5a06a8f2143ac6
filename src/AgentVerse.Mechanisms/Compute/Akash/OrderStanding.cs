using System.Runtime.InteropServices;

namespace AgentVerse.Mechanisms.Compute.Akash;

/// <summary>
/// Where the one group of a deployment stands: its newest order and, if it has one, the bid and lease on it.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
public struct OrderStanding
{
    /// <summary>State of the deployment.</summary>
    public DeploymentState Deployment;

    /// <summary>State of the group.</summary>
    public GroupState Group;

    /// <summary>State of the order.</summary>
    public OrderState Order;

    /// <summary>State of the chosen bid.</summary>
    public BidState Bid;

    /// <summary>State of the lease.</summary>
    public LeaseState Lease;

    /// <summary>Number of the group's newest order, from 1; 0 for none.</summary>
    public int Sequence;

    /// <summary>Height at which the lease ended.</summary>
    public long LeaseClosedOn;

    /// <summary>Whether there is a lease, running or ended.</summary>
    public bool HasLease;

    /// <summary>Whether the lease runs.</summary>
    public readonly bool IsLeased => HasLease && Lease is LeaseState.Active or LeaseState.Reclaiming;
}
