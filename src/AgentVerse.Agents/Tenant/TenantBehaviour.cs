using AgentVerse.Agents.Compute;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Compute;
using AgentVerse.Model.Numerics;

namespace AgentVerse.Agents.Tenant;

/// <summary>What a tenant is born with: a rate of orders and a limit of price, both log-normal.</summary>
internal sealed class TenantBehaviour : ComputeBehaviour
{
    private static readonly Purpose Rate = Purpose.Of("tenant.rate");
    private static readonly Purpose Limit = Purpose.Of("tenant.limit");
    private readonly Draws _draws;
    private readonly double _ordersPerDay;
    private readonly double _ordersSpread;
    private readonly double _limit;
    private readonly double _limitSpread;

    internal TenantBehaviour(PopulationPlan population, WorldPlanning planning, params ReadOnlySpan<NetworkRows> takers)
        : base(population, planning, takers)
    {
        _draws = planning.Draws;
        _ordersPerDay = population.Settings.Number("ordersPerDay");
        _ordersSpread = population.Settings.Number("ordersSpread");
        _limit = population.Settings.Number("priceLimit");
        _limitSpread = population.Settings.Number("priceLimitSpread");
    }

    public override void Born(CohortTick tick, int row)
    {
        base.Born(tick, row);
        Columns columns = tick.Columns;
        StreamDraws draws = _draws.At(columns.UInt64(EngineColumns.Account)[row], -1);
        double meanOfOne = -0.5 * _ordersSpread * _ordersSpread;
        columns.Double(TenantColumns.OrdersPerDay)[row] =
            _ordersPerDay * draws.LogNormal(Rate, meanOfOne, _ordersSpread);
        columns.Double(TenantColumns.PriceLimit)[row] = _limit * draws.LogNormal(Limit, 0, _limitSpread);
        for (int n = 0; n < ComputeTerms.Networks.Count; n++)
        {
            columns.Double(TenantColumns.FirstQuality + n)[row] = 1;
        }
    }
}
