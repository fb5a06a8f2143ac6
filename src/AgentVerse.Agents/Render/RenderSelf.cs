using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Markets;
using AgentVerse.Model.Networks.Render;

namespace AgentVerse.Agents.Render;

/// <summary>
/// Self-rendering: once an epoch pays for jobs that its own nodes render, to draw on the pool. It spends
/// renderSelfSpend,
/// or v* = sqrt(M V) - V with M the epoch's pool at the smoothed price and V what others' work of the last epoch was
/// worth; within its USD and what its nodes can do.
/// </summary>
internal sealed class RenderSelf : RenderProvider
{
    internal new const string Name = "renderSelf";
    private const int Tier = 3;
    private readonly long _spend;
    private readonly int _usd;
    private readonly int _ticksPerEpoch;
    private readonly double _hours;

    internal RenderSelf(PopulationPlan population, WorldPlanning planning)
        : base(population, planning)
    {
        _spend = population.Settings.Integer("renderSelfSpend");
        _usd = planning.FindToken(MarketTerms.Usd);
        _ticksPerEpoch = (int)Math.Max(1, RenderTerms.EpochSeconds / planning.TickSeconds);
        _hours = planning.TickSeconds / 3600.0;
    }

    protected override void Act(AgentTick agent, RenderFleet fleet)
    {
        if (agent.Tick.Index % _ticksPerEpoch != 0)
        {
            return;
        }

        long price = Facts!.FrameUsd(Tier);
        double able = fleet.Points * _hours / Facts.FrameOctaneHours;
        long wanted = _spend > 0 ? _spend : Optimum(agent);
        ref long last = ref agent.Int64(RenderProviderColumns.SelfLast);
        last = 0;
        long frames = price <= 0 ? 0 : Math.Min((long)able, Math.Min(wanted, agent.Wallet(_usd)) / price);
        if (frames <= 0)
        {
            return;
        }

        last = frames * price;
        agent.Int64(RenderProviderColumns.SelfSpent) += last;
        agent.Send(new Intent
        {
            Shard = (ushort)Scheduler,
            Token = (ushort)_usd,
            Kind = RenderIntents.Job,
            Amount = last,
            A = frames,
            B = Tier,
            C = (long)agent.Account,
        });
    }

    private long Optimum(AgentTick agent)
    {
        SchedulerBulletin shown = agent.Board.Get<SchedulerBulletin>(Scheduler);
        FoundationBulletin plan = agent.Board.Get<FoundationBulletin>(Facts!.FoundationShard);
        double pool = plan.NodeJobs / (double)RenderTerms.UnitsPerToken * shown.SmoothedPrice;
        double honest = Math.Max(0, shown.Value - agent.Int64(RenderProviderColumns.SelfLast)) / 1e6;
        double best = SelfRendering.Optimum(pool, honest);
        agent.Term("pool", pool);
        agent.Term("honest", honest);
        agent.Term("spend", best);
        return (long)(best * 1e6);
    }
}
