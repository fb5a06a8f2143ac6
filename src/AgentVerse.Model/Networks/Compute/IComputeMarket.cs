namespace AgentVerse.Model.Networks.Compute;

/// <summary>
/// A shard where units of one class are offered and asked for in one region: the facts of each network's own shards
/// implement it, so that kinds find the shards without knowing the network.
/// </summary>
public interface IComputeMarket
{
    /// <summary>Place of the network in <see cref="ComputeTerms.Networks"/>.</summary>
    int Network { get; }

    /// <summary>
    /// Place of the class in <see cref="ComputeTerms.GpuClasses"/>; -1 where all classes share the shard.
    /// </summary>
    int GpuClass { get; }

    /// <summary>
    /// Place of the region in <see cref="ComputeTerms.Regions"/>; -1 where all regions share the shard.
    /// </summary>
    int Region { get; }
}
