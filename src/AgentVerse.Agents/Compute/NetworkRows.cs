using AgentVerse.Model.Contracts;

namespace AgentVerse.Agents.Compute;

/// <summary>What the agents of a kind do with the rows of one compute network.</summary>
internal abstract class NetworkRows
{
    /// <summary>Name of the network whose rows it takes.</summary>
    internal abstract string Network { get; }

    /// <summary>Applies a row to an agent, after its money was put into the wallet.</summary>
    internal abstract void Receive(CohortTick tick, int row, in Row message);

    /// <summary>Takers of rows by index of the shard; null where no compute network takes them.</summary>
    internal static NetworkRows?[] ByShard(WorldPlanning planning, params ReadOnlySpan<NetworkRows> takers)
    {
        NetworkRows?[] byShard = new NetworkRows?[planning.Shards.Count];
        foreach (ShardInfo shard in planning.Shards)
        {
            foreach (NetworkRows taker in takers)
            {
                if (string.Equals(taker.Network, shard.Network, StringComparison.Ordinal))
                {
                    byShard[shard.Index] = taker;
                }
            }
        }

        return byShard;
    }
}
