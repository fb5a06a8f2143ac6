using AgentVerse.Model.Contracts;
using AgentVerse.Model.Settings;
using AgentVerse.Tests.Simulation.Bittensor;

using Xunit;

using static AgentVerse.Tests.Simulation.Controllers.Scenarios;

namespace AgentVerse.Tests.Simulation.Controllers;

/// <summary>Patterns of control on Bittensor: the same few orders, to accounts of other roles.</summary>
public sealed class PatternTests
{
    private const string Chain = """
        scenario: 1
        name: patterns
        start: 2026-10-01
        tick: 1h
        ticks: 8
        seed: 9
        networks:
          bittensor:
            hyperparameters: {uidsMax: 24, burn: 0.001, immunityPeriod: 100}
            subnets:
              - {count: 2, miners: miners, validators: validators, validatorsMedian: 4, occupancy: 0.5KEYS}
        populations:
          - {name: miners, kind: miner, count: 60, policies: [honest]}
        """;

    private const string OneMiner = """

          - {name: seconds, kind: miner, count: 40, initial: 0, startWallet: 0, policies: [ordered], controlledBy: heads}
          - name: heads
            kind: controller
            count: 40
            policies: [attack]
            treasury: 5
            attacks:
              - {population: seconds, policy: ordered, from: 2h, fund: 1, budget: 1, near: validators}
        """;

    /// <summary>Each validator with a uid gets a miner of its controller beside it; without one there is no place.</summary>
    [Fact]
    public void A_validator_gets_a_second_uid()
    {
        FinishedRun run = Run(Of("", """

              - {name: validators, kind: validator, count: 40, policies: [honest], controlledBy: heads}
            """ + OneMiner));
        IReadOnlyDictionary<string, long>[] seconds = run.Agents("seconds");
        IReadOnlyDictionary<string, long>[] heads = run.Agents("heads");
        IReadOnlyDictionary<string, long>[] validators = run.Agents("validators");
        int seated = 0;
        for (int i = 0; i < validators.Length; i++)
        {
            bool hasPlace = run.Subnets.Any(s => Enumerable.Range(0, s.Neurons.NeuronCount).Any(
                uid => s.Holder[uid] == new AgentRef(1, i)));
            seated += hasPlace ? 1 : 0;
            Assert.Equal(hasPlace ? 1 : 0, seconds[i]["registrations"]);
            Assert.Equal(hasPlace ? validators[i]["subnet"] : -1, seconds[i]["subnet"]);
            Assert.Equal(hasPlace && validators[i]["income"] > 0, heads[i]["accountIncome"] > 0);
        }

        Assert.Equal(
            run.Plan.Shards.Select(s => s.Plan.Facts).OfType<ISeatFacts>().Sum(f => f.Seats.Count(s => s.Population == 1)),
            seated);
        Assert.True(seated >= 4);
    }

    /// <summary>A cabal of five validators, all there from the start, is told another script in one tick.</summary>
    [Fact]
    public void A_cabal_changes_its_scripts_together()
    {
        FinishedRun run = Run(Of("", """

              - {name: validators, kind: validator, count: 40, accountsPerController: 5, policies: [honest, standing], controlledBy: heads}
              - name: heads
                kind: controller
                count: 8
                policies: [attack]
                treasury: 1
                attacks:
                  - {population: validators, policy: standing, from: 3h, budget: 1, sweep: false}
            """));
        Assert.All(run.Agents("validators"), v => Assert.Equal("standing", run.Name(v["policy"])));
        Assert.All(
            run.Agents("validators").Where(v => v["uid"] >= 0), v => Assert.Equal(1, v["script"]));
        Assert.Equal(40, run.Agents("heads").Sum(h => h["attackUsed1"]));
        Assert.All(run.Agents("heads"), h => Assert.Equal(1_000_000_000, h["TAO"]));
        Assert.All(run.Events("woken"), w => Assert.Equal(3, w["tick"]));
    }

    /// <summary>Whoever owns a subnet has miners on it: one controller over owners and miners.</summary>
    [Fact]
    public void An_owner_group_mines_on_its_own_subnet()
    {
        FinishedRun run = Run(Of(", owner: owners", """

              - {name: validators, kind: validator, count: 40, policies: [honest]}
              - {name: owners, kind: miner, count: 2, policies: [idle], controlledBy: groups}
              - {name: insiders, kind: miner, count: 8, accountsPerController: 4, unitsPerController: 2, initial: 0, startWallet: 0, policies: [ordered], controlledBy: groups}
              - name: groups
                kind: controller
                count: 2
                policies: [attack]
                treasury: 10
                attacks:
                  - {population: insiders, policy: ordered, fund: 2, budget: 8, near: owners}
            """));
        IReadOnlyDictionary<string, long>[] insiders = run.Agents("insiders");
        Assert.All(insiders, i => Assert.Equal(
            (run.Agents("owners")[(int)i["controller"]]["subnet"], 1), (i["subnet"], i["registrations"])));
        Assert.Equal(4, insiders.Select(i => i["quality"]).Distinct().Count());
        Assert.Equal(4, insiders.Sum(i => i["trueUnits"]));
    }

    /// <summary>Wakes nobody and costs nothing: a second attack on the same accounts changes what they do later.</summary>
    [Fact]
    public void A_later_attack_redirects_accounts_that_an_earlier_one_woke()
    {
        string text = Farms + """

                  - {population: sybils, policy: honest, accounts: 6, from: 6h, budget: 1, sweep: false}
            """;
        FinishedRun run = Run(text);
        Assert.Equal(12, run.Agents("sybils").Count(s => run.Name(s["policy"]) == "honest"));
        Assert.All(run.Agents("bosses"), b => Assert.Equal((6, 6), (b["attackUsed1"], b["attackUsed2"])));
    }

    public static TheoryData<string, string, string> Unsound => new()
    {
        { "token=AKT", "populations[3].token", "a token of the run" },
        { "attacks[0].population=miners", "populations[3].attacks[0].population", "controlledBy this one" },
        { "attacks[0].population=nobody", "populations[3].attacks[0].population", "controlledBy this one" },
        { "attacks[0].policy=lazy", "populations[3].attacks[0].policy", "a policy of 'sybils'" },
        { "attacks[0].targets=[bittensor/subnet/9]", "populations[3].attacks[0].targets", "a shard of the run" },
        { "attacks[0].near=miners", "populations[3].attacks[0].near", "controlledBy this one" },
        { "attacks[0].pacing=belowPrice", "populations[3].attacks[0].priceMax", "above 0" },
    };

    [Theory]
    [MemberData(nameof(Unsound))]
    public void What_is_wrong_with_an_attack_is_said_with_its_key(string change, string path, string allowed)
    {
        Problem problem = Assert.Single(PlanProblems(Farms, $"populations.bosses.{change}"), p => p.Path == path);
        Assert.Contains(allowed, problem.Allowed, StringComparison.Ordinal);
        Assert.True(problem.Fix.Length > 0);
    }

    [Fact]
    public void A_price_can_only_be_watched_where_one_is_published()
    {
        string[] attack = ["populations.bosses.attacks[0].targets=[bittensor/chain]", "populations.bosses.attacks[0].priceMax=1"];
        Assert.Equal("populations[3].attacks[0].targets", Assert.Single(PlanProblems(Farms, attack)).Path);
    }

    private static string Of(string keys, string populations) =>
        Chain.Replace("KEYS", keys, StringComparison.Ordinal) + populations;
}
