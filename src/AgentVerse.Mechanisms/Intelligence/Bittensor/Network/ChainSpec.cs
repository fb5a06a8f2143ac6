using AgentVerse.Model.Networks.Bittensor;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor.Network;

/// <summary>The chain as it is planned.</summary>
internal sealed record ChainSpec
{
    /// <summary>Parameters of the chain.</summary>
    internal required ChainParameters Parameters { get; init; }

    /// <summary>Its subnets, in order of their shards.</summary>
    internal required IReadOnlyList<SubnetSpec> Subnets { get; init; }

    /// <summary>First block of the run.</summary>
    internal required long StartBlock { get; init; }

    /// <summary>TAO issued at the start, rao.</summary>
    internal required long Issuance { get; init; }

    /// <summary>TAO staked on root at the opening, rao, by agents and others.</summary>
    internal required long RootStake { get; init; }

    /// <summary>What agents stake on root at the opening, in order of accounts, rao; a part of all.</summary>
    internal required IReadOnlyList<OpeningStake> RootStakes { get; init; }

    /// <summary>The last registration of a subnet before the run.</summary>
    internal required LastSubnetLock LastLock { get; init; }

    /// <summary>Blocks in a tick.</summary>
    internal required int BlocksPerTick { get; init; }

    /// <summary>Index of TAO.</summary>
    internal required int Tao { get; init; }

    /// <summary>Index of the first subnet's shard; the others follow.</summary>
    internal required int FirstSubnetShard { get; init; }
}
