using AgentVerse.Model.Contracts;
using AgentVerse.Model.Settings;
using AgentVerse.Scenarios;
using AgentVerse.Tests.House;
using Xunit;

namespace AgentVerse.Tests.Scenarios;

/// <summary>The scenario files beside the tests, and short ways to read scenarios.</summary>
internal static class Files
{
    internal static readonly Catalogue Catalogue = TestCatalogue.New();

    internal static IEnumerable<string> In(string folder) => Directory
        .EnumerateFiles(PathOf(folder), "*.yaml").Select(f => Path.GetFileNameWithoutExtension(f)!)
        .Order(StringComparer.Ordinal);

    internal static string PathOf(string name) =>
        Path.Combine(Repository.Root, "tests", "AgentVerse.Tests", "Scenarios", name);

    internal static string Good(string name) => File.ReadAllText(PathOf($"Good/{name}.yaml"));

    internal static ScenarioReading Read(string text, params string[] overrides) =>
        ScenarioReader.Read("s.yaml", text, Catalogue, [.. overrides.Select(Override.Parse)]);

    /// <summary>Reads a scenario that must be good.</summary>
    internal static Scenario Scenario(string text, params string[] overrides)
    {
        ScenarioReading reading = Read(text, overrides);
        Assert.Empty(reading.Problems);
        return reading.Scenario!;
    }

    /// <summary>A good scenario whose network toy has the given keys.</summary>
    internal static string Toy(string keys) =>
        "{scenario: 1, name: x, start: 2025-12-20, tick: 1h, ticks: 10, seed: 1, networks: {toy: {" + keys + "}}}";

    /// <summary>The one problem of a text, on one line.</summary>
    internal static string Problem(string text, params string[] overrides) =>
        Assert.Single(Read(text, overrides).Problems).ToString();
}
