namespace AgentVerse.Mechanisms.Compute.Akash;

/// <summary>
/// State of a group of a deployment: Open and Paused change into each other, any other than Closed closes.
/// </summary>
public enum GroupState
{
    /// <summary>Has an order, open or active.</summary>
    Open,

    /// <summary>A provider walked away, or the tenant paused it.</summary>
    Paused,

    /// <summary>Its escrow account was overdrawn.</summary>
    InsufficientFunds,

    /// <summary>At its end.</summary>
    Closed,
}
