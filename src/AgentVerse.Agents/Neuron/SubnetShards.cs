using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Bittensor;

namespace AgentVerse.Agents.Neuron;

/// <summary>Shards of subnets by their number on the chain.</summary>
internal sealed class SubnetShards
{
    private readonly int[] _shards;

    /// <summary>The subnets of a planned world.</summary>
    internal SubnetShards(WorldPlanning planning)
    {
        List<(int Netuid, int Shard)> subnets = [];
        foreach (ShardInfo shard in planning.Shards)
        {
            if (shard.Plan.Facts is SubnetFacts facts)
            {
                subnets.Add((facts.Netuid, shard.Index));
            }
        }

        _shards = new int[1 + subnets.Select(s => s.Netuid).DefaultIfEmpty(-1).Max()];
        foreach ((int netuid, int shard) in subnets)
        {
            _shards[netuid] = shard;
        }
    }

    /// <summary>Index of a subnet's shard.</summary>
    internal int Of(int netuid) => _shards[netuid];
}
