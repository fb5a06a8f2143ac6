using AgentVerse.Model.Contracts;

using Xunit;

namespace AgentVerse.Tests.Simulation.Bittensor;

/// <summary>Nominators go where it is worth most, and their books agree with the chain's.</summary>
public sealed class NominatorTests
{
    private const long Tao = 1_000_000_000;

    /// <summary>One subnet of two equal honest validators, and nominators who review in every tick.</summary>
    private static SmallChain Two(params (string Key, object? Value)[] own) => new()
    {
        Ticks = 30,
        Hyperparameters = [("uidsMax", 16L), ("tempo", 50L), ("commitReveal", false)],
        Groups =
        [
            [
                ("validatorsMedian", 2.0), ("validatorsSpread", 0.0), ("stakeShape", 10.0), ("nominators", "stakers"),
                ("priceSpread", 0.0),
            ],
        ],
        Crowds =
        [
            new("miners", "miner", 30, ["idle"]), new("validators", "validator", 4, ["honest"]),
            new("stakers", "nominator", 20, ["honest"])
            {
                Own = [("temperature", 0.0), ("reviewRate", 100.0), ("switchCost", 0.0), .. own],
            },
        ],
    };

    /// <summary>
    /// Pools of some 10,000 TAO: ten TAO go where the yield is, a fortune would pay nearly all of itself for entering.
    /// </summary>
    [Theory]
    [InlineData(10, 1)]
    [InlineData(1_000_000, 0)]
    public void The_small_go_to_the_subnet_and_the_large_to_root_which_has_no_pool(long tao, long subnet)
    {
        SmallChain chain = Two(("startWallet", tao * Tao), ("reservationIncome", 0.0), ("trendTrust", 0.0));
        FinishedRun run = (chain with
        {
            Groups = [[.. chain.Groups[0], ("nominators", ""), ("priceMedian", 1.0), ("poolShare", 0.01), ("count", 2L)]],
        }).Run();
        Assert.All(run.Agents("stakers"), a => Assert.Equal(subnet, Math.Sign(a["subnet"])));
        Assert.Equal(subnet == 0, run.Held("chain", "TAO", "rootStakes") > 0);
    }

    [Fact]
    public void None_moves_where_moving_costs_more_than_it_brings() =>
        Assert.All(TwoTakes(("switchCost", 1e9)).Run().Agents("stakers"), a => Assert.Equal(0, a["orders"]));

    /// <summary>One validator asks no take: at temperature 0 all go there, though both earn the same.</summary>
    [Fact]
    public void Of_two_validators_the_one_with_the_lower_take_gets_them_all()
    {
        FinishedRun run = TwoTakes().Run();
        ulong cheap = AccountKey.Of("cheap", 0, 0);
        Assert.All(run.Agents("stakers"), a => Assert.Equal((1L, (long)cheap), (a["subnet"], a["hotkey"])));
        Assert.Equal(0, run.Subnets[0].Stakes.Hotkeys.TakeOf(cheap));
    }

    private static SmallChain TwoTakes(params (string Key, object? Value)[] own)
    {
        SmallChain chain = Two([("trendTrust", 0.0), ("reservationIncome", 0.0), ("startWallet", 0L), .. own]);
        return chain with
        {
            Ticks = 40,
            Chain = [("taoWeight", 0.0)],
            PanelEvery = 1,
            Groups =
            [
                [
                    .. chain.Groups[0], ("validatorsMedian", 1.0), ("nominatedShare", 0.01),
                    ("blocs", new[] { BlocTests.Bloc(("validators", "cheap"), ("stakeShare", 0.5)) }),
                ],
            ],
            Crowds =
            [
                .. chain.Crowds,
                new("cheap", "validator", 1, ["honest"]) { Own = [("take", 0.0), ("takeReviewRate", 100.0)] },
            ],
        };
    }

    [Fact]
    public void Whoever_could_have_more_elsewhere_sells_and_holds_tao()
    {
        FinishedRun run = Two(("reservationIncome", 1.0), ("reservationIncomeSpread", 0.0)).Run();
        Assert.All(run.Agents("stakers"), a => Assert.Equal((-1L, 0L), (a["subnet"], a["alpha"])));
        Assert.All(run.Agents("stakers"), a => Assert.Equal((10 * Tao) + a["received"], a["TAO"]));
        Assert.Equal(run.Subnets[0].Neurons.NeuronCount, run.Subnets[0].Stakes.Count);
    }

