using AgentVerse.Mechanisms.Intelligence.Bittensor.Arithmetic;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor;

/// <summary>What the allocation of a block's TAO reads of one subnet.</summary>
public readonly record struct SubnetStanding
{
    /// <summary>Moving average of the alpha price, TAO per alpha; 1 for subnets without a pool.</summary>
    public U96F32 MovingPrice { get; init; }

    /// <summary>Share of the last epoch's miner emission that was withheld from the owner's hotkeys; 0..1.</summary>
    public U96F32 MinerBurned { get; init; }

    /// <summary>Moving average of users' net TAO inflow a block, rao; may be negative (flow allocator only).</summary>
    public double UserFlowEma { get; init; }

    /// <summary>Moving average of the protocol's own net TAO inflow a block, rao (flow allocator only).</summary>
    public double ProtocolFlowEma { get; init; }

    /// <summary>Whether TAO may be emitted to the subnet; new subnets start without.</summary>
    public bool EmissionEnabled { get; init; }

    /// <summary>Block of the first emission, set by the start call; none before it.</summary>
    public long? FirstEmissionBlock { get; init; }

    /// <summary>Whether the subnet's token is tradable.</summary>
    public bool SubtokenEnabled { get; init; }

    /// <summary>Whether neurons may register.</summary>
    public bool RegistrationAllowed { get; init; }

    /// <summary>
    /// Whether the subnet takes part in a block's emission: started, its token enabled and registration allowed. Root
    /// is never asked. Disabled emission does not end eligibility: such a subnet still mints alpha.
    /// </summary>
    public bool IsEligible => FirstEmissionBlock is not null && SubtokenEnabled && RegistrationAllowed;
}
