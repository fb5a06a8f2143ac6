namespace AgentVerse.Mechanisms.Compute.Akash;

/// <summary>State of an escrow account and of a payment from it.</summary>
public enum EscrowState
{
    /// <summary>Pays.</summary>
    Open,

    /// <summary>Ran dry. Terminal in era A; later it closes when the debt is paid.</summary>
    Overdrawn,

    /// <summary>At its end.</summary>
    Closed,
}