    /// <summary>A sale in t, a purchase in t + 1: between them there is no position.</summary>
    [Fact]
    public void A_move_takes_two_ticks_and_no_rao_is_lost_in_the_books()
    {
        FinishedRun run = TwoTakes().Run();
        IReadOnlyDictionary<string, long>[] rows =
            [.. run.Rows("agents").Where(r => run.Name(r["population"]) == "stakers").OrderBy(r => r["tick"])];
        foreach (IGrouping<long, IReadOnlyDictionary<string, long>> agent in rows.GroupBy(r => r["agent"]))
        {
            long[] subnets = [.. agent.Select(r => r["subnet"])];
            int left = Array.IndexOf(subnets, -1L);
            Assert.True(left < 0 || (subnets[left - 1], subnets[left + 1]) == (1, 1));
        }

        Assert.Contains(rows, r => r["subnet"] == -1);
        Assert.All(run.Agents("stakers"), a => Assert.Equal(a["received"] - a["paid"], a["TAO"]));
    }

    /// <summary>The position that each agent counts is, dividends apart, what the subnet's book has.</summary>
    [Fact]
    public void Agents_and_subnets_agree_on_every_position()
    {
        FinishedRun run = (Two(("temperature", 0.5)) with { Ticks = 40 }).Run();
        Assert.All(run.Agents("stakers").Where(a => a["subnet"] == 1), a =>
        {
            ulong account = AccountKey.Of("stakers", (int)a["agent"], 0);
            long value = run.Subnets[0].Stakes.ValueOf((ulong)a["hotkey"], account);
            Assert.InRange(value, a["alpha"] - 1, (long)(a["alpha"] * 1.2) + 1);
        });
        Assert.Contains(run.Agents("stakers"), a => a["subnet"] == 1);
    }

