using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Bittensor;

using Xunit;

namespace AgentVerse.Tests.Simulation.Bittensor;

/// <summary>TAO on root comes back one for one, with what root earned on all subnets.</summary>
public sealed class RootStakingTests
{
    private const long Tao = 1_000_000_000;

    private static readonly SmallChain Chain = new()
    {
        Ticks = 24,
        Chain =
        [
            ("rootNominators", "stakers"), ("rootNominatedShare", 0.25), ("rootStake", 1_000_000 * Tao),
        ],
        Hyperparameters = [("uidsMax", 24L), ("tempo", 100L)],
        Groups = [[("count", 2L), ("validatorsMedian", 4.0), ("priceMedian", 1.0), ("priceSpread", 0.1)]],
        Crowds =
        [
            new("miners", "miner", 60, ["idle"]), new("validators", "validator", 40, ["honest"]),
            new("stakers", "staker", 10, ["quiet"]),
        ],
    };

    [Fact]
    public void Stake_goes_in_and_comes_out_one_for_one()
    {
        OneTick tick = new(Chain, 0);
        ulong validator = tick.Board.Get<SubnetBulletin>(1).ValidatorStandings[0].Account;
        Intent stake = OneTick.From(7, IntentKinds.Stake, 50 * Tao) with { A = (long)validator };
        Row staked = Assert.Single(tick.Settle(stake));
        Assert.Equal((RowKinds.Staked, 0L, 50 * Tao), (staked.Kind, staked.Amount, staked.A));
        Assert.Equal(250_050 * Tao, tick.Ledger!.Held[0]);
        Intent back = OneTick.From(7, IntentKinds.Unstake) with { A = (long)validator, B = long.MaxValue };
        Row unstaked = Assert.Single(tick.SettleAt(1, back));
        Assert.Equal((RowKinds.Unstaked, 50 * Tao, 50 * Tao), (unstaked.Kind, unstaked.Amount, unstaked.A));
    }

    [Fact]
    public void What_root_cannot_do_gets_its_money_back()
    {
        OneTick tick = new(Chain, 0);
        ulong validator = tick.Board.Get<SubnetBulletin>(1).ValidatorStandings[0].Account;
        Row[] rows = tick.Settle(
            OneTick.From(7, IntentKinds.Stake, 50 * Tao) with { A = 12345 },
            OneTick.From(8, IntentKinds.Stake, 5) with { A = (long)validator },
            OneTick.From(9, IntentKinds.Register, 6),
            OneTick.From(10, IntentKinds.Unstake) with { A = (long)validator, B = 1 });
        Assert.Equal(
            [
                (Refusal.UnknownIntent, 6L), (Refusal.AmountTooLow, 5L), (Refusal.NotEnoughStake, 0L),
                (Refusal.UnknownHotkey, 50 * Tao),
            ],
            rows.Select(r => ((Refusal)r.A, r.Amount)).OrderBy(r => r.Item1));
    }

    /// <summary>
    /// What subnets burned up to the last tick but one is what the chain made: root's accounts grew by the same sum.
    /// </summary>
    [Fact]
    public void Every_rao_that_subnets_sell_for_root_is_staked_a_tick_later()
    {
        FinishedRun run = Chain.Run();
        long paid = run.Ticks("subnet/1").Concat(run.Ticks("subnet/2")).Where(t => t["tick"] < 23)
            .Sum(t => t["rootPaid"]);
        long held = run.Held("chain", "TAO", "rootStakes") + run.Held("chain", "TAO", "rootUnclaimed");
        Assert.True(paid > 0);
        Assert.Equal((250_000 * Tao) + paid, held);
        Assert.Equal(0, run.Held("chain", "TAO", "rootUnclaimed"));
    }

    [Fact]
    public void The_published_yield_is_what_a_day_brings_before_take()
    {
        FinishedRun run = Chain.Run();
        long grown = run.Held("chain", "TAO", "rootStakes") - (250_000 * Tao);
        double yield = BitConverter.Int64BitsToDouble(run.Ticks("chain")[^1]["rootYield"]);
        Assert.Equal((double)grown / (250_000 * Tao), yield, 0.15 * yield);
    }

    /// <summary>Alpha of agents is sold, a quarter here; that of others waits.</summary>
    [Fact]
    public void Agents_and_others_earn_in_proportion_to_stake()
    {
        FinishedRun run = Chain.Run();
        long waiting = run.Held("subnet/1", "alpha/1", "rootClaims");
        double sold = 0;
        foreach (IReadOnlyDictionary<string, long> tick in run.Ticks("subnet/1"))
        {
            sold += tick["rootPaid"] / BitConverter.Int64BitsToDouble(tick["alphaPrice"]);
        }

        Assert.Equal(3, waiting / sold, 0.1);
    }

    [Fact]
    public void Root_stake_counts_for_the_hotkeys_weight_on_its_subnet()
    {
        OneTick tick = new(Chain);
        _ = tick.Settle();
        ChainBulletin chain = tick.Board.Get<ChainBulletin>(0);
        Assert.True(chain.RootHotkeys.Length > 0);
        long seen = 0;
        for (int uid = 0; uid < tick.Subnet.Neurons.NeuronCount; uid++)
        {
            Assert.Equal(chain.RootStakeOf(tick.AccountAt(uid)), tick.Subnet.Neurons.RootStake[uid]);
            seen += tick.Subnet.Neurons.RootStake[uid];
        }

        Assert.True(seen > 0);
    }

    /// <summary>A flow of TAO into one subnet draws emission to it when flows allocate.</summary>
    [Fact]
    public void With_the_flow_allocator_emission_follows_what_users_stake()
    {
        SmallChain flow = Chain with
        {
            Ticks = 12,
            Chain = [("allocator", "flow")],
            Crowds = [.. Chain.Crowds.Take(2), new("stakers", "staker", 10, ["buyer"])],
        };
        FinishedRun run = flow.Run();
        Assert.True(run.Ticks("subnet/1").Sum(t => t["staked"]) > 0);
        Assert.True(run.Ticks("subnet/1")[^1]["taoIn"] > 2 * run.Ticks("subnet/2")[^1]["taoIn"]);
    }
}
