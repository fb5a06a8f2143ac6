using AgentVerse.Model.Contracts;

namespace AgentVerse.Agents.GpuProvider.Akash;

/// <summary>
/// Offers what it says it has, not what it has: more units (claimFactor above 1) or a class that its units are not
/// (quality below 1). It asks for an audit when it comes, in case an auditor does not look closely.
/// </summary>
internal sealed class AkashFake(PopulationPlan population, WorldPlanning planning)
    : AkashProvider(Name, population, planning)
{
    internal const string Name = "akashFake";

    protected override void Step(AgentTick agent)
    {
        bool isNew = agent.Int32(Offered) == 0;
        base.Step(agent);
        AkashAudited.AskOnce(agent, ShardOf(agent), isNew && agent.Int32(Offered) > 0);
    }

    protected override int UnitsOf(AgentTick agent) => agent.Int32(ProviderColumns.ClaimedUnits);

    protected override double QualityOf(AgentTick agent) => agent.Double(ProviderColumns.Quality);
}
