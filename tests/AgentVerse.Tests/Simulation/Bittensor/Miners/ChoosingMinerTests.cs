using AgentVerse.Agents.Choice;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Bittensor;
using AgentVerse.Simulation;

using Xunit;

namespace AgentVerse.Tests.Simulation.Bittensor.Miners;

/// <summary>What miners do who decide by what options are worth.</summary>
public sealed class ChoosingMinerTests
{
    private static readonly SmallChain Chain = MinerWorld.Chain;

    [Theory]
    [InlineData("logit", 1)]
    [InlineData("logit", 7)]
    [InlineData("bestResponse", 7)]
    [InlineData("imitation", 7)]
    [InlineData("zeroIntelligence", 7)]
    public void The_size_of_cohorts_changes_no_row(string policy, int cohortSize)
    {
        SmallChain chain = Chain with { Crowds = MinerWorld.Crowd(policy), PanelEvery = 6 };
        FinishedRun whole = chain.Run();
        FinishedRun cut = chain.Run(cohortSize);
        Assert.True(whole.Sum("reviews") > 0 && whole.Sum("acted") > 0 && whole.Sum("entries") > 0);
        Assert.Equal(whole.Digests.Ticks.Sum, cut.Digests.Ticks.Sum);
        Assert.Equal(whole.Digests.Agents.Sum, cut.Digests.Agents.Sum);
        Assert.Equal(whole.Digests.Events.Sum, cut.Digests.Events.Sum);
    }

    [Fact]
    public void The_order_of_populations_changes_no_agent()
    {
        FinishedRun one = Chain.Run();
        FinishedRun other = (Chain with { Crowds = [.. Chain.Crowds.Reverse()] }).Run();
        Assert.Equal(one.Digests.Agents.Sum, other.Digests.Agents.Sum);
        Assert.Equal(one.Digests.Events.Sum, other.Digests.Events.Sum);
    }

    [Fact]
    public void An_inert_population_changes_no_choice()
    {
        FinishedRun without = Chain.Run();
        FinishedRun with = (Chain with { Crowds = [new("inert", "miner", 30, ["idle"]), .. Chain.Crowds] }).Run();
        Assert.Equal(without.Digests.Events.Sum, with.Digests.Events.Sum);
    }

    /// <summary>The last bid of a traced agent: its U is the best of what it saw, and its limit is what that comes to.</summary>
    [Fact]
    public void A_best_response_takes_the_option_whose_terms_come_to_most()
    {
        Terms terms = TraceFirstBid("bestResponse");
        string[] options = [.. terms.Values.Keys.Where(k => k.EndsWith(".U", StringComparison.Ordinal))];
        double best = options.Max(o => terms.Values[o]);
        string chosen = options.Single(o => terms.Values[o] == best);
        Assert.Equal(terms.Values["options"], options.Length);
        Assert.StartsWith($"{terms.Values["chosen.place"] + 1}.", chosen, StringComparison.Ordinal);
        string at = chosen[..^2];
        double value = (terms.Values[$"{at}.A"] * terms.Values[$"{at}.y"] * terms.Values[$"{at}.p"] * terms.Values[$"{at}.v"])
            - terms.Values[$"{at}.c"] - terms.Values[$"{at}.lambdaL"] - terms.Values[$"{at}.m"]
            - terms.Values[$"{at}.entryPerDay"];
        Assert.Equal(best, value, 9);
        Assert.Equal(
            (terms.Values[$"{at}.E"] + terms.Values[$"{at}.S"]) * Annuity.PerDay(0.001, 30),
            terms.Values[$"{at}.entryPerDay"], 9);
    }

    [Fact]
    public void Running_costs_leave_the_model_in_TAO_where_TAO_has_no_market()
    {
        FinishedRun run = (Chain with
        {
            Crowds = MinerWorld.Crowd("logit", ("salesPerDay", 0.0), ("reviewRate", 0.0)),
        }).Run();
        double paid = run.Sum("costsPaid") / 1e6;
        double gone = run.Agents("miners").Sum(a => 10_000_000_000 - a["TAO"]) / 1e9;
        Assert.True(paid > 0);
        Assert.Equal(paid, gone * 270, paid * 1e-6);
    }

