using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Akash;

namespace AgentVerse.Agents.GpuProvider.Akash;

/// <summary>
/// Takes the places of an order's bids with bids that stand: a bot bids the order's own price before others and serves
/// as long as it has units. Each open bid locks a deposit, so that orders blocked an hour are bounded by its AKT.
/// </summary>
internal sealed class AkashSlotBlock(PopulationPlan population, WorldPlanning planning)
    : AkashProvider(Name, population, planning)
{
    internal const string Name = "akashSlotBlock";

    public override bool IsEarly => true;

    public override bool IgnoresCapacity => true;

    public override long Answer(in OrderShown order, long ask) => order.PriceMost;
}
