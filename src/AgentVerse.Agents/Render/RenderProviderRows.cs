using AgentVerse.Agents.Compute;
using AgentVerse.Agents.GpuProvider;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Render;

namespace AgentVerse.Agents.Render;

/// <summary>What a provider does with what Render's scheduler tells it.</summary>
internal sealed class RenderProviderRows(PopulationPlan population) : NetworkRows
{
    private readonly double _memory = population.Settings.Number("renderMemory");

    internal override string Network => RenderTerms.Network;

    internal override void Receive(CohortTick tick, int row, in Row message)
    {
        switch (message.Kind)
        {
            case RenderRows.Admitted:
                tick.Columns.Int32(RenderProviderColumns.State)[row] = RenderStates.Online;
                tick.Columns.Int32(RenderProviderColumns.Tier)[row] = (int)message.A;
                break;
            case RenderRows.Epoch:
                ReceiveEpoch(tick, row, message);
                break;
            case RenderRows.Delivered:
                tick.Columns.Int64(RenderProviderColumns.SelfSpent)[row] -= message.Amount;
                tick.Columns.Int64(RenderProviderColumns.SelfLast)[row] -= message.Amount;
                break;
            case RenderRows.Suspended:
                Suspend(tick, row);
                break;
            case RenderRows.Refused when message.B == RenderIntents.Job:
                tick.Columns.Int64(RenderProviderColumns.SelfSpent)[row] -= message.Amount;
                tick.Columns.Int64(RenderProviderColumns.SelfLast)[row] -= message.Amount;
                break;
            case RenderRows.Refused:
                Suspend(tick, row);
                break;
            default:
                break;
        }
    }

    private static void Suspend(CohortTick tick, int row)
    {
        tick.Columns.Int32(RenderProviderColumns.State)[row] = RenderStates.Suspended;
        tick.Columns.Int32(RenderStand.Offered)[row] = 0;
    }

    private void ReceiveEpoch(CohortTick tick, int row, in Row message)
    {
        SchedulerBulletin shown = tick.Board.Get<SchedulerBulletin>(message.Shard);
        double earned = message.Amount / (double)RenderTerms.UnitsPerToken;
        double got = shown.Paid > 0 ? message.Amount / (double)shown.Paid : 0;
        ref double share = ref tick.Columns.Double(RenderProviderColumns.Share)[row];
        ref int epochs = ref tick.Columns.Int32(RenderProviderColumns.Epochs)[row];
        share = share == 0 && epochs == 0 ? got : ((1 - _memory) * share) + (_memory * got);
        epochs += message.Amount > message.A ? 1 : 0;
        tick.Columns.Int64(RenderProviderColumns.Earned)[row] += message.Amount;
        tick.Columns.Int64(RenderProviderColumns.EarnedReady)[row] += message.A;
        tick.Columns.Int64(RenderProviderColumns.Worked)[row] += message.B;
        tick.Columns.Int64(ProviderColumns.Income)[row] += (long)(earned * shown.Price * 1e6);
    }
}
