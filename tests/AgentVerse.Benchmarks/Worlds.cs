namespace AgentVerse.Benchmarks;

/// <summary>The scenarios that are measured, by number of agents and size of a cohort.</summary>
internal static class Worlds
{
    private const string Classes = "[h200, h100, a100, a6000, l40s, rtx4090, rtx3090, t4]";

    internal static string Wse1(long agents, int cohortSize) => $$"""
        scenario: 1
        name: wse1
        start: 2025-01-01
        tick: 1h
        ticks: 1000000
        seed: 42
        networks:
          wse1: {workers: workers}
        populations:
          - {name: workers, kind: worker, count: {{agents}}, policies: [columns]}
        execution: {cohortSize: {{cohortSize}}, placement: spread, checkpointEvery: 10000000}
        """;

    /// <summary>Akash in all classes and regions, half the agents providers who review, half tenants.</summary>
    internal static string Akash(long agents, int cohortSize) => $$"""
        scenario: 1
        name: akash
        start: 2024-07-01
        tick: 1h
        ticks: 1000000
        seed: 42
        networks:
          akash:
            gpuClasses: {{Classes}}
            regions: [northAmerica, europe, asia, elsewhere]
        populations:
          - {name: providers, kind: gpuProvider, count: {{agents / 2}}, policies: [akashAdaptive], gpuClasses: {{Classes}},
             regions: [northAmerica, europe, asia, elsewhere], startAkt: 1000}
          - {name: tenants, kind: tenant, count: {{agents / 2}}, policies: [akashCheapest], gpuClasses: {{Classes}},
             regions: [northAmerica, europe, asia, elsewhere], startAkt: 100000, ordersPerDay: 0.17}
        execution: {cohortSize: {{cohortSize}}, placement: spread, checkpointEvery: 10000000}
        """;

    /// <summary>Render from March 2025 on, half the agents operators who review, half creators, of all classes.</summary>
    internal static string Render(long agents, int cohortSize) => $$"""
        scenario: 1
        name: render
        start: 2025-03-05
        tick: 1h
        ticks: 1000000
        seed: 42
        networks:
          render: {admissions: 1000000000}
        populations:
          - {name: operators, kind: gpuProvider, count: {{agents / 2}}, policies: [render], gpuClasses: {{Classes}}}
          - {name: creators, kind: tenant, count: {{agents / 2}}, policies: [renderCreator], gpuClasses: {{Classes}},
             ordersPerDay: 0.17}
        execution: {cohortSize: {{cohortSize}}, placement: spread, checkpointEvery: 10000000}
        """;

    /// <summary>Sixteen subnets of 256 uids and as many miners as asked for, most of whom wait outside and review.</summary>
    internal static string Bittensor(long agents, int cohortSize) => $$"""
        scenario: 1
        name: bittensor
        start: 2026-10-01
        tick: 1h
        ticks: 1000000
        seed: 42
        networks:
          bittensor:
            subnets:
              - {count: 16, miners: miners, validators: validators}
        populations:
          - {name: miners, kind: miner, count: {{agents}}, policies: [honest]}
          - {name: validators, kind: validator, count: 600, policies: [honest]}
        execution: {cohortSize: {{cohortSize}}, placement: spread, checkpointEvery: 10000000}
        """;
}
