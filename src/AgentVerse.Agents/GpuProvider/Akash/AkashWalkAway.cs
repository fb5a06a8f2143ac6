using AgentVerse.Model.Contracts;

namespace AgentVerse.Agents.GpuProvider.Akash;

/// <summary>Offers as the cost-plus script does, and leaves a lease once the market pays a tenth more.</summary>
internal sealed class AkashWalkAway(PopulationPlan population, WorldPlanning planning)
    : AkashProvider(Name, population, planning)
{
    internal const string Name = "akashWalkAway";

    public override double WalksAwayAbove => 1.1;
}
