namespace AgentVerse.Mechanisms.Intelligence.Bittensor;

/// <summary>Why children are not set; the names are the chain's.</summary>
public enum ChildrenError
{
    /// <summary>They are set, after their wait.</summary>
    None,

    /// <summary>The last setting was too recent.</summary>
    TxRateLimitExceeded,

    /// <summary>Root has no children.</summary>
    RegistrationNotPermittedOnRootSubnet,

    /// <summary>No such subnet.</summary>
    SubnetNotExists,

    /// <summary>The coldkey does not own the hotkey.</summary>
    NonAssociatedColdKey,

    /// <summary>A child stands twice.</summary>
    DuplicateChild,

    /// <summary>A hotkey cannot be its own child.</summary>
    InvalidChild,

    /// <summary>More children than may be.</summary>
    TooManyChildren,

    /// <summary>More than all stake would be lent.</summary>
    ProportionOverflow,

    /// <summary>A child is also a parent.</summary>
    ChildParentInconsistency,

    /// <summary>Own stake below the threshold.</summary>
    NotEnoughStakeToSetChildkeys,
}

/// <summary>A wish to lend stake to children, replacing all earlier children of the parent on the subnet.</summary>
public readonly record struct ChildrenCall
{
    /// <summary>The subnet; 0 is root.</summary>
    public required int Netuid { get; init; }

    /// <summary>Index of the parent hotkey.</summary>
    public required int Parent { get; init; }

    /// <summary>Its new children; an empty list takes all stake back.</summary>
    public required IReadOnlyList<ChildLink> Children { get; init; }

    /// <summary>Whether the subnet exists.</summary>
    public required bool SubnetExists { get; init; }

    /// <summary>Whether the caller owns the parent hotkey.</summary>
    public required bool OwnsHotkey { get; init; }

    /// <summary>Whether the parent is the subnet owner's hotkey, which needs no stake.</summary>
    public bool IsOwnerHotkey { get; init; }

    /// <summary>Stake of the parent hotkey, rao-equivalents.</summary>
    public required long Stake { get; init; }

    /// <summary>Blocks since the parent last set children here; none if it never did.</summary>
    public long? BlocksSinceSetting { get; init; }
}

/// <summary>Children that wait for their block.</summary>
/// <param name="Parent">Index of the parent hotkey.</param>
/// <param name="Children">Its new children.</param>
/// <param name="CooldownBlock">They apply after an epoch later than this block.</param>
public sealed record PendingChildren(int Parent, IReadOnlyList<ChildLink> Children, long CooldownBlock);

/// <summary>The setting of children: checked now, applied after the wait and the next epoch.</summary>
/// <remarks>
/// Source: opentensor/subtensor 14bc6f9f, pallets/subtensor/src/staking/set_children.rs (do_schedule_children,
/// schedule_or_apply_ck, do_set_pending_children, ensure_pending_consistency, do_set_root_validators_for_subnet).
/// </remarks>
public static class Children
{
    /// <summary>
    /// A link that lends all stake, as root validators with auto-delegation lend to a new subnet's owner.
    /// </summary>
    public static ChildLink Whole(int parent, int child) => new(parent, child, ulong.MaxValue);

    /// <summary>The first check that fails, in the chain's order.</summary>
    public static ChildrenError Check(in ChildrenCall call, IReadOnlyList<ChildLink> links, ChainParameters chain)
    {
        int parent = call.Parent;
        bool isTooFast = call.BlocksSinceSetting < chain.SetChildrenRateLimit;
        bool needsStake = call.Children.Count > 0 && !call.IsOwnerHotkey;
        return isTooFast ? ChildrenError.TxRateLimitExceeded
            : call.Netuid == 0 ? ChildrenError.RegistrationNotPermittedOnRootSubnet
            : !call.SubnetExists ? ChildrenError.SubnetNotExists
            : !call.OwnsHotkey ? ChildrenError.NonAssociatedColdKey
            : HasDuplicate(call.Children) ? ChildrenError.DuplicateChild
            : call.Children.Any(link => link.Child == parent) ? ChildrenError.InvalidChild
            : call.Children.Count > chain.MaxChildren ? ChildrenError.TooManyChildren
            : Overflows(call.Children) ? ChildrenError.ProportionOverflow
            : HasParentAmong(call.Children, parent, links) ? ChildrenError.ChildParentInconsistency
            : needsStake && call.Stake < chain.StakeThreshold ? ChildrenError.NotEnoughStakeToSetChildkeys
            : ChildrenError.None;
    }

    /// <summary>
    /// When children that passed the check apply: at once on a subnet that has not started, otherwise after an epoch
    /// that runs later than the cooldown.
    /// </summary>
    public static PendingChildren Schedule(in ChildrenCall call, long block, ChainParameters chain) =>
        new(call.Parent, call.Children, block + chain.PendingChildrenCooldown);

    /// <summary>
    /// Applies what is due after an epoch of the subnet (or at once before its start): each parent's links are
    /// replaced, unless that would make one of its parents its child.
    /// </summary>
    /// <param name="pending">What waits; due ones are removed.</param>
    /// <param name="links">The subnet's links; changed.</param>
    /// <param name="block">Now.</param>
    /// <param name="hasStarted">Whether the start call was made.</param>
    public static void ApplyDue(List<PendingChildren> pending, List<ChildLink> links, long block, bool hasStarted)
    {
        foreach (PendingChildren change in pending)
        {
            bool isDue = change.CooldownBlock < block || !hasStarted;
            if (isDue && !HasParentAmong(change.Children, change.Parent, links))
            {
                links.RemoveAll(link => link.Parent == change.Parent);
                links.AddRange(change.Children);
            }
        }

        pending.RemoveAll(change => change.CooldownBlock < block || !hasStarted);
    }

    private static bool HasDuplicate(IReadOnlyList<ChildLink> children)
    {
        for (int i = 1; i < children.Count; i++)
        {
            for (int j = 0; j < i; j++)
            {
                if (children[i].Child == children[j].Child)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool Overflows(IReadOnlyList<ChildLink> children)
    {
        UInt128 sum = UInt128.Zero;
        foreach (ChildLink link in children)
        {
            sum += link.Proportion;
        }

        return sum > ulong.MaxValue;
    }

    private static bool HasParentAmong(
        IReadOnlyList<ChildLink> children, int parent, IReadOnlyList<ChildLink> links) =>
        children.Any(child => links.Any(link => link.Child == parent && link.Parent == child.Child));
}
