namespace AgentVerse.Cluster;

/// <summary>Small scenarios of every network there is.</summary>
internal static class TestScenarios
{
    internal const string Workers = """
        scenario: 1
        name: workers
        start: 2025-01-01
        tick: 1h
        ticks: 20
        seed: 42
        networks:
          wse1: {workers: workers}
        populations:
          - {name: workers, kind: worker, count: 10000, policies: [columns, single]}
        record:
          agents: {every: 5, share: 0.1}
        """;

    /// <summary>Two subnets of few uids for a day, with miners who come late and one whose wallet is its own.</summary>
    internal const string Subnets = """
        scenario: 1
        name: subnets
        start: 2026-10-01
        tick: 1h
        ticks: 24
        seed: 5
        networks:
          bittensor:
            hyperparameters: {uidsMax: 64}
            subnets:
              - {count: 2, miners: miners, validators: validators}
        populations:
          - {name: miners, kind: miner, count: 200, policies: [honest, idle], accountsPerController: 3, initial: 0.8, arrivals: 12h}
          - {name: validators, kind: validator, count: 40, policies: [honest]}
          - {name: rich, kind: miner, count: 1, policies: [idle], startWallet: 5}
        record:
          agents: {every: 6, share: 0.5}
        """;

    /// <summary>Three weeks of Render by the day: operators, one who renders for itself, splitters, creators.</summary>
    internal const string Rendering = """
        scenario: 1
        name: rendering
        start: 2025-01-08
        tick: 1d
        ticks: 22
        seed: 5
        networks:
          render: {burnLag: 3d, admissions: 40, auditRate: 0.2}
        populations:
          - {name: operators, kind: gpuProvider, count: 60, policies: [render, renderIdle], gpuClasses: [rtx4090, t4], unitsMedian: 3, reserveRatio: 0.02, initial: 0.8, arrivals: 9d}
          - {name: selves, kind: gpuProvider, count: 2, policies: [renderSelf], startUsd: 20000}
          - {name: inflators, kind: gpuProvider, count: 5, policies: [renderInflate], claimFactor: 2}
          - {name: splitters, kind: gpuProvider, count: 6, policies: [renderSplit], accountsPerController: 3, unitsMedian: 8}
          - {name: creators, kind: tenant, count: 100, policies: [renderCreator], gpuClasses: [rtx4090]}
        record:
          agents: {every: 6, share: 0.5}
        """;

    internal static IEnumerable<object[]> All => [[Workers], [Subnets], [Rendering]];
}
