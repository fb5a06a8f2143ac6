using AgentVerse.Agents.Staker;
using AgentVerse.Model.Contracts;

namespace AgentVerse.Agents.Nominator;

/// <summary>Keeps the stake that it has.</summary>
internal sealed class IdleNominator : AgentPolicy
{
    internal const string Name = "idle";

    protected override void Step(AgentTick agent)
    {
        if (StakeOrders.HasPosition(agent))
        {
            agent.Cohort.Sum(StakerColumns.PositionsSum, 1);
        }
    }
}
