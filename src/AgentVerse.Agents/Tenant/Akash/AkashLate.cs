using AgentVerse.Agents.Compute.Akash;
using AgentVerse.Model.Contracts;

namespace AgentVerse.Agents.Tenant.Akash;

/// <summary>
/// Deposits a quarter of what a lease may cost and forgets to top it up; what it owes when it has run dry it pays in
/// the next tick.
/// </summary>
internal sealed class AkashLate(PopulationPlan population, WorldPlanning planning)
    : AkashTenant(AwardRule.Cheapest, Name, population, planning)
{
    internal const string Name = "akashLate";
    private const int Part = 4;

    protected override long DepositOf(long cost, long least) => Math.Max(cost / Part, least);
}
