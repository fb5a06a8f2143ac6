using AgentVerse.Model.Networks.Render;
using AgentVerse.Model.Numerics;

namespace AgentVerse.Mechanisms.Compute.Render.Network;

/// <summary>Who is reachable in a tick, for how much work, and how well that work suits it.</summary>
internal static class FrameWeights
{
    private const double WeightUnits = 16;
    private const double MostWeight = 1L << 50;
    private static readonly Purpose Match = Purpose.Of("render.match");

    /// <summary>Weights and capacities of all wallets; counts what they were reachable for and ends pauses.</summary>
    internal static FramePools Of(in SchedulerRun run)
    {
        Span<NodeRecord> records = run.State.Nodes.Records;
        FramePools pools = new(records.Length);
        for (int i = 0; i < records.Length; i++)
        {
            ref NodeRecord node = ref records[i];
            double paused = Math.Min(node.PausedHours, run.Spec.TickHours);
            node.PausedHours -= paused;
            if (!node.StandsReady)
            {
                continue;
            }

            double work = Points(node) * (run.Spec.TickHours - paused);
            node.OnlineHours += work;
            if (node.Mode == NodeMode.Online)
            {
                double spread = WorkMatch.Spread(run.Spec.MatchSpread, node.Nodes);
                double normal = run.Tick.World.Draws.At(node.Account, run.Now).Normal(Match);
                double weight = work * node.Reputation * WorkMatch.Factor(spread, normal) * WeightUnits;
                pools.Weights[i] = (long)Math.Min(weight, MostWeight);
                pools.Capacities[i] = (long)(work / run.Spec.FrameOctaneHours);
            }
        }

        return pools;
    }

    /// <summary>OctaneBench points that are reachable in the mean.</summary>
    private static double Points(in NodeRecord node) =>
        (double)node.Nodes * node.Octane * node.UptimePpm / NodeTraits.Million;
}
