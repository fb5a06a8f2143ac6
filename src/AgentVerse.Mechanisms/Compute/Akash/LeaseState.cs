namespace AgentVerse.Mechanisms.Compute.Akash;

/// <summary>State of a lease.</summary>
public enum LeaseState
{
    /// <summary>Runs and is paid for.</summary>
    Active,

    /// <summary>Runs and is paid for, until the provider's deadline (v2.1).</summary>
    Reclaiming,

    /// <summary>At its end: the escrow account was overdrawn.</summary>
    InsufficientFunds,

    /// <summary>At its end.</summary>
    Closed,
}
