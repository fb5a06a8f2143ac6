using AgentVerse.Mechanisms.Intelligence.Bittensor;
using AgentVerse.Mechanisms.Intelligence.Bittensor.Network;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Bittensor;

using Xunit;

namespace AgentVerse.Tests.Simulation.Bittensor;

/// <summary>Alpha is bought, held, earns and is sold as the pure mechanism says.</summary>
public sealed class SubnetStakingTests
{
    private const long Tao = 1_000_000_000;

    /// <summary>All TAO is issued, so pools stand still until somebody trades.</summary>
    private static readonly SmallChain Chain = new()
    {
        Ticks = 2,
        Chain = [("issuance", 21_000_000 * Tao)],
        Hyperparameters = [("uidsMax", 24L), ("tempo", 100L)],
        Groups = [[("validatorsMedian", 4.0), ("nominators", "stakers"), ("nominatedShare", 0.4)]],
        Crowds =
        [
            new("miners", "miner", 60, ["idle"]), new("validators", "validator", 40, ["honest"]),
            new("stakers", "staker", 30, ["quiet"]),
        ],
    };

    [Fact]
    public void A_purchase_gets_what_the_pool_pays_by_the_mechanism()
    {
        OneTick tick = new(Chain);
        ulong validator = tick.AccountAt(0);
        SubnetAccounts copy = new() { Pool = tick.Subnet.Accounts.Pool };
        StakeRequest request = new()
        {
            Amount = 50 * Tao, Available = 50 * Tao, SubnetExists = true, SubtokenEnabled = true, HotkeyExists = true,
        };
        StakeResult expected = Staking.Buy(copy, request, tick.Subnet.Parameters);
        Row row = Assert.Single(Settle(tick, Buy(900, validator, 50 * Tao)), r => r.Kind == RowKinds.Staked);
        Assert.Equal((expected.Received, (long)validator, 0), (row.A, row.B, row.Amount));
        Assert.Equal(expected.AuthorTao, tick.Subnet.FeesTao);
    }

    [Fact]
    public void A_limit_fills_in_part_and_a_limit_beyond_the_price_refuses()
    {
        OneTick tick = new(Chain);
        ulong validator = tick.AccountAt(0);
        long price = (long)(Balancer.Price(tick.Subnet.Accounts.Pool).ToDouble() * Tao);
        Row[] rows = Settle(
            tick, Buy(900, validator, 100_000 * Tao) with { C = price + (price / 100) },
            Buy(901, validator, 100 * Tao) with { C = price - (price / 50) });
        Row filled = Assert.Single(rows, r => r.Kind == RowKinds.Staked);
        Assert.InRange(filled.Amount, 1, (100_000 * Tao) - 1);
        Assert.Equal(
            1.01 * price, Balancer.Price(tick.Subnet.Accounts.Pool).ToDouble() * Tao, price * 1e-6);
        Row refused = Assert.Single(rows, r => r.Kind == RowKinds.Refused);
        Assert.Equal((100 * Tao, (long)Refusal.SlippageTooHigh), (refused.Amount, refused.A));
        Assert.Equal(IntentKinds.Stake, refused.B);
    }

    [Theory]
    [InlineData(12345UL, 50_000_000_000L, Refusal.UnknownHotkey)]
    [InlineData(0UL, 1000L, Refusal.AmountTooLow)]
    public void What_the_chain_would_refuse_gets_its_money_back(ulong hotkey, long amount, Refusal reason)
    {
        OneTick tick = new(Chain);
        ulong known = hotkey == 0 ? tick.AccountAt(0) : hotkey;
        Row row = Assert.Single(Settle(tick, Buy(900, known, amount)), r => r.Kind == RowKinds.Refused);
        Assert.Equal((amount, (long)reason), (row.Amount, row.A));
    }

    [Fact]
    public void Selling_all_closes_the_position_and_selling_more_is_refused()
    {
        OneTick tick = new(Chain);
        StakePosition position = Nominated(tick)[0];
        Intent sale = OneTick.From(position.Coldkey, IntentKinds.Unstake) with { A = (long)position.Hotkey };
        Row refused = Assert.Single(
            Settle(tick, sale with { B = position.Value * 9 }), r => r.Kind == RowKinds.Refused);
        Assert.Equal((long)Refusal.NotEnoughStake, refused.A);
        long value = tick.Subnet.Stakes.ValueOf(position.Hotkey, position.Coldkey);
        Row sold = Assert.Single(
            tick.SettleAt(1, sale with { B = long.MaxValue }), r => r.Kind == RowKinds.Unstaked);
        Assert.True(sold.Amount > 0 && sold.A >= value);
        Assert.Equal(0, tick.Subnet.Stakes.ValueOf(position.Hotkey, position.Coldkey));
    }

