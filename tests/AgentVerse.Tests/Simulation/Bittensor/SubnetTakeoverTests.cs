using AgentVerse.Mechanisms.Intelligence.Bittensor;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Bittensor;

using Xunit;

namespace AgentVerse.Tests.Simulation.Bittensor;

/// <summary>A slot changes hands: who held the old subnet's alpha gets its pool, the lock is the new one's.</summary>
public sealed class SubnetTakeoverTests
{
    private const long Tao = 1_000_000_000;
    private const ulong Founder = 4242;

    private static readonly SmallChain Chain = new()
    {
        Ticks = 2,
        Chain = [("networkImmunityPeriod", 100_000L), ("lastLock", 0L), ("newSubnetEmissionDelay", 1000L)],
        Hyperparameters = [("uidsMax", 24L), ("tempo", 100L)],
        Groups =
        [
            [
                ("count", 2L), ("validatorsMedian", 4.0), ("nominators", "stakers"), ("owner", "owners"),
                ("subnetAge", 2_000_000L),
            ],
        ],
        Crowds =
        [
            new("miners", "miner", 60, ["idle"]), new("validators", "validator", 40, ["honest"]),
            new("stakers", "staker", 30, ["quiet"]), new("owners", "staker", 2, ["quiet"]),
        ],
    };

    [Fact]
    public void The_slot_is_that_of_the_lowest_price_and_costs_the_least_lock_at_first()
    {
        OneTick tick = new(Chain);
        ChainBulletin chain = tick.Board.Get<ChainBulletin>(0);
        ulong[] prices = [tick.Board.Get<SubnetBulletin>(1).MovingPrice, tick.Board.Get<SubnetBulletin>(2).MovingPrice];
        Assert.Equal(prices[0] < prices[1] ? 1 : 2, chain.SlotToEvict);
        Assert.Equal(1000 * Tao, chain.LockCost);
    }

    [Fact]
    public void Holders_of_alpha_get_the_pool_and_the_lock_is_the_new_pool()
    {
        OneTick tick = Slot();
        double other = tick.Board.Get<SubnetBulletin>(Other(tick)).AlphaPrice;
        Row[] rows = tick.Settle(Wish(3000 * Tao));
        Row owned = Assert.Single(rows, r => r.Kind == RowKinds.SubnetOwned);
        Assert.Equal((2000 * Tao, 1000 * Tao), (owned.Amount, owned.B));
        Row[] lost = [.. rows.Where(r => r.Kind == RowKinds.SubnetLost)];
        Assert.Equal(lost.Length, lost.Select(r => r.Receiver).Distinct().Count());
        Assert.All(tick.Spec.Neurons, n => Assert.Contains(lost, r => r.Receiver == n.Holder));
        Assert.All(tick.Spec.Nominations, n => Assert.Contains(lost, r => r.Receiver == n.Holder && r.Amount > 0));
        Assert.True(lost.Sum(r => r.Amount) > tick.Spec.Pool.Tao * 9 / 10);
        Assert.Equal(1000 * Tao, tick.Subnet.Accounts.Pool.Tao);
        SubnetBulletin subnet = (SubnetBulletin)tick.Bulletin!;
        Assert.Equal(other, subnet.AlphaPrice, 0.01 * other);
        Assert.Equal((Founder, 1000 * Tao, 1), (subnet.Owner, subnet.Lock, subnet.Uids));
        LedgerTests.OutsideThePoolIsTheSumOfItsAccounts(tick.Subnet);
    }

    /// <summary>Before and after, alpha held plus burned less minted is what there was; no unit is left over.</summary>
    [Fact]
    public void All_alpha_of_the_old_subnet_ceases()
    {
        OneTick tick = Slot();
        int alpha = tick.Spec.Alpha;
        long before = tick.Subnet.Accounts.AlphaIssuance;
        _ = tick.Settle(Wish(1000 * Tao));
        Assert.Equal(
            before + tick.Ledger!.Minted[alpha] - tick.Ledger.Burned[alpha], tick.Subnet.Accounts.AlphaIssuance);
        Assert.Equal(tick.Ledger.Held[alpha], tick.Subnet.Accounts.AlphaIssuance);
        Assert.True(tick.Ledger.Burned[alpha] > before);
    }

