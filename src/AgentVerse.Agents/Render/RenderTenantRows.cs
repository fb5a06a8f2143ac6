using AgentVerse.Agents.Compute;
using AgentVerse.Agents.Tenant;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Compute;
using AgentVerse.Model.Networks.Render;

namespace AgentVerse.Agents.Render;

/// <summary>
/// What a creator does with what the scheduler tells it: counts what it got, sends what was not rendered to another
/// farm,
/// and remembers the share that was.
/// </summary>
internal sealed class RenderTenantRows : NetworkRows
{
    private readonly double _memory;
    private readonly double _farmUsdPerFrame;
    private readonly double _frameOctaneHours;
    private readonly int _quality = TenantColumns.FirstQuality + ComputeTerms.NetworkIndex(RenderTerms.Network);

    internal RenderTenantRows(PopulationPlan population, WorldPlanning planning)
    {
        _memory = population.Settings.Number("memory");
        _frameOctaneHours = planning.Shards.Select(s => s.Plan.Facts).OfType<SchedulerFacts>()
            .Select(f => f.FrameOctaneHours).FirstOrDefault(1);
        _farmUsdPerFrame = population.Settings.Number("renderFarmPrice") / 1000 * _frameOctaneHours;
    }

    internal override string Network => RenderTerms.Network;

    internal override void Receive(CohortTick tick, int row, in Row message)
    {
        if (message.Kind is not (RenderRows.Delivered or RenderRows.Refused))
        {
            return;
        }

        long rendered = message.Kind == RenderRows.Delivered ? message.A : 0;
        long asked = message.Kind == RenderRows.Delivered ? message.B : 0;
        int octane = RenderTerms.OctaneByClass[tick.Columns.Int32(ComputeColumns.GpuClass)[row]];
        double hours = octane > 0 ? _frameOctaneHours / octane : 0;
        tick.Columns.Int64(TenantColumns.Spent)[row] -= message.Amount;
        tick.Columns.Int64(TenantColumns.SpentCloud)[row] +=
            (long)((asked - rendered) * _farmUsdPerFrame * ComputeTerms.UsdUnit);
        tick.Columns.Double(TenantColumns.ReceivedHours)[row] += rendered * hours;
        tick.Columns.Double(TenantColumns.PaidHours)[row] += rendered * hours;
        tick.Columns.Int32(TenantColumns.Open)[row]--;
        ref double quality = ref tick.Columns.Double(_quality)[row];
        double share = asked > 0 ? (double)rendered / asked : 0;
        quality = ((1 - _memory) * quality) + (_memory * share);
    }
}
