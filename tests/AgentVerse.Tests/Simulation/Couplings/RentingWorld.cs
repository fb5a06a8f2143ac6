using AgentVerse.Model.Settings;
using AgentVerse.Scenarios;
using AgentVerse.Simulation;
using AgentVerse.Tests.Simulation.Bittensor;
using AgentVerse.Tests.Simulation.Bittensor.Miners;

namespace AgentVerse.Tests.Simulation.Couplings;

/// <summary>A small world of Bittensor and Akash, whose miners own their compute or rent it.</summary>
internal sealed record RentingWorld
{
    internal string From { get; init; } = "akash";
    internal string Era { get; init; } = "stopsAtZero";
    internal int Ticks { get; init; } = 30;
    internal string Tick { get; init; } = "1h";
    internal string Period { get; init; } = "6h";
    internal ulong Seed { get; init; } = 1;
    internal int Providers { get; init; } = 30;
    internal string Provider { get; init; } = "akashCostPlus";
    internal string OfProviders { get; init; } = "unitsMedian: 5";
    internal string Policy { get; init; } = "logit";
    internal string OfMiners { get; init; } = "startUsd: 2000";
    internal string Tokens { get; init; } = "";
    internal string Classes { get; init; } = "a100, a6000";
    internal string Compute { get; init; } = "";

    /// <summary>Miners who never think again, and who sell nothing: what they serve follows their compute alone.</summary>
    internal static RentingWorld Steady { get; } = new()
    {
        OfMiners = "startUsd: 100000, reviewRate: 0, salesPerDay: 0",
    };

    internal string Text => $$"""
        scenario: 1
        name: renting
        start: 2026-10-01
        tick: {{Tick}}
        ticks: {{Ticks}}
        seed: {{Seed}}
        networks:
          akash:
            era: {{Era}}
            gpuClasses: [{{Classes}}]
          bittensor:
            hyperparameters: {uidsMax: 16, tempo: 100, immunityPeriod: 300, burn: 0.01}
            subnets:
              - {count: 2, miners: miners, validators: validators, validatorsMedian: 3, tasks: [languageModel, compute]}
        {{Tokens}}
        populations:
          - {name: miners, kind: miner, count: 60, policies: [{{Policy}}], {{OfMiners}},
             compute: {from: {{From}}, period: {{Period}}{{Compute}} } }
          - {name: validators, kind: validator, count: 40, policies: [honest]}
          - {name: providers, kind: gpuProvider, count: {{Providers}}, policies: [{{Provider}}], gpuClasses: [a100, a6000],
             startAkt: 1000, {{OfProviders}}}
        record:
          agents: {every: 1}
        """;

    /// <summary>Markets of TAO and AKT.</summary>
    internal const string Markets = """
          markets:
            tokens:
              - {token: TAO, mode: pool, price: 270, depth: 1500000, circulating: 10760000}
              - {token: AKT, mode: fixed, price: 0.676, circulating: 290000000}
        """;

    internal FinishedRun Run(int cohortSize = 4096) => FinishedRun.Of(MinerWorld.Read(Text), cohortSize);

    /// <summary>What is wrong with it.</summary>
    internal IReadOnlyList<Problem> Problems() => Problems(Text);

    /// <summary>What is wrong with a scenario's text.</summary>
    internal static IReadOnlyList<Problem> Problems(string text)
    {
        ScenarioReading reading = ScenarioReader.Read("test.yaml", text, ScenarioFiles.Catalogue, []);
        return reading.Scenario is null
            ? reading.Problems
            : ScenarioWorld.Build(
                reading.Scenario, ScenarioFiles.Catalogue,
                new SortedDictionary<string, AgentVerse.Model.Contracts.DataTable>(StringComparer.Ordinal), 0).Problems;
    }
}
