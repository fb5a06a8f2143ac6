using AgentVerse.Model.Networks.Render;
using AgentVerse.Model.Numerics;

namespace AgentVerse.Mechanisms.Compute.Render.Network;

/// <summary>Measures the score of a drawn share of wallets; those that claimed more are suspended for good.</summary>
internal static class Audits
{
    private static readonly Purpose Audit = Purpose.Of("render.audit");

    internal static void Run(in SchedulerRun run)
    {
        (double rate, double tolerance) = run.Spec.Audit;
        foreach (ref NodeRecord node in run.State.Nodes.Records)
        {
            if (!node.StandsReady || run.Tick.World.Draws.Uniform(node.Account, run.Now, Audit) >= rate
                || node.Octane <= node.TrueOctane * (1 + tolerance))
            {
                continue;
            }

            node.Mode = NodeMode.Suspended;
            run.Counts.Suspended++;
            long factor = 1000L * node.Octane / Math.Max(1, node.TrueOctane);
            run.Tick.Pay(node.Holder, RenderRows.Suspended, run.Spec.Render, 0, factor);
            run.Tick.Tell(run.Events.Suspended, 0, node.Holder, 0, node.Octane, node.TrueOctane);
        }
    }
}