    [Fact]
    public void No_tao_is_emitted_before_its_time_but_alpha_is()
    {
        OneTick tick = Slot();
        _ = tick.Settle(Wish(1000 * Tao));
        long issued = tick.Subnet.TaoIssued;
        long alpha = tick.Subnet.Accounts.AlphaOut;
        _ = tick.SettleAt(1);
        Assert.Equal(issued, tick.Subnet.TaoIssued);
        Assert.True(tick.Subnet.Accounts.AlphaOut > alpha);
    }

    [Theory]
    [InlineData(999, Refusal.CannotAffordLockCost)]
    public void A_limit_below_the_lock_is_refused(long tao, Refusal reason)
    {
        Row refused = Assert.Single(Slot().Settle(Wish(tao * Tao)), r => r.Kind == RowKinds.Refused);
        Assert.Equal((tao * Tao, (long)reason), (refused.Amount, refused.A));
    }

    [Fact]
    public void A_second_registration_within_the_rate_limit_is_refused()
    {
        Row[] rows = Slot().Settle(Wish(9000 * Tao), Wish(9000 * Tao) with { Account = 77 });
        Assert.Single(rows, r => r.Kind == RowKinds.SubnetOwned);
        Row refused = Assert.Single(rows, r => r.Kind == RowKinds.Refused);
        Assert.Equal((9000 * Tao, (long)Refusal.RateLimitExceeded), (refused.Amount, refused.A));
    }

    [Fact]
    public void Another_slot_than_the_published_one_is_not_given_up()
    {
        OneTick tick = new(Chain, Other(Slot()));
        Row refused = Assert.Single(tick.Settle(Wish(9000 * Tao)), r => r.Kind == RowKinds.Refused);
        Assert.Equal((long)Refusal.SubnetLimitReached, refused.A);
    }

    /// <summary>Through the chain: the lock doubles, the slot closes for the rate limit, what nobody got is recycled.</summary>
    [Fact]
    public void The_chain_learns_of_the_registration_a_tick_later()
    {
        OneTick slot = Slot();
        OneTick chain = new(Chain, 0);
        _ = slot.Settle(Wish(1000 * Tao));
        List<Bulletin> bulletins = [.. Enumerable.Range(0, 3).Select(i => slot.Board[i])];
        bulletins[slot.Part.Info.Index] = slot.Bulletin!;
        chain.Board = new Board(bulletins, new Totals(0));
        _ = chain.Settle();
        ChainBulletin published = (ChainBulletin)chain.Bulletin!;
        SubnetBulletin subnet = (SubnetBulletin)slot.Bulletin!;
        Assert.Equal((-1, 1000 * Tao), (published.SlotToEvict, published.LastLock));
        Assert.InRange(published.LockCost, 1985 * Tao, 2000 * Tao);
        Assert.Equal(subnet.RegisteredAt, published.LastLockBlock);
        Assert.True(subnet.TaoRecycled > 0);
        long assigned = 300 * Tao / 2;
        Assert.InRange(
            published.Issuance - (10_760_000 * Tao) - subnet.TaoIssued + subnet.TaoRecycled, assigned - 600, assigned);
        int place = slot.Part.Info.Index - 1;
        Assert.Equal((0UL, false), (published.TaoOf(0, place), published.TaoOf(0, 1 - place) == 0));
    }

    [Fact]
    public void An_immune_subnet_is_no_slot()
    {
        OneTick tick = new(Chain with { Chain = [("networkImmunityPeriod", 300_000L), ("lastLock", 0L)] });
        Assert.Equal(-1, tick.Board.Get<ChainBulletin>(0).SlotToEvict);
    }

    [Fact]
    public void The_lock_falls_with_time_and_never_below_the_least()
    {
        SmallChain old = Chain with
        {
            Chain =
            [
                ("networkImmunityPeriod", 0L), ("lastLock", 4000 * Tao), ("lastLockAge", 25_200L),
            ],
        };
        LastSubnetLock last = new(4000 * Tao, 9_184_186 - 25_200);
        long cost = SubnetLock.Cost(last, 9_184_186, Tao / 2, new ChainParameters());
        Assert.Equal(cost, new OneTick(old).Board.Get<ChainBulletin>(0).LockCost);
        Assert.Equal(6000 * Tao, cost, 100.0 * Tao);
    }

    private static OneTick Slot()
    {
        int slot = new OneTick(Chain).Board.Get<ChainBulletin>(0).SlotToEvict;
        return new OneTick(Chain, slot);
    }

    private static int Other(OneTick tick) => 3 - tick.Part.Info.Index;

    private static Intent Wish(long limit) => OneTick.From(Founder, IntentKinds.RegisterSubnet, limit);
}
