using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Akash;

namespace AgentVerse.Agents.GpuProvider.Akash;

/// <summary>
/// Bids below what others got: max(reserve, 0.95 min(order's price, quote)), so that idle providers bid each other down
/// to their costs.
/// </summary>
internal sealed class AkashUndercut(PopulationPlan population, WorldPlanning planning)
    : AkashProvider(Name, population, planning)
{
    internal const string Name = "akashUndercut";
    private const long Percent = 95;

    public override long Answer(in OrderShown order, long ask)
    {
        long rival = order.Quote > 0 ? Math.Min(order.PriceMost, order.Quote) : order.PriceMost;
        return Math.Max(ask, rival * Percent / 100);
    }
}
