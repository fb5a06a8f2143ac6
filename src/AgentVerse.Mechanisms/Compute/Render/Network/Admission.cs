using AgentVerse.Model.Networks.Render;
using AgentVerse.Model.Numerics;

namespace AgentVerse.Mechanisms.Compute.Render.Network;

/// <summary>
/// Admits applicants: as many an epoch as there are places, the earlier application first, those of one tick in drawn
/// order.
/// </summary>
internal static class Admission
{
    private static readonly Purpose Queue = Purpose.Of("render.queue");
    private static readonly Purpose Vetting = Purpose.Of("render.vetting");

    /// <summary>Admits whom the epoch still has places for.</summary>
    internal static void Admit(in SchedulerRun run)
    {
        long places = run.Spec.Epochs.Admissions(run.Spec.EpochOf(run.Now)) ?? run.Spec.Admissions;
        places = run.State.Nodes.Waiting > 0 ? Math.Max(0, places - run.State.Admitted) : 0;
        Draws draws = run.Tick.World.Draws;
        List<(int Since, ulong Drawn, int Place)> waiting = [];
        Span<NodeRecord> records = run.State.Nodes.Records;
        for (int i = 0; places > 0 && i < records.Length; i++)
        {
            if (records[i].Mode == NodeMode.Waiting)
            {
                waiting.Add((records[i].Since, draws.Bits(records[i].Account, -1, Queue), i));
            }
        }

        if (waiting.Count > places)
        {
            waiting.Sort();
        }

        for (int i = 0; i < waiting.Count && i < places; i++)
        {
            Admit(run, ref run.State.Nodes.Admit(waiting[i].Place));
        }
    }

    private static void Admit(in SchedulerRun run, ref NodeRecord record)
    {
        bool isVetted = run.Tick.World.Draws.Uniform(record.Account, -1, Vetting) < run.Spec.VettedShare;
        record.Vetted = (byte)(isVetted ? 1 : 0);
        record.Tier = (byte)Reputation.Tier(isVetted, record.Reputation, run.Spec.Parameters);
        record.Since = run.Now;
        record.Mode = record.WantsWork == 1 ? NodeMode.Online : NodeMode.Idle;
        run.State.Admitted++;
        run.Counts.Admitted++;
        run.Tick.Pay(record.Holder, RenderRows.Admitted, run.Spec.Render, 0, record.Tier);
        run.Tick.Tell(run.Events.Admitted, 0, record.Holder, 0, record.Tier, record.Nodes);
    }
}
