using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Akash;

namespace AgentVerse.Agents.GpuProvider.Akash;

/// <summary>Offers as the cost-plus script does and asks the auditors for their signatures.</summary>
internal sealed class AkashAudited(PopulationPlan population, WorldPlanning planning)
    : AkashProvider(Name, population, planning)
{
    internal const string Name = "akashAudited";

    /// <summary>Asks for an audit together with the first offer.</summary>
    internal static void AskOnce(AgentTick agent, int shard, bool isNew)
    {
        if (isNew && shard >= 0)
        {
            agent.Send(new Intent { Shard = (ushort)shard, Kind = AkashIntents.AskAudit, Delay = ushort.MaxValue });
        }
    }

    protected override void Step(AgentTick agent)
    {
        bool isNew = agent.Int32(Offered) == 0;
        base.Step(agent);
        AskOnce(agent, ShardOf(agent), isNew && agent.Int32(Offered) > 0);
    }
}
