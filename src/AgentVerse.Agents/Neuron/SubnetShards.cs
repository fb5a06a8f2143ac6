using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Bittensor;

namespace AgentVerse.Agents.Neuron;

/// <summary>The subnets of a world by their number on the chain, their shard, and their place among each other.</summary>
internal sealed class SubnetShards
{
    private readonly SubnetFacts[] _facts;
    private readonly int[] _shardOfPlace;
    private readonly int[] _placeOfNetuid;
    private readonly int[] _placeOfShard;

    /// <summary>The subnets of a planned world.</summary>
    internal SubnetShards(WorldPlanning planning)
    {
        ShardInfo[] subnets = [.. planning.Shards.Where(s => s.Plan.Facts is SubnetFacts)];
        _facts = [.. subnets.Select(s => (SubnetFacts)s.Plan.Facts!)];
        _shardOfPlace = [.. subnets.Select(s => s.Index)];
        _placeOfNetuid = Inverse([.. _facts.Select(f => f.Netuid)], 0);
        _placeOfShard = Inverse(_shardOfPlace, planning.Shards.Count);
    }

    /// <summary>Number of subnets.</summary>
    internal int Count => _facts.Length;

    /// <summary>The largest number of a subnet; -1 if there is none.</summary>
    internal int MostNetuid => _placeOfNetuid.Length - 1;

    /// <summary>Index of a subnet's shard.</summary>
    internal int Of(int netuid) => _shardOfPlace[_placeOfNetuid[netuid]];

    /// <summary>Place of a subnet; -1 for no subnet.</summary>
    internal int PlaceOf(int netuid) => netuid < 0 ? -1 : _placeOfNetuid[netuid];

    /// <summary>Place of the subnet that a shard is; -1 for a shard that is none.</summary>
    internal int PlaceOfShard(int shard) => _placeOfShard[shard];

    /// <summary>Number on the chain of the subnet in a place.</summary>
    internal int NetuidAt(int place) => _facts[place].Netuid;

    /// <summary>Shard of the subnet in a place.</summary>
    internal int ShardAt(int place) => _shardOfPlace[place];

    /// <summary>What the miners of the subnet in a place do.</summary>
    internal SubnetTask TaskAt(int place) => _facts[place].Task;

    private static int[] Inverse(int[] values, int least)
    {
        int[] places = new int[Math.Max(least, 1 + values.DefaultIfEmpty(-1).Max())];
        Array.Fill(places, -1);
        for (int place = 0; place < values.Length; place++)
        {
            places[values[place]] = place;
        }

        return places;
    }
}
