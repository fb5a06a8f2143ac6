using AgentVerse.Model.Networks.Render;
using AgentVerse.Model.Numerics;

namespace AgentVerse.Mechanisms.Compute.Render.Network;

/// <summary>Divides an epoch's pool for availability among the wallets that stand ready.</summary>
internal static class ReadyPay
{
    private const double ScoreUnits = 1e6;

    /// <summary>Pays by nodes times score; returns what nobody got.</summary>
    internal static long Share(in SchedulerRun run, long pool, long[] pay)
    {
        Span<NodeRecord> records = run.State.Nodes.Records;
        StandingNode mean = Mean(run);
        long[] weights = new long[records.Length];
        double sum = 0;
        for (int i = 0; i < records.Length; i++)
        {
            ref readonly NodeRecord node = ref records[i];
            if (node.StandsReady)
            {
                double score = Availability.Score(
                    new StandingNode(IdleOf(node), node.Octane, node.Memory, AgeOf(run, node)), mean, node.Nodes,
                    run.Spec.Parameters);
                weights[i] = (long)(score * node.Nodes * ScoreUnits);
                sum += weights[i];
            }
        }

        double best = Availability.Score(mean with { Idle = 1 }, mean, 1, run.Spec.Parameters) * ScoreUnits;
        run.State.Last.AvailabilityPerNode = sum > 0 ? pool / (double)RenderTerms.UnitsPerToken * best / sum : 0;
        return Apportion.LargestRemainder<long>(pool, weights, pay);
    }

    /// <summary>Share of the epoch in which a wallet's nodes were online and had no work.</summary>
    private static double IdleOf(in NodeRecord node)
    {
        double whole = node.Nodes * node.Octane * RenderTerms.EpochHours;
        return Math.Clamp((node.OnlineHours - node.BusyHours) / whole, 0, 1);
    }

    private static long AgeOf(in SchedulerRun run, in NodeRecord node) =>
        (long)((run.Now + 1 - node.Since) * run.Tick.Tick.Days);

    private static StandingNode Mean(in SchedulerRun run)
    {
        Int128 octane = 0, memory = 0, age = 0;
        long nodes = 0;
        foreach (ref readonly NodeRecord node in run.State.Nodes.Records)
        {
            if (node.StandsReady)
            {
                nodes += node.Nodes;
                octane += (Int128)node.Nodes * node.Octane;
                memory += (Int128)node.Nodes * node.Memory;
                age += (Int128)node.Nodes * AgeOf(run, node);
            }
        }

        return nodes == 0
            ? default
            : new StandingNode(0, (double)octane / nodes, (double)memory / nodes, (double)age / nodes);
    }
}