    /// <summary>Nobody is told of a nominator's dividend: it is in what the position is worth.</summary>
    [Fact]
    public void What_a_hotkey_earns_is_its_holders_income_and_the_growth_of_its_nominators()
    {
        OneTick tick = new(Chain);
        StakePosition[] before = Nominated(tick);
        ulong[] hotkeys = [.. before.Select(p => p.Hotkey).Distinct()];
        long[] totals = [.. hotkeys.Select(tick.Subnet.Stakes.StakeOf)];
        Row[] rows = Settle(tick);
        for (int h = 0; h < hotkeys.Length; h++)
        {
            StakePosition[] of = [.. before.Where(p => p.Hotkey == hotkeys[h])];
            long grown = of.Sum(p => tick.Subnet.Stakes.ValueOf(p.Hotkey, p.Coldkey) - p.Value);
            int uid = tick.Subnet.UidOf(hotkeys[h]);
            long income = rows.Where(r => r.Kind == RowKinds.Income && r.Receiver == tick.Subnet.Holder[uid])
                .Sum(r => r.A);
            long all = tick.Subnet.Stakes.StakeOf(hotkeys[h]) - totals[h];
            Assert.True(grown > 0);
            Assert.InRange(all - grown - income, 0, 3 * (of.Length + 1));
        }

        Assert.DoesNotContain(rows, r => r.Receiver.Population == 2);
    }

    [Fact]
    public void The_published_yield_is_what_a_nominator_earns()
    {
        OneTick tick = new(Chain);
        StakePosition[] before = Nominated(tick);
        _ = Settle(tick);
        SubnetBulletin subnet = (SubnetBulletin)tick.Bulletin!;
        foreach (StakePosition position in before)
        {
            double grown = tick.Subnet.Stakes.ValueOf(position.Hotkey, position.Coldkey) - position.Value;
            double perDay = grown / position.Value * 7200 / 300;
            double published = subnet.ValidatorStandings.ToArray().Single(v => v.Account == position.Hotkey).Yield;
            Assert.Equal(perDay, published, 0.2 * perDay);
        }
    }

    [Fact]
    public void A_take_is_cut_at_once_and_raised_only_after_its_time()
    {
        OneTick tick = new(Chain);
        ulong validator = tick.AccountAt(0);
        Intent set = OneTick.From(validator, IntentKinds.SetTake);
        Assert.DoesNotContain(Settle(tick, set with { A = 5000 }), r => r.Kind == RowKinds.Refused);
        SubnetBulletin subnet = (SubnetBulletin)tick.Bulletin!;
        Assert.Equal(5000, subnet.ValidatorStandings.ToArray().Single(v => v.Account == validator).Take);
        Row raise = Assert.Single(tick.SettleAt(1, set with { A = 6000 }), r => r.Kind == RowKinds.Refused);
        Assert.Equal((long)Refusal.RateLimitExceeded, raise.A);
        Row high = Assert.Single(tick.SettleAt(2, set with { A = 60_000 }), r => r.Kind == RowKinds.Refused);
        Assert.Equal((long)Refusal.OutOfRange, high.A);
        Row unknown = Assert.Single(
            tick.SettleAt(3, OneTick.From(4, IntentKinds.SetTake) with { A = 1 }), r => r.Kind == RowKinds.Refused);
        Assert.Equal((long)Refusal.UnknownHotkey, unknown.A);
    }

    /// <summary>Everybody else's rows stay as they are when senders are numbered otherwise.</summary>
    [Fact]
    public void Renumbering_the_senders_permutes_the_rows()
    {
        Row[] rows = Mixed(i => i);
        Row[] mirrored = Mixed(i => 499 - i);
        Assert.Equal(rows.Length, mirrored.Length);
        Assert.Contains(rows, r => r.Kind == RowKinds.Unstaked);
        for (int i = 0; i < rows.Length; i++)
        {
            Row row = mirrored[i];
            bool isMirrored = rows[i].Receiver.Population == 2
                && row.Receiver.Index == 499 - rows[i].Receiver.Index;
            Assert.True(isMirrored || row.Receiver == rows[i].Receiver);
            row.Receiver = rows[i].Receiver;
            Assert.Equal(rows[i], row);
        }
    }

    private static Row[] Mixed(Func<int, int> number)
    {
        OneTick tick = new(Chain);
        ulong validator = tick.AccountAt(0);
        List<Intent> intents = [];
        for (int i = 0; i < 500; i++)
        {
            ulong account = 100_000 + (ulong)(i / 2);
            Intent sale = OneTick.From(account, IntentKinds.Unstake) with { A = (long)validator, B = long.MaxValue };
            Intent wish = (i % 4) switch
            {
                0 => Buy(account, validator, (1 + (i % 7)) * Tao),
                2 => OneTick.From(account, IntentKinds.Register, 2 * Tao) with { C = i % 300 },
                _ => sale,
            };
            intents.Add(wish with { Ordinal = (byte)(i % 2), Sender = new AgentRef(2, number(i / 2 * 2)) });
        }

        return Settle(tick, [.. intents]);
    }

    private static Intent Buy(ulong account, ulong hotkey, long amount) =>
        OneTick.From(account, IntentKinds.Stake, amount) with { A = (long)hotkey };

    private static Row[] Settle(OneTick tick, params Intent[] intents)
    {
        Row[] rows = tick.Settle(intents);
        LedgerTests.OutsideThePoolIsTheSumOfItsAccounts(tick.Subnet);
        return rows;
    }

    private static StakePosition[] Nominated(OneTick tick) =>
    [
        .. Enumerable.Range(0, tick.Subnet.Stakes.Count).Select(i => tick.Subnet.Stakes[i])
            .Where(p => p.Hotkey != p.Coldkey),
    ];
}
