using AgentVerse.Model.Contracts;

namespace AgentVerse.Agents.Delegator;

/// <summary>Does what it was born to do: stakes all it has, or keeps it free.</summary>
internal sealed class IdleDelegator(WorldPlanning planning) : AgentPolicy
{
    internal const string Name = "idle";
    private readonly DelegatorOrders _orders = new(planning);

    protected override void Step(AgentTick agent)
    {
        if (_orders.Places.Chain >= 0)
        {
            _orders.Pursue(agent);
        }
    }
}
