using AgentVerse.Mechanisms.Intelligence.Bittensor;
using AgentVerse.Mechanisms.Intelligence.Bittensor.Arithmetic;

using Xunit;

namespace AgentVerse.Tests.Mechanisms.Intelligence.Bittensor;

public sealed class RegistrationTests
{
    private const long Tao = 1_000_000_000;
    private static readonly SubnetParameters Subnet = new() { MaxAllowedUids = 3, MinNonImmuneUids = 0 };

    private static readonly RegistrationCall Good = new()
    {
        Netuid = 1,
        Block = 9_000,
        Price = Tao,
        Balance = Tao,
        SubnetExists = true,
        IsAllowed = true,
        OwnsHotkey = true,
    };

    private readonly SubnetAccounts _accounts = new() { Pool = new Pool(1_000 * Tao, 1_000 * Tao), AlphaOut = 5 };

    [Fact]
    public void A_registration_buys_alpha_for_nobody_takes_the_next_uid_and_raises_the_price()
    {
        EpochState neurons = TestSubnets.Of(minerCount: 1, stakes: [10], capacity: 3);
        RegistrationResult result = NeuronRegistration.Register(Good, Subnet, _accounts, neurons, []);
        Assert.Equal(RegistrationError.None, result.Error);
        Assert.Equal(2, result.Uid);
        Assert.False(result.IsReplacement);
        Assert.Equal(1_260_000_000, result.NextPrice);
        Assert.Equal((1_001 * Tao) - result.AuthorTao, _accounts.Pool.Tao);
        Assert.Equal(5, _accounts.AlphaOut);
        Assert.True(Balancer.Price(_accounts.Pool) > U64F64.One);
        Assert.Equal(9_000, neurons.RegisteredAt[2]);
    }

    [Fact]
    public void In_a_full_subnet_the_least_emission_makes_room_and_its_traces_are_cleared()
    {
        EpochState neurons = TestSubnets.Of(minerCount: 2, stakes: [10]);
        neurons.Mechanisms[0].Weights.SetRow(0, [1, 2], [500, 700]);
        neurons.Mechanisms[0].Bonds.Set(0, 2, 9);
        PruneCandidate[] candidates = [new(0, 30, 1, false), new(1, 20, 1, false), new(2, 10, 1, false)];
        RegistrationResult result = NeuronRegistration.Register(Good, Subnet, _accounts, neurons, candidates);
        Assert.Equal(2, result.Uid);
        Assert.True(result.IsReplacement);
        Assert.Equal(3, neurons.NeuronCount);
        Assert.True(neurons.Mechanisms[0].Weights.TryGet(0, 2, out ushort weight) && weight == 0);
        Assert.True(neurons.Mechanisms[0].Bonds.TryGet(0, 2, out ushort bond) && bond == 9);
        Assert.Equal(9_000, neurons.Mechanisms[0].LastUpdate[2]);
    }

    [Fact]
    public void Each_defect_is_refused_by_its_name_in_the_chains_order()
    {
        (RegistrationError Error, RegistrationCall Call)[] defects =
        [
            (RegistrationError.RegistrationNotPermittedOnRootSubnet, Good with { Netuid = 0, SubnetExists = false }),
            (RegistrationError.SubnetNotExists, Good with { SubnetExists = false, PriceLimit = 1 }),
            (RegistrationError.RegistrationPriceLimitExceeded, Good with { PriceLimit = Tao - 1, IsAllowed = false }),
            (RegistrationError.SubNetRegistrationDisabled, Good with { IsAllowed = false, IsRegistered = true }),
            (RegistrationError.HotKeyAlreadyRegisteredInSubNet, Good with { IsRegistered = true, Balance = 0 }),
            (RegistrationError.NotEnoughBalanceToStake, Good with { Balance = Tao - 1, OwnsHotkey = false }),
            (RegistrationError.NonAssociatedColdKey, Good with { OwnsHotkey = false }),
        ];
        Assert.All(defects, d => Assert.Equal(d.Error, NeuronRegistration.Check(d.Call, hasNoPlace: true)));
        Assert.Equal(RegistrationError.NoNeuronIdAvailable, NeuronRegistration.Check(Good, hasNoPlace: true));
        Assert.Equal(RegistrationError.None, NeuronRegistration.Check(Good with { PriceLimit = Tao }, false));
    }

