using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Markets;
using AgentVerse.Model.Networks.Render;
using AgentVerse.Model.Settings;

namespace AgentVerse.Mechanisms.Compute.Render.Network;

/// <summary>
/// Render on the engine: the foundation, which knows the schedule and mints all but the nodes' part, and the scheduler,
/// which deals work to nodes, burns what creators pay and pays nodes every week.
/// </summary>
public static class RenderNetwork
{
    /// <summary>The network, as it registers itself.</summary>
    public static Model.Contracts.Network Network { get; } = Of(new RenderParameters());

    /// <summary>The network with parameters where a scenario cannot say otherwise.</summary>
    internal static Model.Contracts.Network Of(RenderParameters basis) => new(
        RenderTerms.Network,
        "Rendering for artists: a central scheduler deals work, its price is burned, nodes are paid from an emission.",
        RenderSection.Whole, SchedulerEvents.All, (settings, planning) => Plan(basis, settings, planning));

    private static NetworkPlan Plan(RenderParameters basis, SettingsMap settings, WorldPlanning planning)
    {
        int usd = planning.EnsureToken(MarketTerms.UsdToken);
        RenderSpec? spec = SpecReading.Of(settings, basis, planning, usd);
        if (spec is null)
        {
            return new NetworkPlan([], []);
        }

        SchedulerFacts facts = new()
        {
            FrameOctaneHours = spec.FrameOctaneHours,
            PriorityFrameUsd = spec.FrameUsd[0],
            EconomyFrameUsd = spec.FrameUsd[1],
            OpeningPool = spec.PoolsOf(0).NodeJobs,
            FoundationShard = spec.FoundationShard,
            FreeNodes = spec.Parameters.FreeNodes,
            NodePenalty = spec.Parameters.NodePenalty,
            FeePercent = spec.Parameters.FeePercent,
        };
        return new NetworkPlan(
            [],
            [
                new ShardPlan(
                    "foundation", FoundationShard.Series, _ => new FoundationShard(spec),
                    () => new FoundationBulletin()),
                new ShardPlan(
                    "scheduler", SchedulerSeries.All, world => new SchedulerShard(spec, world),
                    () => new SchedulerBulletin())
                {
                    Facts = facts,
                },
            ]);
    }
}
