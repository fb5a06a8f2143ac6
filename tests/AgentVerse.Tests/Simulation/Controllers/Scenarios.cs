using AgentVerse.Model.Settings;
using AgentVerse.Scenarios;
using AgentVerse.Simulation;
using AgentVerse.Tests.Simulation.Bittensor;

using Xunit;

namespace AgentVerse.Tests.Simulation.Controllers;

/// <summary>Small scenarios as text, read as a user's file is.</summary>
internal static class Scenarios
{
    /// <summary>Two subnets, honest miners and validators.</summary>
    internal const string Honest = """
        scenario: 1
        name: accounts
        start: 2026-10-01
        tick: 1h
        ticks: 10
        seed: 5
        networks:
          bittensor:
            hyperparameters: {uidsMax: 24, burn: 0.001, immunityPeriod: 100}
            subnets:
              - {count: 2, miners: miners, validators: validators, validatorsMedian: 4}
        record: {agents: {every: 3}}
        populations:
          - {name: miners, kind: miner, count: 60, policies: [honest], accountsPerController: 3, reviewRate: 20}
          - {name: validators, kind: validator, count: 40, policies: [honest]}
        """;

    /// <summary>The same with two farms of ten accounts each, whose one model six accounts are to serve.</summary>
    internal const string Farms = Honest + """

          - {name: sybils, kind: miner, count: 20, accountsPerController: 10, unitsPerController: 1, initial: 0, startWallet: 0, policies: [ordered, honest], controlledBy: bosses}
          - name: bosses
            kind: controller
            count: 2
            policies: [attack, idle]
            treasury: 50
            attacks:
              - {population: sybils, policy: ordered, accounts: 6, pacing: rate, perWindow: 2, window: 1h, from: 2h, fund: 1, budget: 20, effort: 3, targets: [bittensor/subnet/1, bittensor/subnet/2], delay: 1}
        """;

    internal static Scenario Read(string text, params string[] overrides)
    {
        ScenarioReading reading = ScenarioReader.Read(
            "test.yaml", text, ScenarioFiles.Catalogue, [.. overrides.Select(Override.Parse)]);
        Assert.True(reading.Scenario is not null, string.Join('\n', reading.Problems));
        return reading.Scenario!;
    }

    internal static World World(string text, params string[] overrides) =>
        ScenarioFiles.World(Read(text, overrides));

    internal static FinishedRun Run(string text, params string[] overrides) =>
        FinishedRun.Of(World(text, overrides));

    /// <summary>Problems of a scenario that reads well and cannot be planned.</summary>
    internal static IReadOnlyList<Problem> PlanProblems(string text, params string[] overrides)
    {
        (World? world, IReadOnlyList<Problem> problems) = ScenarioWorld.Build(
            Read(text, overrides), ScenarioFiles.Catalogue, new SortedDictionary<string, AgentVerse.Model.Contracts.DataTable>(), 0);
        Assert.Null(world);
        return problems;
    }

    internal static (UInt128, UInt128, UInt128) Sums(FinishedRun run) =>
        (run.Digests.Agents.Sum, run.Digests.Events.Sum, run.Digests.Ticks.Sum);

    /// <summary>Rows as text, but for cells that count populations and policies by their place in the run.</summary>
    internal static string[] Cells(IEnumerable<IReadOnlyDictionary<string, long>> rows, params string[] without) =>
    [
        .. rows.Select(r => string.Join(' ', r
            .Where(c => c.Key is not ("network" or "shard" or "population" or "policy" or "event") && !without.Contains(c.Key))
            .OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => $"{c.Key}={c.Value}"))),
    ];
}
