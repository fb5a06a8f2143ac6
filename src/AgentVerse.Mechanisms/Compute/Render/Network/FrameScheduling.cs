using AgentVerse.Model.Networks.Render;
using AgentVerse.Model.Numerics;

namespace AgentVerse.Mechanisms.Compute.Render.Network;

/// <summary>
/// Deals the frames of a tick: requests for a node first, then pools of one tier and need of memory, the largest need
/// first, over nodes weighted by score, reputation and a drawn match. Frames that fail are dealt once more; jobs get
/// what
/// was approved in order of their times, and the rest of their money back.
/// </summary>
internal static class FrameScheduling
{
    private const int Rounds = 2;
    private const int DrawMask = 1023;
    private const double PauseHours = 24;
    private static readonly Purpose Offset = Purpose.Of("render.offset");
    private static readonly Purpose Failure = Purpose.Of("render.failure");
    private static readonly Purpose Honour = Purpose.Of("render.honour");
    private static readonly Purpose Pause = Purpose.Of("render.pause");

    /// <summary>Runs a tick.</summary>
    internal static void Run(in SchedulerRun run, List<RenderJob> jobs)
    {
        FramePools pools = FrameWeights.Of(run);
        int pool = 0;
        foreach (RenderJob job in jobs)
        {
            if (job.Requested != 0)
            {
                Request(run, pools, job);
            }
        }

        for (int tier = 2; tier <= 3; tier++)
        {
            foreach (IGrouping<int, RenderJob> need in jobs
                .Where(j => j.Tier == tier && j.Rendered == 0).GroupBy(j => j.Memory).OrderByDescending(g => g.Key))
            {
                RunPool(run, pools, [.. need], pool++);
            }
        }

        foreach (RenderJob job in jobs)
        {
            Deliver(run, job);
        }

        End(run, pools);
    }

    /// <summary>A job for a node that is asked for: what the node cannot take or fails stays unrendered.</summary>
    private static void Request(in SchedulerRun run, FramePools pools, RenderJob job)
    {
        int place = run.State.Nodes.PlaceOf(job.Requested);
        Draws draws = run.Tick.World.Draws;
        if (place < 0 || pools.Weights[place] == 0 || run.State.Nodes.Records[place].Tier > job.Tier
            || draws.Uniform(job.Account, run.Now, Honour, job.Ordinal) >= run.Spec.HonoursRequests)
        {
            return;
        }

        long dealt = Math.Min(job.Frames, pools.Capacities[place]);
        pools.Capacities[place] -= dealt;
        job.Rendered = Approve(run, pools, (place, dealt), job.Tier, job.Ordinal);
        run.Counts.Requested += job.Rendered * run.Spec.FrameUsdOf(job.Tier);
    }

    private static void RunPool(in SchedulerRun run, FramePools pools, RenderJob[] jobs, int number)
    {
        int tier = jobs[0].Tier;
        pools.Gather(tier, jobs[0].Memory);
        long left = jobs.Sum(j => j.Frames);
        long approved = 0;
        for (int round = 0; round < Rounds && left > 0; round++)
        {
            long done = RunRound(run, pools, (left, tier), (number * Rounds) + round);
            approved += done;
            left -= done;
        }

        foreach (RenderJob job in jobs)
        {
            job.Rendered = Math.Min(job.Frames, approved);
            approved -= job.Rendered;
        }
    }

    private static long RunRound(in SchedulerRun run, FramePools pools, (long Frames, int Tier) ask, int number)
    {
        pools.BeginRound();
        StreamDraws draws = run.Tick.World.Draws.At(run.Tick.Shard.Key, run.Now);
        FrameCapacity nodes = new() { Weights = pools.PoolWeights, Capacities = pools.PoolCapacities };
        _ = FrameAllocation.Deal(
            ask.Frames, nodes, pools.PoolDealt,
            (draws.Bits(Offset, 2 * (number & DrawMask)), draws.Bits(Offset, (2 * (number & DrawMask)) + 1)));
        long approved = 0;
        for (int i = 0; i < pools.PoolDealt.Length; i++)
        {
            if (pools.PoolDealt[i] > 0)
            {
                int place = pools.PoolPlaces[i];
                pools.Capacities[place] -= pools.PoolDealt[i];
                approved += Approve(run, pools, (place, pools.PoolDealt[i]), ask.Tier, number);
            }
        }

        return approved;
    }

    /// <summary>Checks the frames dealt to a wallet; approved ones count for its pay.</summary>
    private static long Approve(
        in SchedulerRun run, FramePools pools, (int Place, long Frames) dealt, int tier, int number)
    {
        ref NodeRecord node = ref run.State.Nodes.Records[dealt.Place];
        double mean = dealt.Frames * (node.FailurePpm / (double)NodeTraits.Million);
        long failed = mean <= 0 ? 0 : node.FailurePpm == NodeTraits.Million ? dealt.Frames : Math.Min(
            dealt.Frames, run.Tick.World.Draws.At(node.Account, run.Now).Poisson(Failure, mean, number & DrawMask));
        long approved = dealt.Frames - failed;
        pools.Dealt[dealt.Place] += dealt.Frames;
        pools.Approved[dealt.Place] += approved;
        node.Value = checked(node.Value + (approved * run.Spec.FrameUsdOf(tier)));
        run.Counts.Rejected += failed;
        return approved;
    }

    private static void Deliver(in SchedulerRun run, RenderJob job)
    {
        long value = job.Rendered * run.Spec.FrameUsdOf(job.Tier);
        run.Counts.Asked += job.Frames;
        run.Counts.Priority += job.Tier == 2 ? job.Rendered : 0;
        run.Counts.Economy += job.Tier == 3 ? job.Rendered : 0;
        run.Counts.Value += value;
        run.Counts.Refunded += job.Carried - value;
        run.Tick.Pay(
            job.Sender, RenderRows.Delivered, run.Spec.Usd, job.Carried - value, job.Rendered, job.Frames);
    }

    /// <summary>Reputation, tier and pauses of those that worked.</summary>
    private static void End(in SchedulerRun run, FramePools pools)
    {
        Span<NodeRecord> records = run.State.Nodes.Records;
        RenderParameters parameters = run.Spec.Parameters;
        for (int i = 0; i < records.Length; i++)
        {
            if (pools.Dealt[i] == 0)
            {
                continue;
            }

            ref NodeRecord node = ref records[i];
            (long dealt, long approved) = (pools.Dealt[i], pools.Approved[i]);
            node.Frames += approved;
            node.BusyHours += dealt * run.Spec.FrameOctaneHours;
            node.Reputation = Reputation.After(node.Reputation, dealt, approved, parameters);
            node.Tier = (byte)Reputation.Tier(node.Vetted == 1, node.Reputation, parameters);
            double pause = Reputation.PauseProbability(dealt, dealt - approved, parameters);
            if (pause > 0 && run.Tick.World.Draws.Uniform(node.Account, run.Now, Pause) < pause)
            {
                node.PausedHours += PauseHours;
                run.Tick.Tell(run.Events.Paused, 0, node.Holder, 0, dealt, dealt - approved);
            }
        }
    }
}
