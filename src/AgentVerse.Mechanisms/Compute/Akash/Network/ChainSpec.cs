namespace AgentVerse.Mechanisms.Compute.Akash.Network;

/// <summary>The chain as it is planned.</summary>
internal sealed record ChainSpec
{
    /// <summary>Parameters.</summary>
    internal required AkashParameters Parameters { get; init; }

    /// <summary>Index of AKT.</summary>
    internal required int Akt { get; init; }

    /// <summary>Index of ACT; -1 before era C.</summary>
    internal required int Act { get; init; }

    /// <summary>AKT in existence at the start, uakt.</summary>
    internal required long Supply { get; init; }

    /// <summary>Share of it that others than agents have bonded.</summary>
    internal required Dec18 BondedRatio { get; init; }

    /// <summary>Price of AKT where no market of the run makes one, 1e-6 USD.</summary>
    internal required long AktMicroUsd { get; init; }

    /// <summary>Length of the oracle's average, s.</summary>
    internal required long TwapSeconds { get; init; }

    /// <summary>AKT in the vault at the start, uakt.</summary>
    internal required long Vault { get; init; }

    /// <summary>ACT outstanding at the start with others than agents, 1e-6.</summary>
    internal required long OutstandingAct { get; init; }

    /// <summary>The incentive programme, for agents to know.</summary>
    internal required IncentiveSpec Incentive { get; init; }
}
