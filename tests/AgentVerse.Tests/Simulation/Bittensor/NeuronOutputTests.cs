using AgentVerse.Mechanisms.Intelligence.Bittensor;
using AgentVerse.Mechanisms.Intelligence.Bittensor.Network;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Bittensor;

using Xunit;

namespace AgentVerse.Tests.Simulation.Bittensor;

/// <summary>Registrations that wait, what a uid serves, and what validators see of both.</summary>
public sealed class NeuronOutputTests
{
    private const long Tao = 1_000_000_000;

    private static readonly SmallChain Chain = new()
    {
        Ticks = 2,
        Hyperparameters = [("uidsMax", 24L), ("tempo", 100L), ("immunityPeriod", 0L), ("minNonImmuneUids", 0L)],
        Groups = [[("validatorsMedian", 4.0)]],
        Crowds = [new("miners", "miner", 60, ["idle"]), new("validators", "validator", 40, ["honest"])],
    };

    /// <summary>The price halves in 360 blocks from 1 TAO: within a tick of 300 it passes 0.7.</summary>
    [Fact]
    public void A_registration_with_a_lifetime_waits_for_the_first_price_within_its_limit()
    {
        long limit = 700_000_000;
        Row[] rows = new OneTick(Chain).Settle(
            Bid(1, limit) with { C = 300 }, Bid(2, 1) with { C = 300 }, Bid(3, 1) with { C = long.MaxValue });
        Row registered = Assert.Single(rows, r => r.Kind == RowKinds.Registered);
        long factor = BurnPrice.DecayFactor(360);
        long price = Tao;
        while (price > limit)
        {
            price = BurnPrice.Decay(price, factor, new SubnetParameters());
        }

        Assert.Equal((price, limit - price), (registered.B, registered.Amount));
        Assert.Equal(2, rows.Count(r => r.Kind == RowKinds.Refused));
    }

    [Fact]
    public void Without_a_lifetime_or_with_one_too_short_it_is_refused()
    {
        Row[] rows = new OneTick(Chain).Settle(Bid(1, 700_000_000) with { Delay = 0 }, Bid(2, 1) with { C = 1 });
        Assert.All(
            rows.Where(r => r.Kind == RowKinds.Refused),
            r => Assert.Equal((long)Refusal.PriceLimitExceeded, r.A));
        Assert.Contains(rows, r => r.Kind == RowKinds.Refused && r.Amount == 1);
    }

    [Fact]
    public void Equal_models_have_equal_numbers_and_an_own_model_its_account()
    {
        OneTick tick = new(Chain with { Hyperparameters = [("uidsMax", 24L), ("tempo", 100L)] });
        Row[] rows = tick.Settle(
            Bid(1, 90 * Tao) with { D = 5 }, Bid(2, 90 * Tao) with { D = 5 }, Bid(3, 90 * Tao));
        ulong[] models =
        [
            .. new ulong[] { 1, 2, 3 }.Select(a => tick.Subnet.Model[tick.Subnet.UidOf(a)]),
        ];
        Assert.Equal(3, rows.Count(r => r.Kind == RowKinds.Registered));
        Assert.Equal([5UL, 5UL, 3UL], models);
        Intent serve = OneTick.From(1, IntentKinds.Serve) with { B = BitConverter.DoubleToInt64Bits(0.25) };
        _ = tick.SettleAt(1, serve, OneTick.From(2, IntentKinds.Serve) with { D = 9, B = -1 });
        Assert.Equal(1UL, tick.Subnet.Model[tick.Subnet.UidOf(1)]);
        Assert.Equal(0.25, tick.Subnet.Quality[tick.Subnet.UidOf(1)]);
        Assert.Equal((9UL, 0.0), (tick.Subnet.Model[tick.Subnet.UidOf(2)], tick.Subnet.Quality[tick.Subnet.UidOf(2)]));
    }

    [Fact]
    public void History_shows_the_last_sixteen_epochs_newest_first_and_nothing_of_a_former_holder()
    {
        ConsensusHistory history = new(4);
        for (ushort epoch = 1; epoch <= 20; epoch++)
        {
            history.Push([epoch, (ushort)(100 + epoch), 7]);
        }

        ushort[] memory = new ushort[64];
        ReadOnlySpan<ushort> shown = history.Of(3, memory);
        Assert.Equal(48, shown.Length);
        Assert.Equal([20, 120, 7, 19, 119, 7], shown[..6].ToArray());
        Assert.Equal([5, 105, 7], shown[^3..].ToArray());
        history.Forget(1);
        Assert.Equal([20, 0, 7, 19, 0, 7], history.Of(3, memory)[..6].ToArray());
    }

    [Fact]
    public void A_subnet_keeps_the_consensus_of_its_epochs()
    {
        OneTick tick = new(Chain);
        _ = tick.Settle();
        ushort[] memory = new ushort[ConsensusHistory.Epochs * 24];
        ReadOnlySpan<ushort> shown = tick.Subnet.History.Of(24, memory);
        Assert.Equal(4 * 24, shown.Length);
        Assert.Equal(tick.Subnet.Neurons.Consensus.ToArray(), shown[..24].ToArray());
    }

    [Fact]
    public void Smoothed_registrations_and_prices_move_by_a_half_in_a_day()
    {
        SmoothedRates rates = new();
        rates.Begin(1, 0, 0);
        rates.CountRegistration();
        SubnetAccounts accounts = new();
        for (int block = 0; block < 7200; block++)
        {
            rates.Pass(3, accounts, new ChainParameters());
        }

        Assert.Equal(2, rates.PriceDay, 1e-9);
        Assert.Equal(1 + (2 * (1 - Math.Pow(2, -1.0 / 7))), rates.PriceWeek, 1e-9);
        Assert.Equal(Math.Log(2) / 2, rates.RegistrationsPerDay, 1e-9);
    }

    private static Intent Bid(ulong account, long limit) => OneTick.From(account, IntentKinds.Register, limit) with
    {
        B = BitConverter.DoubleToInt64Bits(1),
    };
}
