using AgentVerse.Agents.Compute;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Compute;
using AgentVerse.Model.Numerics;
using AgentVerse.Model.Settings;

namespace AgentVerse.Agents.Tenant;

/// <summary>
/// When tenants need GPUs and how many: Poisson at rate lambda exp(growth t) (P/P_ref)^(-elasticity) a day, sizes and
/// times log-normal. Every variate is drawn from the agent's own stream.
/// </summary>
internal sealed class Demand
{
    private const double DaysPerYear = 365.25;
    private const int DrawsPerOrder = 2;
    private static readonly Purpose Arrival = Purpose.Of("tenant.arrival");
    private static readonly Purpose Size = Purpose.Of("tenant.size");
    private readonly double _growth;
    private readonly double _elasticity;
    private readonly double _sizeMedian;
    private readonly double _sizeSpread;
    private readonly double _hoursMedian;
    private readonly double _hoursSpread;

    internal Demand(SettingsMap settings)
    {
        _growth = settings.Number("growth");
        _elasticity = settings.Number("elasticity");
        _sizeMedian = settings.Number("sizeMedian");
        _sizeSpread = settings.Number("sizeSpread");
        _hoursMedian = settings.Number("hoursMedian");
        _hoursSpread = settings.Number("hoursSpread");
    }

    /// <summary>Most orders that an agent sends in a tick: its draws and intents are numbered.</summary>
    internal const int MostOrders = 100;

    /// <summary>Draws when rows [from, to) need something; as long as the range.</summary>
    internal static void DrawArrivals(CohortTick tick, int from, int to, Span<double> uniforms) =>
        tick.Draws.FillUniforms(
            tick.Columns.UInt64(EngineColumns.Account)[from..to], tick.Tick.Index, Arrival, uniforms);

    /// <summary>Factor on the rate of orders at an effective price, USD a unit and hour.</summary>
    internal double Factor(Tick tick, int gpuClass, double priceEffective)
    {
        double years = tick.Index * tick.Days / DaysPerYear;
        double ratio = priceEffective / ComputeTerms.ReferenceUsdPerHour[gpuClass];
        return DeterministicMath.Exp(_growth * years) * DeterministicMath.Pow(Math.Max(ratio, 1e-9), -_elasticity);
    }

    /// <summary>
    /// Number of orders with this mean for an agent's draw; mostly none, found without an exponential.
    /// </summary>
    internal static int Orders(double uniform, double mean)
    {
        if (uniform >= mean)
        {
            return 0;
        }

        double most = Math.Min(mean, MostOrders);
        return (int)Math.Min(MostOrders, Quantiles.Poisson(1 - uniform, most));
    }

    /// <summary>What the n-th order of an agent in the tick asks for.</summary>
    internal Need Draw(AgentTick agent, int n)
    {
        StreamDraws draws = agent.Cohort.Draws.At(agent.Account, agent.Tick.Index);
        double units = _sizeMedian * draws.LogNormal(Size, 0, _sizeSpread, DrawsPerOrder * n);
        double hours = _hoursMedian * draws.LogNormal(Size, 0, _hoursSpread, (DrawsPerOrder * n) + 1);
        return new Need((int)Math.Clamp(units + 0.5, 1, 1000), (long)Math.Clamp(hours * 3600, 60, 90 * 86_400.0));
    }
}
