using AgentVerse.Agents.Choice;
using AgentVerse.Agents.Compute;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Compute;
using AgentVerse.Model.Numerics;

namespace AgentVerse.Agents.GpuProvider;

/// <summary>
/// What a provider is born with: units log-normal, a reserve log-normal about what its class is asked for, whether it
/// is opportunistic.
/// </summary>
internal sealed class GpuProviderBehaviour : ComputeBehaviour
{
    private static readonly Purpose Units = Purpose.Of("provider.units");
    private static readonly Purpose Reserve = Purpose.Of("provider.reserve");
    private readonly Draws _draws;
    private readonly double _unitsMedian;
    private readonly double _unitsSpread;
    private readonly double _claimFactor;
    private readonly double _reserveRatio;
    private readonly double _reserveSpread;
    private readonly double _quality;
    private readonly double _opportunistic;

    internal GpuProviderBehaviour(
        PopulationPlan population, WorldPlanning planning, params ReadOnlySpan<NetworkRows> takers)
        : base(population, planning, takers)
    {
        ProviderPurse.Check(population, planning);
        _draws = planning.Draws;
        _unitsMedian = population.Settings.Number("unitsMedian");
        _unitsSpread = population.Settings.Number("unitsSpread");
        _claimFactor = population.Settings.Number("claimFactor");
        _reserveRatio = population.Settings.Number("reserveRatio");
        _reserveSpread = population.Settings.Number("reserveSpread");
        _quality = population.Settings.Number("quality");
        _opportunistic = population.Settings.Number("opportunistic");
    }

    public override void Born(CohortTick tick, int row)
    {
        base.Born(tick, row);
        Columns columns = tick.Columns;
        StreamDraws draws = _draws.At(columns.UInt64(EngineColumns.Account)[row], -1);
        double units = _unitsMedian * draws.LogNormal(Units, 0, _unitsSpread);
        int trueUnits = (int)Math.Clamp(units + 0.5, 1, ushort.MaxValue);
        double reference = ComputeTerms.ReferenceUsdPerHour[columns.Int32(ComputeColumns.GpuClass)[row]];
        double reserve = reference * _reserveRatio * draws.LogNormal(Reserve, 0, _reserveSpread);
        columns.Int32(ProviderColumns.TrueUnits)[row] *= trueUnits;
        columns.Int32(ProviderColumns.ClaimedUnits)[row] =
            (int)Math.Clamp((trueUnits * _claimFactor) + 0.5, 1, ushort.MaxValue);
        columns.Int64(ProviderColumns.Reserve)[row] = (long)(reserve * ComputeTerms.UsdUnit);
        columns.Double(ProviderColumns.Quality)[row] = _quality;
        columns.Int32(ProviderColumns.Opportunistic)[row] =
            Opportunism.Is(_draws, tick.Population, tick.First + row, _opportunistic) ? 1 : 0;
    }
}
