using AgentVerse.Mechanisms.Intelligence.Bittensor;

using Xunit;

namespace AgentVerse.Tests.Mechanisms.Intelligence.Bittensor;

public sealed class ConvictionTests
{
    private const long HalfLife = 648_000;
    private static readonly ChainParameters Chain = new();
    private static readonly LockState Million = new(1_000_000_000, 0, 0);
    private static readonly LockKind Decaying = new(false, false), Perpetual = new(true, false);

    [Fact]
    public void A_decaying_lock_halves_in_90_days_and_its_conviction_first_rises()
    {
        LockState rolled = Conviction.Roll(Million, HalfLife, Decaying, Chain);
        Assert.InRange(rolled.LockedAlpha, 499_900_000, 500_100_000);
        Assert.InRange(rolled.Conviction, 346_000_000, 347_000_000);
    }

    [Fact]
    public void A_perpetual_lock_stays_and_its_conviction_grows_towards_it()
    {
        LockState rolled = Conviction.Roll(Million, HalfLife, Perpetual, Chain);
        Assert.Equal(Million.LockedAlpha, rolled.LockedAlpha);
        Assert.InRange(rolled.Conviction, 499_900_000, 500_100_000);
        Assert.InRange(Conviction.Roll(rolled, 50 * HalfLife, Perpetual, Chain).Conviction, 999_999_000, 1_000_000_000);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Rolling_in_two_steps_is_rolling_in_one(bool isPerpetual)
    {
        LockKind kind = new(isPerpetual, false);
        LockState once = Conviction.Roll(Million, 300_000, kind, Chain);
        LockState twice = Conviction.Roll(Conviction.Roll(Million, 100_000, kind, Chain), 300_000, kind, Chain);
        Assert.InRange(twice.LockedAlpha - once.LockedAlpha, -1, 1);
        Assert.Equal(once.Conviction, twice.Conviction, 0.5);
    }

    [Fact]
    public void Other_rates_of_unlocking_come_close_to_equal_ones()
    {
        ChainParameters close = Chain with { UnlockRate = Chain.UnlockRate + 1 };
        double equal = Conviction.Roll(Million, HalfLife, Decaying, Chain).Conviction;
        Assert.Equal(equal, Conviction.Roll(Million, HalfLife, Decaying, close).Conviction, equal * 1e-5);
    }

    [Fact]
    public void The_owners_lock_has_conviction_at_once()
    {
        LockState locked = Conviction.Add(default, 500, 10, new LockKind(false, IsOwners: true), Chain);
        Assert.Equal(new LockState(500, 500, 10), locked);
        Assert.Equal(0, Conviction.Add(default, 500, 10, Decaying, Chain).Conviction);
    }

    [Fact]
    public void Dust_vanishes() =>
        Assert.Equal(0, Conviction.Roll(new LockState(99, 99, 0), 1, Perpetual, Chain).LockedAlpha);

    [Fact]
    public void Moving_locked_alpha_moves_its_share_of_conviction()
    {
        LockState lockState = new(1_000, 400, 5);
        Assert.Equal(new LockState(750, 300, 5), Conviction.Reduce(lockState, 250));
        Assert.Equal(new LockState(0, 0, 5), Conviction.Reduce(lockState, 1_000));
    }

    [Fact]
    public void Locks_are_refused_by_name()
    {
        Assert.Equal(LockError.AmountTooLow, Conviction.CheckLock(0, default, 10, true, true));
        Assert.Equal(LockError.HotKeyAccountNotExists, Conviction.CheckLock(1, default, 10, false, false));
        Assert.Equal(LockError.LockHotkeyMismatch, Conviction.CheckLock(1, default, 10, true, false));
        Assert.Equal(LockError.InsufficientStakeForLock, Conviction.CheckLock(6, new(5, 0, 0), 10, true, true));
        Assert.Equal(LockError.None, Conviction.CheckLock(5, new(5, 0, 0), 10, true, true));
    }

    [Fact]
    public void A_subnet_changes_hands_by_a_tenth_of_its_alpha_after_a_year()
    {
        long year = Chain.OwnerChangeAge;
        Assert.True(Conviction.MayChangeOwner(1_000, 100, 7, year + 7, Chain));
        Assert.False(Conviction.MayChangeOwner(1_000, 99.9, 7, year + 7, Chain));
        Assert.False(Conviction.MayChangeOwner(1_000, 100, 7, year + 6, Chain));
        Assert.False(Conviction.MayChangeOwner(0, 100, 7, year + 7, Chain));
        Assert.Equal(2, Conviction.King([1, 5, 5, 3]));
        Assert.Equal(-1, Conviction.King([]));
    }
}
