using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Render;

namespace AgentVerse.Agents.Render;

/// <summary>Where a planned world has the scheduler of Render.</summary>
internal static class SchedulerShards
{
    /// <summary>Its index and facts; -1 and null if the run has none.</summary>
    internal static (int Index, SchedulerFacts? Facts) Find(WorldPlanning planning)
    {
        foreach (ShardInfo shard in planning.ShardsOf(RenderTerms.Network))
        {
            if (shard.Plan.Facts is SchedulerFacts facts)
            {
                return (shard.Index, facts);
            }
        }

        return (-1, null);
    }
}
