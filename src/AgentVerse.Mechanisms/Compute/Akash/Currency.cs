namespace AgentVerse.Mechanisms.Compute.Akash;

/// <summary>What a lease is paid in.</summary>
public enum Currency
{
    /// <summary>AKT.</summary>
    Akt,

    /// <summary>A stablecoin: USD.</summary>
    Usd,

    /// <summary>ACT, the compute credit of era C: 1 USD.</summary>
    Act,
}