    [Fact]
    public void Who_can_pay_nothing_stops_serving()
    {
        FinishedRun run = (Chain with
        {
            Crowds = MinerWorld.Crowd("logit", ("startWallet", 0L), ("creditLimit", 0.0), ("salesPerDay", 0.0)),
        }).Run();
        Assert.Equal(0, run.Ticks("miners")[^1]["serving"]);
        Assert.Equal(run.Ticks("miners")[0]["seated"], run.Sum("exits"));
        Assert.Equal(0, run.Sum("bids"));
    }

    [Fact]
    public void The_better_they_could_do_elsewhere_the_fewer_enter()
    {
        long few = Entries(2000);
        long many = Entries(1);
        Assert.True(few < many, $"{few} < {many}");

        long Entries(double reservation) =>
            (Chain with { Crowds = MinerWorld.Crowd("logit", ("reservationIncome", reservation)) }).Run().Sum("entries");
    }

    [Fact]
    public void Only_opportunists_are_dishonest()
    {
        Assert.Equal(0, Dishonest(0));
        Assert.True(Dishonest(1) > Dishonest(0.2) && Dishonest(0.2) > 0);

        long Dishonest(double share) => (Chain with
        {
            Crowds = MinerWorld.Crowd(
                "logit", ("opportunistic", share), ("honestyCost", 0.0), ("believedDetections", 0.0)),
        }).Run().Sum("dishonest");
    }

    [Fact]
    public void Who_is_certain_to_be_found_out_stays_honest() => Assert.Equal(0, (Chain with
    {
        Crowds = MinerWorld.Crowd("bestResponse", ("opportunistic", 1.0), ("believedDetections", 1000.0)),
    }).Run().Sum("dishonest"));

    /// <summary>Accounts of a controller that share a model show one number; honest ones each their own.</summary>
    [Fact]
    public void A_shared_model_has_one_number()
    {
        FinishedRun run = (Chain with
        {
            Crowds = MinerWorld.Crowd(
                "bestResponse", ("opportunistic", 1.0), ("honestyCost", 0.0), ("believedDetections", 0.0),
                ("copyQuality", 0.0)),
        }).Run();
        int shared = 0;
        foreach (var subnet in run.Subnets)
        {
            for (int uid = 0; uid < subnet.Neurons.NeuronCount; uid++)
            {
                ulong model = (ulong)(long)StableHash.Combine(
                    StableHash.Of("miners"), (ulong)(uint)(subnet.Holder[uid].Index / 2));
                Assert.True(subnet.Model[uid] == subnet.Account[uid] || subnet.Model[uid] == model);
                shared += subnet.Model[uid] == model ? 1 : 0;
            }
        }

        Assert.True(shared > 0);
    }

    /// <summary>Numbers of accounts are drawn, or one account is split: what counts is what a controller has.</summary>
    [Theory]
    [InlineData("accountsPerController: 1, accountsSpread: 1, accountsMax: 6", true)]
    [InlineData("accountsPerController: 4, accountsSpread: 1.5, accountsMax: 9", true)]
    [InlineData("accountsPerController: 1, split: {k: 2, mode: clone, share: 0.5}", true)]
    [InlineData("accountsPerController: 1", false)]
    public void Only_who_has_several_accounts_shares_a_model(string accounts, bool some)
    {
        FinishedRun run = FinishedRun.Of(MinerWorld.Read($$"""
            scenario: 1
            name: sharing
            start: 2026-10-01
            tick: 1h
            ticks: 24
            seed: 3
            networks:
              bittensor:
                hyperparameters: {uidsMax: 24, tempo: 100, burn: 0.01}
                subnets: [{count: 3, miners: miners, validators: validators}]
            populations:
              - {name: miners, kind: miner, count: 200, policies: [bestResponse], opportunistic: 1, honestyCost: 0,
                 believedDetections: 0, copyQuality: 0, reviewRate: 8, {{accounts}}}
              - {name: validators, kind: validator, count: 60, policies: [honest]}
            """));
        AccountLayout layout = run.Plan.Populations[0].Accounts;
        long[] sharing = [.. run.Agents("miners").Where(a => a["tactic"] == 4).Select(a => a["controller"])];
        Assert.Equal(some, sharing.Length > 0);
        Assert.All(sharing, c => Assert.True(layout.AccountsOf((int)c) > 1));
    }

