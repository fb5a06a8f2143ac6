using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Compute;

namespace AgentVerse.Agents.Compute;

/// <summary>Shards of compute networks by network, class and region.</summary>
internal sealed class ComputeMarkets
{
    private readonly int[] _shards;

    internal ComputeMarkets(WorldPlanning planning)
    {
        _shards = new int[
            ComputeTerms.Networks.Count * ComputeTerms.GpuClasses.Count * ComputeTerms.Regions.Count];
        Array.Fill(_shards, -1);
        foreach (ShardInfo shard in planning.Shards)
        {
            if (shard.Plan.Facts is IComputeMarket market)
            {
                Fill(market, shard.Index);
            }
        }
    }

    /// <summary>Index of the shard, or -1 if the run has none.</summary>
    internal int ShardOf(int network, int gpuClass, int region) => _shards[Place(network, gpuClass, region)];

    private static int Place(int network, int gpuClass, int region) =>
        (((network * ComputeTerms.GpuClasses.Count) + gpuClass) * ComputeTerms.Regions.Count) + region;

    private void Fill(IComputeMarket market, int shard)
    {
        for (int c = 0; c < ComputeTerms.GpuClasses.Count; c++)
        {
            for (int r = 0; r < ComputeTerms.Regions.Count; r++)
            {
                if ((market.GpuClass < 0 || market.GpuClass == c) && (market.Region < 0 || market.Region == r))
                {
                    _shards[Place(market.Network, c, r)] = shard;
                }
            }
        }
    }
}
