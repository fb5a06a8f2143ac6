using AgentVerse.Model.Contracts;
using AgentVerse.Model.Settings;
using AgentVerse.Scenarios;
using AgentVerse.Simulation;

using Xunit;

namespace AgentVerse.Tests.Simulation.Bittensor.Miners;

/// <summary>Miners who choose among a few small subnets of different tasks.</summary>
internal static class MinerWorld
{
    internal static readonly SmallChain Chain = new()
    {
        Ticks = 24,
        Hyperparameters = [("uidsMax", 24L), ("burn", 10_000_000L), ("tempo", 100L), ("immunityPeriod", 300L)],
        Groups = [[("count", 4L), ("validatorsMedian", 4.0), ("tasks", Tasks), ("priceSpread", 0.5)]],
        Crowds = Crowd("logit"),
    };

    private static IReadOnlyList<string> Tasks => ["translation", "data", "compute", "marketPrediction"];

    internal static SmallChain.Crowd[] Crowd(string policy, params (string Key, object? Value)[] own) =>
    [
        new("miners", "miner", 300, [policy])
        {
            AccountsPerController = 2, Own = [("reviewRate", 4.0), ("reservationIncome", 5.0), .. own],
        },
        new("validators", "validator", 60, ["honest"]) { Own = [("scoreExponent", 2.0)] },
    ];

    internal static long Sum(this FinishedRun run, string series, string shard = "miners") =>
        run.Ticks(shard).Sum(t => t[series]);

    /// <summary>A scenario's text as a world.</summary>
    internal static World Read(string text)
    {
        ScenarioReading reading = ScenarioReader.Read("test.yaml", text, ScenarioFiles.Catalogue, []);
        Assert.True(reading.Scenario is not null, string.Join('\n', reading.Problems));
        (World? world, IReadOnlyList<Problem> problems) = ScenarioWorld.Build(
            reading.Scenario!, ScenarioFiles.Catalogue, new SortedDictionary<string, DataTable>(), 0);
        Assert.True(world is not null, string.Join('\n', problems));
        return world!;
    }
}
