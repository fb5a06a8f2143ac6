using AgentVerse.Mechanisms.Intelligence.Bittensor.Arithmetic;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Bittensor;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor.Network;

/// <summary>
/// A subnet as it is planned: all that its opening state is a function of, beside policies and draws.
/// </summary>
internal sealed record SubnetSpec
{
    /// <summary>Number on the chain.</summary>
    internal required int Netuid { get; init; }

    /// <summary>Place among the network's subnets.</summary>
    internal required int Place { get; init; }

    /// <summary>What its miners do.</summary>
    internal required SubnetTask Task { get; init; }

    /// <summary>Who owns it when it opens; none if no agent does.</summary>
    internal required AgentRef Owner { get; init; }

    /// <summary>TAO staked on root at the opening, rao.</summary>
    internal required long RootStake { get; init; }

    /// <summary>Users' net TAO inflow at the opening, rao a block.</summary>
    internal required double UserFlow { get; init; }

    /// <summary>Blocks from the registration of a subnet in this slot to the emission of TAO.</summary>
    internal required long EmissionDelay { get; init; }

    /// <summary>Hyper-parameters that a subnet begins with.</summary>
    internal required SubnetParameters Parameters { get; init; }

    /// <summary>Factor of the registration price's decay a block.</summary>
    internal required long DecayFactor { get; init; }

    /// <summary>Population whose agents mine.</summary>
    internal required PopulationPlan Miners { get; init; }

    /// <summary>Population whose agents validate.</summary>
    internal required PopulationPlan Validators { get; init; }

    /// <summary>Further populations that hold uids.</summary>
    internal required IReadOnlyList<SubnetBloc> Blocs { get; init; }

    /// <summary>The uids at the opening.</summary>
    internal required IReadOnlyList<OpeningNeuron> Neurons { get; init; }

    /// <summary>Weights that stand at the opening; empty where validators score first.</summary>
    internal required IReadOnlyList<OpeningWeight> Weights { get; init; }

    /// <summary>Stake at the opening that is not the holder's of its uid.</summary>
    internal required IReadOnlyList<Nomination> Nominations { get; init; }

    /// <summary>Pool at the opening.</summary>
    internal required Pool Pool { get; init; }

    /// <summary>First block of the run.</summary>
    internal required long StartBlock { get; init; }

    /// <summary>Block of the subnet's first emission; may lie before block 0 of the chain.</summary>
    internal required long FirstEmissionBlock { get; init; }

    /// <summary>Blocks in a tick.</summary>
    internal required int BlocksPerTick { get; init; }

    /// <summary>Index of TAO.</summary>
    internal required int Tao { get; init; }

    /// <summary>Index of the subnet's alpha.</summary>
    internal required int Alpha { get; init; }

    /// <summary>Index of the chain's shard.</summary>
    internal required int ChainShard { get; init; }

    /// <summary>Spot price at the opening, which its average begins with.</summary>
    internal U96F32 OpeningPrice => U64F64.Min(Balancer.Price(Pool), U64F64.One).ToU96F32();
}

/// <summary>A uid at the opening.</summary>
/// <param name="IsValidator">Whether it has a permit.</param>
/// <param name="Alpha">Alpha staked with its hotkey by all, base units.</param>
/// <param name="AgeBlocks">Blocks since its registration, at least 1.</param>
/// <param name="Quality">Quality of its output as a metagraph shows it; NaN for the agent's own.</param>
/// <param name="Holder">Whose it is.</param>
internal readonly record struct OpeningNeuron(
    bool IsValidator, long Alpha, long AgeBlocks, double Quality, AgentRef Holder)
{
    /// <summary>Population of the holder where it belongs to a bloc; null for the subnet's own.</summary>
    internal PopulationPlan? Bloc { get; init; }
}

/// <summary>Stake that a nominator has with the hotkey of a uid at the opening.</summary>
/// <param name="Uid">The uid.</param>
/// <param name="Holder">Whose it is.</param>
/// <param name="Alpha">Base units, a part of the uid's.</param>
internal readonly record struct Nomination(int Uid, AgentRef Holder, long Alpha);

/// <summary>A weight at the opening.</summary>
/// <param name="Validator">Uid of the validator.</param>
/// <param name="Miner">Uid of the miner.</param>
/// <param name="Value">1/65535 of the row's largest.</param>
internal readonly record struct OpeningWeight(int Validator, int Miner, ushort Value);