    /// <summary>Who sent an intent acted, once, however many it sent and however cohorts are cut.</summary>
    [Fact]
    public void Those_who_acted_are_those_who_sent()
    {
        FinishedRun told = Chain.Run();
        ReferenceRun run = new(Chain.World(), 7, new NoSink());
        run.RunTo(0);
        foreach (IReadOnlyDictionary<string, long> tick in told.Ticks("miners"))
        {
            run.Advance();
            Intent[] sent =
            [
                .. run.Group.Parts.OfType<CohortPart>().Where(c => c.Tick.Population.Name == "miners")
                    .SelectMany(c => c.Tick.Intents),
            ];
            Assert.Equal(sent.Select(i => i.Sender).Distinct().Count(), tick["acted"]);
            run.RunTo((int)tick["tick"] + 1);
        }

        Assert.True(told.Sum("intents") > told.Sum("acted"));
    }

    [Fact]
    public void Accounts_of_a_controller_have_one_skill()
    {
        FinishedRun run = (Chain with
        {
            Groups = [[("count", 2L), ("validatorsMedian", 1.0), ("validatorsSpread", 0.0)]],
            Crowds =
            [
                new("miners", "miner", 60, ["logit"]) { AccountsPerController = 20, Own = [("reviewRate", 0.0)] },
                new("validators", "validator", 40, ["honest"]),
            ],
            Ticks = 1,
        }).Run();
        foreach (IGrouping<long, IReadOnlyDictionary<string, long>> controller in
            run.Agents("miners").Where(a => a["uid"] >= 0).GroupBy(a => a["agent"] / 20))
        {
            Assert.Single(controller.Select(a => a["quality"]).Distinct());
        }
    }

    [Fact]
    public void The_opening_holds_those_who_were_left()
    {
        double any = Quality(1);
        double best = Quality(0.05);
        Assert.True(best > 1.5 * any, $"{best} > {any}");

        double Quality(double share) => (Chain with
        {
            Ticks = 1,
            Crowds = MinerWorld.Crowd("logit", ("incumbentShare", share), ("reviewRate", 0.0)),
        }).Run().Agents("miners").Where(a => a["uid"] >= 0)
            .Average(a => BitConverter.Int64BitsToDouble(a["quality"]));
    }

    [Fact]
    public void A_limited_rate_lets_fewer_in()
    {
        long open = Chain.Run().Sum("reviews");
        long limited = (Chain with { Crowds = MinerWorld.Crowd("logit", ("entry", "rateLimited"), ("entriesPerDay", 10.0)) })
            .Run().Sum("reviews");
        Assert.True(limited < open, $"{limited} < {open}");
    }

    /// <summary>Traces all agents until one of them bids.</summary>
    private static Terms TraceFirstBid(string policy)
    {
        SmallChain chain = Chain with
        {
            Crowds = MinerWorld.Crowd(policy, ("reservationSpread", 0.0), ("opportunistic", 0.0)),
        };
        ReferenceRun scout = new(chain.World(), 4096, new NoSink());
        scout.RunTo(0);
        CohortPart Miners(ReferenceRun run) => run.Group.Parts.OfType<CohortPart>()
            .First(c => c.Tick.Population.Name == "miners");
        scout.Advance();
        Intent bid = Miners(scout).Tick.Intents.First(i => i.Kind == IntentKinds.Register);
        ReferenceRun run = new(chain.World(), 4096, new NoSink());
        run.RunTo(0);
        Terms terms = new();
        Miners(run).Tick.TraceRow(bid.Sender.Index, terms);
        run.Advance();
        Assert.Equal(bid.Amount, (long)terms.Values["limit"]);
        Assert.Equal(bid.Shard - 1, (int)terms.Values["chosen.place"]);
        return terms;
    }

    private sealed class Terms : ITrace
    {
        internal SortedDictionary<string, double> Values { get; } = new(StringComparer.Ordinal);

        public void Term(string name, double value) => Values[name] = value;
    }
}
