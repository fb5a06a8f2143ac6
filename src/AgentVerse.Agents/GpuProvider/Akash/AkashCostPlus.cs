using AgentVerse.Model.Contracts;

namespace AgentVerse.Agents.GpuProvider.Akash;

/// <summary>Offers the units that it has at its reserve, for ever.</summary>
internal sealed class AkashCostPlus(PopulationPlan population, WorldPlanning planning)
    : AkashProvider(Name, population, planning)
{
    internal const string Name = "akashCostPlus";
}
