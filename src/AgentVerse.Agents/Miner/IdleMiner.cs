using AgentVerse.Agents.Neuron;
using AgentVerse.Model.Contracts;

namespace AgentVerse.Agents.Miner;

/// <summary>Holds what it has and never registers.</summary>
internal sealed class IdleMiner : AgentPolicy
{
    internal const string Name = "idle";

    protected override void Step(AgentTick agent)
    {
        if (agent.Int32(NeuronColumns.Uid) >= 0)
        {
            agent.Cohort.Sum(NeuronColumns.SeatedSum, 1);
        }
    }
}
