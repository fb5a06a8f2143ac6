namespace AgentVerse.Model.Contracts;

/// <summary>A shard's place in the run.</summary>
/// <param name="Index">Index among all shards of the run.</param>
/// <param name="Network">Name of its network.</param>
/// <param name="Number">Number among its network's shards.</param>
/// <param name="Key">Hash of network and name: the stream of its draws.</param>
/// <param name="Plan">Its plan.</param>
public sealed record ShardInfo(int Index, string Network, int Number, ulong Key, ShardPlan Plan);
