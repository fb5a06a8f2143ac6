using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Akash;

namespace AgentVerse.Agents.GpuProvider.Akash;

/// <summary>
/// Takes the places of an order's bids at the cost of nothing: a bot bids before others at the order's price and closes
/// the bid at once. The deposit comes back and the place stays taken.
/// </summary>
internal sealed class AkashBidWithdraw(PopulationPlan population, WorldPlanning planning)
    : AkashProvider(Name, population, planning)
{
    internal const string Name = "akashBidWithdraw";

    public override bool IsEarly => true;

    public override int Tries => 2;

    public override bool Withdraws => true;

    public override bool IgnoresCapacity => true;

    public override long Answer(in OrderShown order, long ask) => order.PriceMost;
}
