using AgentVerse.Simulation;
using AgentVerse.Tests.Simulation.Bittensor;
using AgentVerse.Tests.Simulation.Bittensor.Miners;

namespace AgentVerse.Tests.Simulation.Compute;

/// <summary>Akash and Render with GPUs of one class for a month, in which providers and tenants choose among both.</summary>
internal sealed record CoupledWorld
{
    /// <summary>The market of Akash.</summary>
    internal const string Market = "rtx4090/northAmerica";

    internal string Hosts { get; init; } = "akash, render";

    internal string Operators { get; init; } = "render, akash";

    /// <summary>AKT with which operators begin: who owes sells it, which moves its price.</summary>
    internal string OperatorsAkt { get; init; } = "100";

    internal string Tenants { get; init; } = "akash, render";

    internal string Creators { get; init; } = "render, akash";

    /// <summary>Pool of Render for work, RENDER a week.</summary>
    internal int Pool { get; init; } = 250;

    /// <summary>Further keys of both populations of providers.</summary>
    internal string Own { get; init; } = "opportunistic: 0";

    /// <summary>What setting up on rented GPUs costs creators, USD.</summary>
    internal string SetupCost { get; init; } = "40";

    internal string ReviewRate { get; init; } = "0.4";

    internal int Ticks { get; init; } = 120;

    internal string Start { get; init; } = "2024-06-12";

    /// <summary>Whether operators come first.</summary>
    internal bool Reversed { get; init; }

    internal World World() => MinerWorld.Read(Text);

    internal FinishedRun Run(int cohortSize = 4096) => FinishedRun.Of(World(), cohortSize);

    private string Text
    {
        get
        {
            string[] populations =
            [
                $"- {{name: hosts, networks: [{Hosts}], {Provider}, startAkt: 100}}",
                $"- {{name: operators, networks: [{Operators}], {Provider}, startAkt: {OperatorsAkt}}}",
                $"- {{name: tenants, networks: [{Tenants}], {Tenant}, ordersPerDay: 1}}",
                $"- {{name: creators, networks: [{Creators}], {Tenant}, ordersPerDay: 0.4, hoursMedian: 10, setupCost: {SetupCost}}}",
            ];
            return $"""
                scenario: 1
                name: coupled
                start: {Start}
                tick: 6h
                ticks: {Ticks}
                seed: 4
                networks:
                  akash:
                    gpuClasses: [rtx4090]
                    regions: [northAmerica]
                    incentive: {"{rate: 0.02, budget: 100}"}
                  render:
                    nodesWeekly: {Pool}
                    cutStart: 2024-06-12
                    auditRate: 0.1
                  markets:
                    tokens:
                      - {"{token: AKT, mode: pool, price: 3, depth: 500000, circulating: 245000000}"}
                      - {"{token: RENDER, mode: pool, price: 7, depth: 1500000, circulating: 388000000}"}
                populations:
                  {string.Join("\n  ", Reversed ? populations.Reverse() : populations)}
                record:
                  agents: {"{every: 1}"}
                """;
        }
    }

    private string Provider =>
        "kind: gpuProvider, count: 24, policies: [choosing], gpuClasses: [rtx4090], unitsMedian: 3, reserveRatio: 0.5, "
        + $"reviewRate: {ReviewRate}, " + "paysCosts: true, creditLimit: 1000, startUsd: 100, " + Own;

    private const string Tenant =
        "kind: tenant, count: 80, policies: [choosing], gpuClasses: [rtx4090], startAkt: 100000";
}
