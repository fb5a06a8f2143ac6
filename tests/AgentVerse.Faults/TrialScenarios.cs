namespace AgentVerse.Faults;

/// <summary>What runs while faults happen: long enough to be hit, small enough for two cores.</summary>
internal static class TrialScenarios
{
    private const string Spread = """
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

    private const string Together = """
        scenario: 1
        name: together
        start: 2026-10-01
        tick: 1h
        ticks: 200
        seed: 13
        networks:
          akash:
            gpuClasses: [a100, rtx4090]
            regions: [northAmerica, europe]
          bittensor:
            hyperparameters: {uidsMax: 32, tempo: 100}
            subnets:
              - {count: 2, miners: miners, validators: validators}
          markets:
            tokens:
              - {token: TAO, mode: pool, price: 270, depth: 1500000, circulating: 10760000}
              - {token: AKT, mode: gbm, price: 3, circulating: 248000000}
              - {token: RENDER, mode: fixed, price: 5, circulating: 390000000}
          render: {}
        populations:
          - {name: miners, kind: miner, count: 400, policies: [logit], reviewRate: 4}
          - {name: validators, kind: validator, count: 40, policies: [honest]}
          - {name: providers, kind: gpuProvider, count: 200, policies: [akashAdaptive], gpuClasses: [a100, rtx4090],
             regions: [northAmerica, europe], startAkt: 1000}
          - {name: operators, kind: gpuProvider, count: 100, policies: [render], gpuClasses: [rtx4090]}
          - {name: tenants, kind: tenant, count: 500, policies: [akashCheapest], gpuClasses: [a100, rtx4090],
             regions: [northAmerica, europe], ordersPerDay: 2, startAkt: 100000}
          - {name: creators, kind: tenant, count: 300, policies: [renderCreator], gpuClasses: [rtx4090], ordersPerDay: 2}
        record:
          agents: {every: 40, share: 0.5}
        execution: {placement: spread, cohortSize: 64, checkpointEvery: 10}
        """;

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
