using AgentVerse.Agents.Neuron;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Akash;
using AgentVerse.Model.Networks.Bittensor;
using AgentVerse.Simulation;
using AgentVerse.Tests.Simulation.Bittensor.Miners;

using Xunit;

namespace AgentVerse.Tests.Simulation.Couplings;

/// <summary>What miners take for their running cost when they decide.</summary>
public sealed class QuotedCostTests
{
    private const string OfMiners = "startUsd: 2000, reviewRate: 1000";

    [Fact]
    public void Who_rents_counts_hours_at_the_quote_of_the_last_tick()
    {
        (SubnetTask task, double cost, Func<string, long> quote) = Reviewed(new RentingWorld { OfMiners = OfMiners });
        long price = quote(task == SubnetTask.LanguageModel ? "a100/northAmerica" : "a6000/northAmerica");
        Assert.True(price > 0);
        Assert.Equal(24.0 * price / 1e6, cost);
    }

    [Fact]
    public void Who_owns_counts_hours_at_the_list_price()
    {
        (SubnetTask task, double cost, _) = Reviewed(new RentingWorld { OfMiners = OfMiners, From = "listPrice" });
        Assert.Equal(24 * (task == SubnetTask.LanguageModel ? 1.69 : 0.98), cost);
    }

    /// <summary>Task of the home of a seated miner, what it reckons full effort there costs, and the quotes.</summary>
    private static (SubnetTask Task, double Cost, Func<string, long> Quote) Reviewed(RentingWorld world)
    {
        ReferenceRun run = new(MinerWorld.Read(world.Text), 4096, new NoSink());
        run.RunTo(9);
        CohortTick miners = run.Group.Parts.OfType<CohortPart>().First(c => c.Tick.Population.Name == "miners").Tick;
        int row = miners.Columns.Int32(NeuronColumns.Uid).IndexOfAnyExcept(-1);
        int netuid = miners.Columns.Int32(NeuronColumns.Subnet)[row];
        Terms terms = new();
        miners.TraceRow(row, terms);
        Board board = run.State.Board;
        run.Advance();
        ShardInfo[] shards = [.. run.State.World.Plan.Shards];
        SubnetTask task = shards.Select(s => s.Plan.Facts).OfType<SubnetFacts>().Single(f => f.Netuid == netuid).Task;
        return (
            task, terms.Values[$"{netuid}.FullEffort.c"],
            name => board.Get<AkashMarketBulletin>(shards.Single(s => s.Plan.Name == name).Index).Quote);
    }

    private sealed class Terms : ITrace
    {
        internal SortedDictionary<string, double> Values { get; } = new(StringComparer.Ordinal);

        public void Term(string name, double value) => Values[name] = value;
    }
}
