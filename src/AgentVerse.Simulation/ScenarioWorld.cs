using AgentVerse.Model.Contracts;
using AgentVerse.Model.Settings;
using AgentVerse.Scenarios;

namespace AgentVerse.Simulation;

/// <summary>The world of one run of a scenario.</summary>
public static class ScenarioWorld
{
    /// <summary>Plans the world; null if there are problems, which name the scenario's lines.</summary>
    public static (World? World, IReadOnlyList<Problem> Problems) Build(
        Scenario scenario, Catalogue catalogue, IReadOnlyDictionary<string, DataTable> tables, int replicate) =>
        WorldBuilder.Build(catalogue, new WorldDraft
        {
            Start = scenario.Start,
            TickSeconds = scenario.TickSeconds,
            Ticks = scenario.Ticks,
            Seed = (ulong)scenario.Seed,
            Replicate = (uint)replicate,
            Networks = scenario.Networks,
            Populations = [.. scenario.Populations.Select((p, i) => PlanOf(p, i, catalogue, scenario.TickSeconds))],
            Tables = tables,
            PanelEvery = scenario.Record.AgentsEvery,
            PanelShare = scenario.Record.AgentsShare,
        });

    private static PopulationPlan PlanOf(Population population, int index, Catalogue catalogue, long tickSeconds)
    {
        AgentKind kind = catalogue.Kinds[population.Kind];
        return new PopulationPlan
        {
            Index = index,
            Name = population.Name,
            Kind = kind,
            Capacity = population.Count,
            AccountsPerController = population.AccountsPerController,
            InitialShare = population.Initial,
            ArrivalTicks = (int)((population.ArrivalSeconds + tickSeconds - 1) / tickSeconds),
            PolicyNames = population.Policies,
            Columns = [.. EngineColumns.All, .. kind.Columns],
            Settings = population.Settings,
        };
    }
}
