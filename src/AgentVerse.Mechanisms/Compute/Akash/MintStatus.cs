namespace AgentVerse.Mechanisms.Compute.Akash;

/// <summary>Whether ACT may be minted.</summary>
public enum MintStatus
{
    /// <summary>Above the warning: epochs are short.</summary>
    Healthy,

    /// <summary>Between halt and warning: epochs lengthen.</summary>
    Warning,

    /// <summary>At or below the halt: no ACT is minted; ACT still becomes AKT.</summary>
    HaltCollateral,

    /// <summary>No price: nothing is minted.</summary>
    HaltOracle,
}
