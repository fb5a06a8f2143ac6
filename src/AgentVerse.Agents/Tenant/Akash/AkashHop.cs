using AgentVerse.Agents.Compute.Akash;
using AgentVerse.Model.Contracts;

namespace AgentVerse.Agents.Tenant.Akash;

/// <summary>
/// Overdraw hopping: deposits the least that the chain takes, lets the lease run dry and never pays what it leaves
/// owing.
/// </summary>
internal sealed class AkashHop(PopulationPlan population, WorldPlanning planning)
    : AkashTenant(AwardRule.Cheapest, Name, population, planning)
{
    internal const string Name = "akashHop";

    public override bool Restarts => false;

    protected override bool Repays => false;

    protected override long DepositOf(long cost, long least) => least;
}
