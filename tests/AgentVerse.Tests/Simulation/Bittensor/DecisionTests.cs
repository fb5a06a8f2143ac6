using AgentVerse.Model.Contracts;
using AgentVerse.Simulation;

using Xunit;

namespace AgentVerse.Tests.Simulation.Bittensor;

/// <summary>Why miners register: the terms of a decision, and what moves it.</summary>
public sealed class DecisionTests
{
    private static readonly SmallChain Chain = new()
    {
        Ticks = 12,
        Hyperparameters = [("uidsMax", 24L), ("burn", 10_000_000L)],
        Crowds =
        [
            new("miners", "miner", 60, ["honest"]) { Own = [("reviewRate", 20.0)] },
            new("validators", "validator", 40, ["honest"]),
        ],
    };

    [Fact]
    public void A_bid_carries_the_limit_that_its_terms_come_to()
    {
        ReferenceRun run = new(Chain.World(), 4096, new NoSink());
        run.RunTo(0);
        CohortPart miners = run.Group.Parts.OfType<CohortPart>().First(c => c.Tick.Population.Name == "miners");
        run.Advance();
        Intent bid = miners.Tick.Intents[0];
        run = new(Chain.World(), 4096, new NoSink());
        run.RunTo(0);
        miners = run.Group.Parts.OfType<CohortPart>().First(c => c.Tick.Population.Name == "miners");
        Terms terms = new();
        miners.Tick.TraceRow(bid.Sender.Index, terms);
        run.Advance();
        Assert.Equal(["burnPrice", "days", "decile", "limit", "raoPerDay", "worth"], terms.Values.Keys);
        Assert.Equal(bid.Amount, (long)terms.Values["limit"]);
        Assert.InRange(terms.Values["worth"], bid.Amount, double.MaxValue);
        Assert.InRange(terms.Values["days"], 1, 30);
        Assert.True(terms.Values["limit"] >= terms.Values["burnPrice"]);
    }

    [Fact]
    public void Idle_miners_never_bid()
    {
        SmallChain idle = Chain with
        {
            Crowds = [new("miners", "miner", 60, ["idle"]), new("validators", "validator", 40, ["honest"])],
        };
        Assert.All(idle.Run().Ticks("miners"), t => Assert.Equal(0, t["intents"]));
    }

    [Fact]
    public void A_dearer_ladder_lets_fewer_in()
    {
        int cheap = Chain.Run().Events("registered").Length;
        int dear = (Chain with { Hyperparameters = [.. Chain.Hyperparameters, ("burnIncreaseMult", 4.0)] })
            .Run().Events("registered").Length;
        Assert.True(dear < cheap, $"{dear} < {cheap}");
    }

    [Fact]
    public void Better_miners_earn_more()
    {
        FinishedRun run = Chain.Run();
        IReadOnlyDictionary<string, long>[] seated =
            [.. run.Agents("miners").Where(a => a["registrations"] == 0 && a["incomeAlpha"] > 0)];
        IReadOnlyDictionary<string, long>[] ranked = [.. seated.OrderBy(a => BitConverter.Int64BitsToDouble(a["quality"]))];
        double worse = ranked.Take(ranked.Length / 2).Average(a => a["incomeAlpha"]);
        double better = ranked.Skip(ranked.Length / 2).Average(a => a["incomeAlpha"]);
        Assert.True(better > 1.2 * worse, $"{better} > {worse}");
    }

    [Fact]
    public void An_intervention_changes_the_script_that_the_subnet_runs()
    {
        SmallChain two = Chain with
        {
            Crowds = [new("miners", "miner", 60, ["idle"]), new("validators", "validator", 40, ["honest", "standing"])],
        };
        ReferenceRun run = new(two.World(), 4096, new NoSink());
        run.RunTo(2);
        FinishedRun seen = new(run, []);
        AgentRef validator = seen.Subnets[0].Holder[0];
        run.State.Intervene(validator, 1);
        run.RunTo(4);
        Assert.Equal(1, seen.Subnets[0].Script[0]);
        Assert.Equal(0, seen.Subnets[0].Script[1]);
    }

    private sealed class Terms : ITrace
    {
        internal SortedDictionary<string, double> Values { get; } = new(StringComparer.Ordinal);

        public void Term(string name, double value) => Values[name] = value;
    }
}