    [Fact]
    public void The_owners_earliest_hotkeys_are_immortal_and_its_own_comes_first()
    {
        PruneCandidate[] uids = [new(0, 1, 50, false), new(1, 1, 10, false), new(2, 1, 20, false), new(3, 1, 5, false)];
        SubnetParameters two = new() { ImmuneOwnerUidsLimit = 2 };
        Pruning.MarkImmortal(uids, [true, true, true, false], ownerUid: 0, two);
        Assert.Equal([true, true, false, false], uids.Select(u => u.IsImmortal));
        Pruning.MarkImmortal(uids, [true, true, true, false], ownerUid: -1, two);
        Assert.Equal([false, true, true, false], uids.Select(u => u.IsImmortal));
    }

    [Fact]
    public void Root_seats_go_to_more_stake_only()
    {
        ChainParameters chain = new() { RootSeats = 3 };
        Assert.Equal(RegistrationError.None, NeuronRegistration.SeatOnRoot([5, 3], 0, chain, out int free));
        Assert.Equal(2, free);
        Assert.Equal(RegistrationError.StakeTooLowForRoot, NeuronRegistration.SeatOnRoot([5, 3, 3], 3, chain, out _));
        Assert.Equal(RegistrationError.None, NeuronRegistration.SeatOnRoot([5, 3, 3], 4, chain, out int taken));
        Assert.Equal(1, taken);
    }

    [Fact]
    public void A_new_subnet_starts_at_the_median_price_with_its_whole_lock()
    {
        U64F64 median = SubnetRegistration.MedianPrice(
            [U64F64.FromDouble(0.5), U64F64.Zero, U64F64.FromDouble(0.01), U64F64.FromDouble(0.25), U64F64.FromDouble(0.03)]);
        Assert.Equal(0.14, median.ToDouble(), 12);
        Pool pool = SubnetRegistration.NewPool(2_800 * Tao, median, new ChainParameters());
        Assert.Equal(2_800 * Tao, pool.Tao);
        Assert.InRange(pool.Alpha, (20_000 * Tao) - 10, (20_000 * Tao) + 10);
        Assert.Equal(U64F64.One, SubnetRegistration.MedianPrice([]));
    }

    [Fact]
    public void Subnet_registration_checks_in_the_chains_order()
    {
        ChainParameters chain = new();
        SubnetCall good = new()
        {
            Block = 1_000_000,
            Last = new LastSubnetLock(1_000 * Tao, 900_000),
            BlockEmission = Tao / 2,
            SubnetCount = 127,
            Balance = 5_000 * Tao,
            OwnsHotkey = true,
            Mechanism = 1,
        };
        Assert.Equal(SubnetError.None, SubnetRegistration.Check(good, chain));
        Assert.Equal(SubnetError.NonAssociatedColdKey, SubnetRegistration.Check(good with { OwnsHotkey = false, Mechanism = 0 }, chain));
        Assert.Equal(SubnetError.MechanismDoesNotExist, SubnetRegistration.Check(good with { Mechanism = 0 }, chain));
        Assert.Equal(
            SubnetError.NetworkTxRateLimitExceeded,
            SubnetRegistration.Check(good with { Last = new LastSubnetLock(1, 992_801), SubnetCount = 128 }, chain));
        Assert.Equal(SubnetError.SubnetLimitReached, SubnetRegistration.Check(good with { SubnetCount = 128, Balance = 0 }, chain));
        Assert.Equal(SubnetError.None, SubnetRegistration.Check(good with { SubnetCount = 128, ToPrune = 4 }, chain));
        Assert.Equal(SubnetError.CannotAffordLockCost, SubnetRegistration.Check(good with { Balance = Tao }, chain));
    }

    [Fact]
    public void A_start_call_needs_the_owner_the_delay_and_happens_once()
    {
        ChainParameters chain = new() { StartCallDelay = 100 };
        Assert.Equal(SubnetError.NotSubnetOwner, SubnetRegistration.CheckStart(false, null, 0, 500, chain));
        Assert.Equal(
            SubnetError.FirstEmissionBlockNumberAlreadySet, SubnetRegistration.CheckStart(true, 7, 0, 500, chain));
        Assert.Equal(
            SubnetError.NeedWaitingMoreBlocksToStarCall, SubnetRegistration.CheckStart(true, null, 401, 500, chain));
        Assert.Equal(SubnetError.None, SubnetRegistration.CheckStart(true, null, 400, 500, chain));
    }
}
