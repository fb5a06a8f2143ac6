using AgentVerse.Model.Contracts;
using AgentVerse.Model.Settings;
using AgentVerse.Scenarios;
using AgentVerse.Scenarios.Plans;
using AgentVerse.Simulation;
using AgentVerse.Tests.Simulation.Bittensor;

using Xunit;

namespace AgentVerse.Tests.Scenarios.Search;

/// <summary>Runs experiments of the toy by the reference driver, one run after the other, as a plan asks for them.</summary>
internal sealed class ToyLaboratory
{
    private readonly string _text;
    private readonly Override[] _overrides;

    internal ToyLaboratory(string search, string[]? overrides = null, int cohortSize = 4096)
    {
        _text = $$$"""
            scenario: 1
            name: toy
            start: 2025-01-01
            tick: 1d
            ticks: 3
            seed: 5
            networks: {toy: {}}
            populations:
              - {name: crowd, kind: attacker, count: 3, policies: [attack], budget: 0}
            design:
              treatments:
                - name: control
                - name: attack
              search:
                value:
                  - {population: crowd, column: income, weight: 0.001}
                  - {population: crowd, column: spent, weight: -0.001}
            {{{string.Join('\n', search.Split('\n').Select(line => "    " + line))}}}
            """;
        CohortSize = cohortSize;
        _overrides = [.. (overrides ?? []).Select(Override.Parse)];
        ScenarioReading reading = ScenarioReader.Read("toy.yaml", _text, Catalogue, _overrides);
        Assert.True(reading.Scenario is not null, string.Join('\n', reading.Problems));
        Scenario = reading.Scenario!;
    }

    internal static Catalogue Catalogue { get; } = new Catalogue().Add(new ToyPlugin());

    internal Scenario Scenario { get; }

    internal AgentVerse.Scenarios.Plans.Search Search => Scenario.Design.Search!;

    private int CohortSize { get; }

    /// <summary>Runs the plan to its end, from what has ended before.</summary>
    internal List<RunSummary> Run(IEnumerable<RunSummary>? before = null, int most = int.MaxValue)
    {
        List<RunSummary> ended = [.. before ?? []];
        while (Scenario.Design.Plan.Next(ended) is { Count: > 0 } next)
        {
            foreach (RunPoint point in next)
            {
                if (ended.Count >= most)
                {
                    return ended;
                }

                ended.Add(Summary(point));
            }
        }

        return ended;
    }

    internal RunSummary Summary(RunPoint point) => new(point, true, []) { Value = Value(point) };

    internal SearchReplay Replay(IReadOnlyList<RunSummary> ended) => new(Search, ended);

    internal FinishedRun RunOne(RunPoint point)
    {
        ScenarioReading reading = ScenarioReader.ReadRun(
            "toy.yaml", _text, Catalogue, [.. _overrides, .. point.Overrides]);
        Assert.True(reading.Scenario is not null, string.Join('\n', reading.Problems));
        (World? world, _) = ScenarioWorld.Build(
            reading.Scenario!, Catalogue, new SortedDictionary<string, DataTable>(), point.Replicate);
        return FinishedRun.Of(world!, CohortSize);
    }

    private double Value(RunPoint point)
    {
        FinishedRun run = RunOne(point);
        return Search.Value.Terms.Sum(t => t.Weight * run.Agents(t.Population).Sum(a => a[t.Column]));
    }
}
