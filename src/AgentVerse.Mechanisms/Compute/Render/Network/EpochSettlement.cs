using AgentVerse.Model.Networks.Render;

namespace AgentVerse.Mechanisms.Compute.Render.Network;

/// <summary>
/// The end of an epoch: the pool for work by value of approved work, the pool for availability by score; what nobody
/// earned is kept unallocated. Every wallet that stood ready is told.
/// </summary>
internal static class EpochSettlement
{
    /// <summary>Pays an epoch from the pools that the foundation published for it.</summary>
    internal static void Settle(in SchedulerRun run)
    {
        FoundationBulletin plan = run.Tick.Board.Get<FoundationBulletin>(run.Spec.FoundationShard);
        Span<NodeRecord> records = run.State.Nodes.Records;
        long[] work = new long[records.Length];
        long[] ready = new long[records.Length];
        long left = ShareWork(run, plan.NodeJobs, work);
        long leftReady = ReadyPay.Share(run, plan.Availability, ready);
        run.State.Unallocated = checked(run.State.Unallocated + left + leftReady);
        run.Tick.Mint(run.Spec.Render, plan.NodeJobs + plan.Availability);
        run.Counts.Epoch.Pool = plan.NodeJobs - left;
        run.Counts.Epoch.Availability = plan.Availability - leftReady;
        EpochStatistics.Count(run, work, ready);
        Remember(run, work);
        for (int i = 0; i < records.Length; i++)
        {
            Pay(run, ref records[i], work[i], ready[i]);
        }

        run.State.Admitted = 0;
    }

    private static long ShareWork(in SchedulerRun run, long pool, long[] work)
    {
        Span<NodeRecord> records = run.State.Nodes.Records;
        long[] values = new long[work.Length];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = records[i].Value;
        }

        return BurnMint.Share(pool, values, work, run.Spec.Parameters);
    }

    /// <summary>What agents are told of the epoch.</summary>
    private static void Remember(in SchedulerRun run, long[] work)
    {
        ref SettledEpoch last = ref run.State.Last;
        (double Pay, double Octane) priority = default, economy = default;
        last.Value = 0;
        Span<NodeRecord> records = run.State.Nodes.Records;
        for (int i = 0; i < records.Length; i++)
        {
            ref readonly NodeRecord node = ref records[i];
            last.Value = checked(last.Value + node.Value);
            ref (double Pay, double Octane) tier = ref node.Tier == 2 ? ref priority : ref economy;
            tier.Pay += work[i];
            tier.Octane += node.Mode != NodeMode.Idle ? node.OnlineHours / RenderTerms.EpochHours : 0;
        }

        last.Pool = run.Counts.Epoch.Pool;
        last.Availability = run.Counts.Epoch.Availability;
        last.PayPerPriorityOctane = PerOctane(priority);
        last.PayPerEconomyOctane = PerOctane(economy);
    }

    private static double PerOctane((double Pay, double Octane) tier) =>
        tier.Octane > 0 ? tier.Pay / RenderTerms.UnitsPerToken / tier.Octane : 0;

    private static void Pay(in SchedulerRun run, ref NodeRecord node, long work, long ready)
    {
        if (node.StandsReady || work + ready > 0)
        {
            run.Tick.Pay(
                node.Holder, RenderRows.Epoch, run.Spec.Render, checked(work + ready), ready, node.Value);
        }

        node.LastPay = work;
        node.Value = 0;
        node.Frames = 0;
        node.BusyHours = 0;
        node.OnlineHours = 0;
    }
}
