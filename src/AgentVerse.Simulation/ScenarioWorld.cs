using AgentVerse.Model.Contracts;
using AgentVerse.Model.Numerics;
using AgentVerse.Model.Settings;
using AgentVerse.Scenarios;

namespace AgentVerse.Simulation;

/// <summary>The world of one run of a scenario.</summary>
public static class ScenarioWorld
{
    /// <summary>
    /// Plans the world; null if there are problems, which name the scenario's lines. Where controllers of some size are
    /// split, the world without splits is planned first, to see who has which size.
    /// </summary>
    public static (World? World, IReadOnlyList<Problem> Problems) Build(
        Scenario scenario, Catalogue catalogue, IReadOnlyDictionary<string, DataTable> tables, int replicate)
    {
        PopulationPlans plans = new(scenario, catalogue, new Draws((ulong)scenario.Seed, (uint)replicate));
        World? unsplit = null;
        if (plans.NeedSizes)
        {
            (unsplit, IReadOnlyList<Problem> problems) = Build(plans.Unsplit());
            if (unsplit is null)
            {
                return (null, problems);
            }
        }

        PopulationPlan[] populations = plans.Split(unsplit);
        return plans.Problems.Count > 0 ? (null, plans.Problems) : Build(populations);

        (World?, IReadOnlyList<Problem>) Build(PopulationPlan[] planned) => WorldBuilder.Build(catalogue, new WorldDraft
        {
            Start = scenario.Start,
            TickSeconds = scenario.TickSeconds,
            Ticks = scenario.Ticks,
            Seed = (ulong)scenario.Seed,
            Replicate = (uint)replicate,
            Networks = scenario.Networks,
            Populations = planned,
            Tables = tables,
            PanelEvery = scenario.Record.AgentsEvery,
            PanelShare = scenario.Record.AgentsShare,
        });
    }
}
