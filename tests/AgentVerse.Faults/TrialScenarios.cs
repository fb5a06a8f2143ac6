using AgentVerse.Cluster;

namespace AgentVerse.Faults;

/// <summary>What runs while faults happen: long enough to be hit, small enough for two cores.</summary>
internal static class TrialScenarios
{
    internal const string Spread = """
        scenario: 1
        name: spread
        start: 2025-01-01
        tick: 1h
        ticks: 600
        seed: 42
        networks:
          wse1: {workers: workers}
        populations:
          - {name: workers, kind: worker, count: 20000, policies: [columns, single]}
        record:
          agents: {every: 100, share: 0.05}
        execution: {placement: spread, cohortSize: 4096, checkpointEvery: 15}
        """;

    private const string Subnets = """
        scenario: 1
        name: subnets
        start: 2026-10-01
        tick: 1h
        ticks: 250
        seed: 5
        networks:
          bittensor:
            hyperparameters: {uidsMax: 64}
            subnets:
              - {count: 3, miners: miners, validators: validators}
        populations:
          - {name: miners, kind: miner, count: 400, policies: [honest, idle], accountsPerController: 3, initial: 0.8, arrivals: 12h}
          - {name: validators, kind: validator, count: 60, policies: [honest]}
        record:
          agents: {every: 50, share: 0.5}
        execution: {placement: spread, cohortSize: 64, checkpointEvery: 10}
        """;

    /// <summary>All networks in one world.</summary>
    private static readonly string Together =
        TestScenarios.Together.Replace("ticks: 24", "ticks: 200", StringComparison.Ordinal)
        + "\nexecution: {placement: spread, cohortSize: 64, checkpointEvery: 10}\n";

    private const string Replicates = """
        scenario: 1
        name: replicates
        start: 2025-01-01
        tick: 1h
        ticks: 600
        seed: 7
        networks:
          wse1: {workers: workers}
        populations:
          - {name: workers, kind: worker, count: 5000, policies: [columns, single]}
        record:
          agents: {every: 200, share: 0.1}
        design: {replicates: 6}
        execution: {placement: whole, checkpointEvery: 40}
        """;

    internal static IReadOnlyList<(string Name, string Text)> All { get; } =
        [("spread", Spread), ("subnets", Subnets), ("replicates", Replicates), ("together", Together)];
}