    /// <summary>Several withdrawals a day: what is staked stays, what it earns comes out, and nothing else.</summary>
    [Fact]
    public void A_withdrawal_takes_what_the_stake_has_earned()
    {
        SmallChain chain = Two(("reviewRate", 0.0)) with { Ticks = 40 };
        chain = chain with { Groups = [[.. chain.Groups[0], ("priceMedian", 1.0)]] };
        FinishedRun kept = chain.Run();
        FinishedRun run = WithOwn(chain, ("withdrawalsPerDay", 12.0)).Run();
        foreach (IReadOnlyDictionary<string, long> agent in run.Agents("stakers"))
        {
            IReadOnlyDictionary<string, long> before = kept.Agents("stakers")[(int)agent["agent"]];
            double left = Value(run, agent);
            Assert.InRange(agent["orders"], 2, 30);
            Assert.Equal((before["alpha"], (10 * Tao) + agent["received"]), (agent["alpha"], agent["TAO"]));
            Assert.InRange(left, agent["alpha"] * 0.995, Value(kept, before) - 1);
        }

        static long Value(FinishedRun run, IReadOnlyDictionary<string, long> agent) => run.Subnets[0].Stakes.ValueOf(
            (ulong)agent["hotkey"], AccountKey.Of("stakers", (int)agent["agent"], 0));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public void Withdrawals_do_not_depend_on_the_size_of_cohorts(int cohortSize)
    {
        SmallChain chain = WithOwn(Two(("temperature", 0.5)), ("withdrawalsPerDay", 12.0));
        FinishedRun whole = chain.Run();
        FinishedRun cut = chain.Run(cohortSize);
        Assert.Equal(whole.Digests.Ticks.Sum, cut.Digests.Ticks.Sum);
        Assert.Equal(whole.Digests.Agents.Sum, cut.Digests.Agents.Sum);
    }

    /// <summary>Where TAO has a market what was withdrawn is sold for dollars in the tick after.</summary>
    [Fact]
    public void What_was_withdrawn_is_sold_for_dollars()
    {
        FinishedRun run = FinishedRun.Of(Miners.MinerWorld.Read("""
            scenario: 1
            name: withdrawing
            start: 2026-10-01
            tick: 1h
            ticks: 48
            seed: 3
            networks:
              bittensor:
                hyperparameters: {uidsMax: 24, tempo: 100}
                subnets: [{count: 2, miners: miners, validators: validators, nominators: stakers}]
              markets:
                tokens:
                  - {token: TAO, mode: pool, price: 270, depth: 1500000, circulating: 10760000}
            populations:
              - {name: miners, kind: miner, count: 60, policies: [idle]}
              - {name: validators, kind: validator, count: 60, policies: [honest]}
              - {name: stakers, kind: nominator, count: 100, policies: [honest], reviewRate: 0, withdrawalsPerDay: 6}
            """));
        IReadOnlyDictionary<string, long>[] agents = run.Agents("stakers");
        Assert.True(agents.Count(a => a["USD"] > 0) > 50);
        Assert.True(run.Ticks("stakers").Sum(t => t["intents"]) > run.Ticks("stakers").Sum(t => t["orders"]));
        Assert.All(agents.Where(a => a["USD"] == 0), a => Assert.InRange(a["TAO"], 10 * Tao, 11 * Tao));
        double sold = agents.Sum(a => a["received"] - (a["TAO"] - (10 * Tao)));
        Assert.Equal(sold, agents.Sum(a => a["USD"]) / 1e6 / 270 * Tao, 0.02 * sold);
    }

    private static SmallChain WithOwn(SmallChain chain, params (string Key, object? Value)[] own) => chain with
    {
        Crowds = [.. chain.Crowds.Select(c => c.Kind == "nominator" ? c with { Own = [.. c.Own, .. own] } : c)],
    };

    /// <summary>Fee twice and nothing else: nobody else trades, hardly any TAO is emitted, no epoch pays.</summary>
    [Fact]
    public void A_round_trip_costs_two_fees()
    {
        FinishedRun run = (Rounds("dump", ("budget", 100 * Tao), ("holdTicks", 0L)) with
        {
            Chain = [("maxSupply", 10_760_001 * Tao)],
            Hyperparameters = [("uidsMax", 16L), ("tempo", 0L)],
        }).Run();
        IReadOnlyDictionary<string, long> agent = Assert.Single(run.Agents("stakers"));
        double cost = (agent["paid"] - agent["received"]) / (double)agent["paid"];
        Assert.Equal(100 * Tao, agent["paid"]);
        Assert.Equal(2 * 33 / 65_535.0, cost, 1e-4);
        Assert.Equal((-1L, 2L), (agent["subnet"], agent["orders"]));
    }

    [Fact]
    public void A_dump_sells_once_and_a_wash_again_and_again()
    {
        Assert.Equal(2, Rounds("dump").Run().Agents("stakers")[0]["orders"]);
        Assert.Equal(11, Rounds("wash").Run().Agents("stakers")[0]["orders"]);
    }

    [Theory]
    [InlineData("wash")]
    [InlineData("dump")]
    public void Without_a_budget_a_round_changes_no_bit_of_the_subnets(string policy)
    {
        FinishedRun none = Rounds([policy, "idle"], ("budget", 0L)).Run();
        FinishedRun idle = Rounds(["idle", policy], ("budget", 0L)).Run();
        Assert.Equal(idle.Ticks("subnet/1"), none.Ticks("subnet/1"));
        Assert.Equal(idle.Agents("miners"), none.Agents("miners"));
        Assert.Equal(idle.Agents("validators"), none.Agents("validators"));
        Assert.Equal(idle.Agents("stakers")[0]["TAO"], none.Agents("stakers")[0]["TAO"]);
    }

    private static SmallChain Rounds(string policy, params (string Key, object? Value)[] own) => Rounds([policy], own);

    private static SmallChain Rounds(string[] policies, params (string Key, object? Value)[] own) => Two() with
    {
        Ticks = 22,
        Groups = [[("validatorsMedian", 2.0), ("validatorsSpread", 0.0), ("count", 2L)]],
        Crowds =
        [
            new("miners", "miner", 30, ["idle"]), new("validators", "validator", 4, ["honest"]),
            new("stakers", "nominator", 1, policies)
            {
                Own =
                [
                    ("startWallet", 1000 * Tao), ("budget", 100 * Tao), ("holdTicks", 1L), ("pauseTicks", 1L), .. own,
                ],
            },
        ],
    };
}
