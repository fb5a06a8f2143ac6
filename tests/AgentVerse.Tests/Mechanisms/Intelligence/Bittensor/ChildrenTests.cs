using AgentVerse.Mechanisms.Intelligence.Bittensor;

using Xunit;

namespace AgentVerse.Tests.Mechanisms.Intelligence.Bittensor;

public sealed class ChildrenTests
{
    private static readonly ChainParameters Chain = new();

    private static readonly ChildrenCall Good = new()
    {
        Netuid = 1,
        Parent = 0,
        Children = [new ChildLink(0, 1, 1UL << 62), new ChildLink(0, 2, 1UL << 62)],
        SubnetExists = true,
        OwnsHotkey = true,
        Stake = 1_000_000_000_000,
    };

    [Fact]
    public void Each_defect_is_refused_by_its_name()
    {
        (ChildrenError Error, ChildrenCall Call)[] defects =
        [
            (ChildrenError.None, Good),
            (ChildrenError.TxRateLimitExceeded, Good with { BlocksSinceSetting = 149, Netuid = 0 }),
            (ChildrenError.RegistrationNotPermittedOnRootSubnet, Good with { Netuid = 0 }),
            (ChildrenError.SubnetNotExists, Good with { SubnetExists = false }),
            (ChildrenError.NonAssociatedColdKey, Good with { OwnsHotkey = false }),
            (ChildrenError.DuplicateChild, Good with { Children = [new(0, 1, 1), new(0, 1, 2)] }),
            (ChildrenError.InvalidChild, Good with { Children = [new(0, 0, 1)] }),
            (ChildrenError.TooManyChildren, Good with { Children = [.. Enumerable.Range(1, 6).Select(c => new ChildLink(0, c, 1))] }),
            (ChildrenError.ProportionOverflow, Good with { Children = [new(0, 1, ulong.MaxValue), new(0, 2, 1)] }),
            (ChildrenError.ChildParentInconsistency, Good with { Children = [new(0, 9, 1)] }),
            (ChildrenError.NotEnoughStakeToSetChildkeys, Good with { Stake = 999_999_999_999 }),
            (ChildrenError.None, Good with { Stake = 0, IsOwnerHotkey = true }),
            (ChildrenError.None, Good with { Stake = 0, Children = [] }),
        ];
        Assert.All(defects, d => Assert.Equal(d.Error, Children.Check(d.Call, [new ChildLink(9, 0, 5)], Chain)));
    }

    [Fact]
    public void Children_apply_after_the_cooldown_and_replace_the_old_ones()
    {
        List<ChildLink> links = [new ChildLink(0, 7, 3), new ChildLink(5, 6, 3)];
        List<PendingChildren> pending = [Children.Schedule(Good, 1_000, Chain)];
        Children.ApplyDue(pending, links, 8_200, hasStarted: true);
        Assert.Equal(7, links[0].Child);
        Children.ApplyDue(pending, links, 8_201, hasStarted: true);
        Assert.Equal([6, 1, 2], links.Select(l => l.Child));
        Assert.Empty(pending);
    }

    [Fact]
    public void Before_the_start_children_apply_at_once()
    {
        List<ChildLink> links = [];
        List<PendingChildren> pending = [Children.Schedule(Good, 1_000, Chain)];
        Children.ApplyDue(pending, links, 1_000, hasStarted: false);
        Assert.Equal(2, links.Count);
    }

    [Fact]
    public void Takes_have_a_range_and_raises_a_rate_limit()
    {
        Assert.Equal(TakeError.None, Takes.CheckRaise(100, 11_796, null, Chain));
        Assert.Equal(TakeError.DelegateTakeTooLow, Takes.CheckRaise(100, 100, null, Chain));
        Assert.Equal(TakeError.DelegateTakeTooHigh, Takes.CheckRaise(100, 11_797, null, Chain));
        Assert.Equal(TakeError.DelegateTxRateLimitExceeded, Takes.CheckRaise(100, 101, 216_000, Chain));
        Assert.Equal(TakeError.None, Takes.CheckRaise(100, 101, 216_001, Chain));
        Assert.Equal(TakeError.None, Takes.CheckCut(100, 0, Chain));
        Assert.Equal(TakeError.DelegateTakeTooLow, Takes.CheckCut(100, 100, Chain));
        Assert.Equal(TakeError.InvalidChildkeyTake, Takes.CheckChild(0, 11_797, null, Chain));
        Assert.Equal(TakeError.TxChildkeyTakeRateLimitExceeded, Takes.CheckChild(0, 5, 215_999, Chain));
        Assert.Equal(TakeError.None, Takes.CheckChild(10, 5, 0, Chain));
    }
}
