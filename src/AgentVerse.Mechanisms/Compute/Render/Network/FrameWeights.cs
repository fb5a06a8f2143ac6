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
        FramePools pools = run.Pools;
        pools.Begin(records.Length);
        run.Tick.World.Draws.FillNormals(run.State.Nodes.Accounts, run.Now, Match, pools.Match);
        for (int i = 0; i < records.Length; i++)
        {
            ref NodeRecord node = ref records[i];
            double uptime = node.UptimePpm / (double)NodeTraits.Million;
            double hours = uptime * Math.Max(0, run.Spec.TickHours - node.PausedHours);
            node.PausedHours = Math.Max(0, node.PausedHours - run.Spec.TickHours);
            if (!node.StandsReady)
            {
                continue;
            }

            double work = (double)node.Nodes * node.Octane * hours;
            node.OnlineHours += work;
            if (node.Mode == NodeMode.Online)
            {
                double spread = WorkMatch.Spread(run.Spec.MatchSpread, node.Nodes);
                double weight = work * node.Reputation * WorkMatch.Factor(spread, pools.Match[i]) * WeightUnits;
                pools.Weights[i] = (long)Math.Min(weight, MostWeight);
                pools.Capacities[i] = (long)(work / run.Spec.FrameOctaneHours);
                if (pools.Weights[i] > 0 && node.Tier is 2 or 3)
                {
                    pools.Tiers[node.Tier - 2].Add((i, node.Memory));
                }
            }
        }

        return pools;
    }
}
