using AgentVerse.Agents.Compute;
using AgentVerse.Agents.Tenant;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Compute;
using AgentVerse.Model.Networks.Markets;
using AgentVerse.Model.Networks.Render;
using AgentVerse.Model.Numerics;

namespace AgentVerse.Agents.Render;

/// <summary>What tenants of a population send to Render's scheduler, and at what price.</summary>
internal sealed class RenderJobs
{
    private static readonly Purpose Tier = Purpose.Of("render.creator.tier");
    private static readonly Purpose Need = Purpose.Of("render.creator.need");

    /// <summary>Share of jobs that need at most so much of <see cref="RenderTerms.MemoryNeeds"/>; [A].</summary>
    private static readonly double[] NeedUpTo = [0.5, 0.8, 0.95, 1];

    private readonly int _usd;
    private readonly double _priorityShare;

    internal RenderJobs(PopulationPlan population, WorldPlanning planning)
    {
        (Scheduler, Facts) = SchedulerShards.Find(planning);
        _usd = planning.FindToken(MarketTerms.Usd);
        _priorityShare = population.Settings.Number("renderPriorityShare");
    }

    /// <summary>Index of the scheduler; -1 if the run has none.</summary>
    internal int Scheduler { get; }

    /// <summary>What is known of the scheduler; null if the run has none.</summary>
    internal SchedulerFacts? Facts { get; }

    /// <summary>Column of what an agent remembers of Render's quality.</summary>
    internal static int Quality { get; } =
        TenantColumns.FirstQuality + ComputeTerms.NetworkIndex(RenderTerms.Network);

    /// <summary>Tier that an agent takes, always the same.</summary>
    internal int TierOf(AgentTick agent) =>
        agent.Cohort.Draws.Uniform(agent.Account, -1, Tier) < _priorityShare ? 2 : 3;

    /// <summary>OctaneBench points of a GPU of the agent's class; 0 for one that renders nothing.</summary>
    internal static int OctaneOf(AgentTick agent) =>
        RenderTerms.OctaneByClass[agent.Int32(ComputeColumns.GpuClass)];

    /// <summary>Frames of so many OctaneBench hours.</summary>
    internal long FramesOf(double work) =>
        (long)Math.Clamp(Math.Ceiling(work / Facts!.FrameOctaneHours), 1, 1e8);

    /// <summary>Sends the n-th job of an agent in the tick; what its USD lack comes from outside the model.</summary>
    internal void Ask(AgentTick agent, long frames, int tier, int n)
    {
        long price = frames * Facts!.FrameUsd(tier);
        ref long wallet = ref agent.Wallet(_usd);
        if (wallet < price)
        {
            agent.Cohort.Mint(_usd, price - wallet);
            wallet = price;
        }

        int memory = MemoryOf(agent.Cohort.Draws.At(agent.Account, agent.Tick.Index).Uniform(Need, n));
        agent.Int64(TenantColumns.Spent) += price;
        agent.Int32(TenantColumns.Open)++;
        agent.Cohort.Sum(TenantColumns.OrderSum, 1);
        agent.Send(new Intent
        {
            Shard = (ushort)Scheduler,
            Token = (ushort)_usd,
            Kind = RenderIntents.Job,
            Amount = price,
            A = frames,
            B = tier + (256L * memory),
        });
    }

    private static int MemoryOf(double drawn)
    {
        int need = 0;
        while (need < NeedUpTo.Length - 1 && drawn >= NeedUpTo[need])
        {
            need++;
        }

        return RenderTerms.MemoryNeeds[need];
    }
}
