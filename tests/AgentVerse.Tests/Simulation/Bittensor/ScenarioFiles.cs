using System.Globalization;

using AgentVerse.Agents;
using AgentVerse.Measures;
using AgentVerse.Mechanisms;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Settings;
using AgentVerse.Scenarios;
using AgentVerse.Simulation;
using AgentVerse.Tests.House;

using Xunit;

namespace AgentVerse.Tests.Simulation.Bittensor;

/// <summary>The scenarios that are delivered, read as the shell reads them.</summary>
internal static class ScenarioFiles
{
    internal static readonly Catalogue Catalogue = WithMeasures();

    internal static Scenario Read(string name)
    {
        string file = Path.Combine(Repository.Root, "scenarios", name);
        ScenarioReading reading = ScenarioReader.Read(name, File.ReadAllText(file), Catalogue, []);
        Assert.True(reading.Scenario is not null, string.Join('\n', reading.Problems));
        return reading.Scenario!;
    }

    internal static World World(Scenario scenario, int replicate = 0)
    {
        SortedDictionary<string, DataTable> tables = new(StringComparer.Ordinal);
        foreach (DataFile file in scenario.DataFiles)
        {
            tables[file.Path] = Table(file.Path);
        }

        (World? world, IReadOnlyList<Problem> problems) =
            ScenarioWorld.Build(scenario, Catalogue, tables, replicate);
        Assert.True(world is not null, string.Join('\n', problems));
        return world!;
    }

    /// <summary>A CSV file of numbers below the folder of scenarios.</summary>
    internal static DataTable Table(string path)
    {
        string[] lines = File.ReadAllLines(Path.Combine(Repository.Root, "scenarios", path));
        string[] names = lines[0].Split(',');
        double[][] columns = [.. names.Select(_ => new double[lines.Length - 1])];
        for (int row = 1; row < lines.Length; row++)
        {
            string[] cells = lines[row].Split(',');
            for (int c = 0; c < names.Length; c++)
            {
                columns[c][row - 1] = double.Parse(cells[c], CultureInfo.InvariantCulture);
            }
        }

        return new DataTable(path, names, columns);
    }

    private static Catalogue WithMeasures() => MeasuresCatalogue.Register(
        AgentsCatalogue.Register(MechanismsCatalogue.Register(new Catalogue())));
}
