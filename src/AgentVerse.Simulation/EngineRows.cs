using AgentVerse.Model.Contracts;

namespace AgentVerse.Simulation;

/// <summary>Rows that come from the engine itself and not from a shard: interventions.</summary>
public static class EngineRows
{
    /// <summary>What stands for the engine in a row's shard; no run has that many shards.</summary>
    public const ushort Shard = ushort.MaxValue;

    /// <summary>The row that makes an agent follow another policy of its population.</summary>
    public static Row SetPolicy(AgentRef agent, int policy) =>
        new() { Receiver = agent, Shard = Shard, Order = ControlOrders.Strategy, A = policy };
}
