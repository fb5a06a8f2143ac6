using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Render;

namespace AgentVerse.Mechanisms.Compute.Render.Network;

/// <summary>Takes what agents ask of the scheduler, in order of its time in the tick.</summary>
internal static class NodeIntents
{
    private const int MostFrames = 1_000_000_000;
    private const int MostNodes = 1 << 20;
    private const int MostOctane = 1 << 20;
    private const int MostMemory = 1 << 16;

    /// <summary>Applies all intents; jobs are added to the list in order.</summary>
    internal static void Take(in SchedulerRun run, List<RenderJob> jobs)
    {
        foreach (TimedIntent timed in run.Tick.Intents)
        {
            Intent intent = timed.Intent;
            RenderRefusal? reason = intent.Kind switch
            {
                RenderIntents.Online => Stand(run, intent, NodeMode.Online),
                RenderIntents.Idle => Stand(run, intent, NodeMode.Idle),
                RenderIntents.Offline => Leave(run, intent),
                RenderIntents.Job => Ask(run, intent, jobs),
                _ => RenderRefusal.UnknownIntent,
            };
            bool isJob = intent.Kind == RenderIntents.Job;
            if (reason is { } refusal)
            {
                run.Counts.RefusedIntents++;
                run.Tick.Pay(
                    intent.Sender, RenderRows.Refused, intent.Token, intent.Amount, (long)refusal, intent.Kind);
            }
            else if (!isJob && intent.Amount > 0)
            {
                // A node carries no money; what came with it goes back.
                run.Tick.Pay(intent.Sender, RenderRows.Delivered, intent.Token, intent.Amount);
            }
        }
    }

    private static RenderRefusal? Stand(in SchedulerRun run, in Intent intent, NodeMode mode)
    {
        bool isSound = intent.A is > 0 and <= MostNodes && intent.B is > 0 and <= MostOctane
            && intent.C is >= RenderTerms.LeastMemory and <= MostMemory;
        if (!isSound)
        {
            return RenderRefusal.BelowMinimum;
        }

        int place = run.State.Nodes.PlaceOf(intent.Account);
        NodeRecord record = place >= 0 ? run.State.Nodes.Records[place] : Applicant(run, intent);
        if (record.Mode == NodeMode.Suspended)
        {
            return RenderRefusal.Suspended;
        }

        NodeTraits traits = NodeTraits.Of(intent.D);
        record.Mode = record.Mode == NodeMode.Waiting ? NodeMode.Waiting : mode;
        record.WantsWork = (byte)(mode == NodeMode.Online ? 1 : 0);
        record.Nodes = (int)intent.A;
        record.Octane = (int)intent.B;
        record.Memory = (int)intent.C;
        (record.TrueOctane, record.FailurePpm, record.UptimePpm) = traits;
        if (place >= 0)
        {
            run.State.Nodes.Records[place] = record;
        }
        else
        {
            run.State.Nodes.Add(record);
        }

        return null;
    }

    private static NodeRecord Applicant(in SchedulerRun run, in Intent intent) => new()
    {
        Account = intent.Account,
        Holder = intent.Sender,
        Reputation = 1,
        Since = run.Now,
        Mode = NodeMode.Waiting,
    };

    private static RenderRefusal? Leave(in SchedulerRun run, in Intent intent)
    {
        int place = run.State.Nodes.PlaceOf(intent.Account);
        if (place >= 0 && run.State.Nodes.Records[place].StandsReady)
        {
            run.State.Nodes.Records[place].Mode = NodeMode.Offline;
        }

        return null;
    }

    private static RenderRefusal? Ask(in SchedulerRun run, in Intent intent, List<RenderJob> jobs)
    {
        int tier = (int)(intent.B & byte.MaxValue);
        long memory = intent.B >> 8;
        if (tier is not (2 or 3) || intent.A is <= 0 or > MostFrames || memory is < 0 or > MostMemory
            || intent.Token != run.Spec.Usd)
        {
            return RenderRefusal.BadJob;
        }

        if (intent.Amount < intent.A * run.Spec.FrameUsdOf(tier))
        {
            return RenderRefusal.NotCovered;
        }

        jobs.Add(new RenderJob(intent, tier, (int)memory));
        return null;
    }
}
