namespace AgentVerse.Benchmarks;

/// <summary>The scenarios that are measured, by number of agents and size of a cohort.</summary>
internal static class Worlds
{
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
        execution: {cohortSize: {{cohortSize}}, placement: spread, checkpointEvery: 0}
        """;
}
