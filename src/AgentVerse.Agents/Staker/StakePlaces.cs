using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Bittensor;

namespace AgentVerse.Agents.Staker;

/// <summary>Where one may stake: subnets by their number on the chain, root as number 0.</summary>
internal sealed class StakePlaces
{
    /// <summary>Number of root.</summary>
    internal const int Root = 0;

    private readonly SortedDictionary<int, int> _shards = [];
    private readonly int[] _netuids;

    /// <summary>The places of a planned world.</summary>
    internal StakePlaces(WorldPlanning planning)
    {
        _netuids = new int[planning.Shards.Count];
        _netuids.AsSpan().Fill(StakerColumns.Nowhere);
        foreach (ShardInfo shard in planning.Shards)
        {
            int netuid = shard.Plan.Facts switch
            {
                ChainFacts => Root,
                SubnetFacts subnet => subnet.Netuid,
                _ => StakerColumns.Nowhere,
            };
            if (netuid != StakerColumns.Nowhere)
            {
                _shards[netuid] = shard.Index;
                _netuids[shard.Index] = netuid;
            }
        }
    }

    /// <summary>Shards of the subnets, in order of their numbers; root's is not among them.</summary>
    internal IEnumerable<int> Subnets => _shards.Where(s => s.Key != Root).Select(s => s.Value);

    /// <summary>Index of the chain's shard; -1 where the world has no chain.</summary>
    internal int Chain => Of(Root);

    /// <summary>Index of the shard of a subnet or root; -1 for none.</summary>
    internal int Of(int netuid) => _shards.TryGetValue(netuid, out int shard) ? shard : -1;

    /// <summary>Number of the subnet of a shard.</summary>
    internal int NetuidOf(int shard) => _netuids[shard];
}
