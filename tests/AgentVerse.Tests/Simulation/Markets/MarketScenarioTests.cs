using AgentVerse.Agents;
using AgentVerse.Mechanisms;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Settings;
using AgentVerse.Results.Data;
using AgentVerse.Scenarios;
using AgentVerse.Simulation;
using AgentVerse.Tests.House;
using AgentVerse.Tests.Simulation.Bittensor;

using Xunit;

namespace AgentVerse.Tests.Simulation.Markets;

/// <summary>The delivered scenario of markets, beside the chain whose token it prices.</summary>
public sealed class MarketScenarioTests
{
    [Fact]
    public void Tokens_of_four_modes_run_beside_a_chain_whose_supply_its_market_follows()
    {
        Catalogue catalogue = AgentsCatalogue.Register(MechanismsCatalogue.Register(new Catalogue()));
        string folder = Path.Combine(Repository.Root, "scenarios");
        ScenarioReading reading = ScenarioReader.Read(
            "markets.yaml", File.ReadAllText(Path.Combine(folder, "markets.yaml")), catalogue, []);
        Assert.Equal("", string.Join('\n', reading.Problems));
        List<Problem> problems = [];
        SortedDictionary<string, DataTable> tables = new(StringComparer.Ordinal);
        foreach (DataFile file in reading.Scenario!.DataFiles)
        {
            tables.Add(file.Path, DataFiles.Read(folder, file.Path, problems)!);
        }

        (World? world, IReadOnlyList<Problem> wrong) = ScenarioWorld.Build(reading.Scenario, catalogue, tables, 0);
        Assert.Equal("", string.Join('\n', [.. problems, .. wrong]));
        FinishedRun run = FinishedRun.Of(world!);
        double[] circulating = Series(run, "TAO", "circulating");
        long[] issuance = [.. run.Ticks("chain").Select(t => t["issuance"])];
        Assert.Equal(issuance[..^1].Select(i => i / 1e9), circulating[1..]);
        Assert.Equal(30, Series(run, "AKT", "priceUsd").Distinct().Count());
        Assert.Equal([1.62, 1.62, 1.58, 1.58, 1.58, 1.71], Series(run, "RENDER", "priceUsd")[..6]);
        Assert.All(Series(run, "USDC", "priceUsd"), price => Assert.Equal(1, price));
        Assert.Equal(95e6 + 10e6, Series(run, "IO", "circulating")[^1], 3);
        Assert.Equal(2.74 * 95e6, Series(run, "IO", "cap")[0], 0.15 * 2.74 * 95e6);
        Assert.True(Series(run, "IO", "fdv")[^1] > Series(run, "IO", "fdvMinted")[^1]);
    }

    private static double[] Series(FinishedRun run, string token, string series) =>
        [.. run.Ticks(token).Select(t => SmallMarket.Cell(t, series))];
}
