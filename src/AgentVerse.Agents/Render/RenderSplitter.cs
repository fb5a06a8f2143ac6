using AgentVerse.Model.Contracts;

namespace AgentVerse.Agents.Render;

/// <summary>
/// Wallet splitting: a controller with the GPUs of one account (unitsMedian, whatever the spread) lays as many nodes as
/// count in full for availability into each of its accounts, and the rest into the last.
/// </summary>
internal sealed class RenderSplitter(PopulationPlan population, WorldPlanning planning)
    : RenderProvider(population, planning)
{
    internal new const string Name = "renderSplit";
    private readonly int _units = (int)Math.Clamp(population.Settings.Number("unitsMedian") + 0.5, 1, ushort.MaxValue);
    private readonly PopulationPlan _population = population;

    protected override RenderFleet FleetOf(AgentTick agent)
    {
        RenderFleet fleet = base.FleetOf(agent);
        int ordinal = _population.Accounts.OrdinalOf(agent.Index);
        int last = _population.Accounts.AccountsOf(_population.ControllerOf(agent.Index)) - 1;
        int free = Facts?.FreeNodes ?? 1;
        long before = (long)ordinal * free;
        long rest = Math.Max(0, _units - before);
        return fleet with { Nodes = (int)(ordinal == last ? rest : Math.Min(rest, free)) };
    }
}
