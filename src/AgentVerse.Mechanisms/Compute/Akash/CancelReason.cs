namespace AgentVerse.Mechanisms.Compute.Akash;

/// <summary>Why a request to burn and mint is cancelled and refunded.</summary>
public enum CancelReason
{
    /// <summary>It is not.</summary>
    None,

    /// <summary>What would be minted is below one unit.</summary>
    Epsilon,

    /// <summary>What would be minted is below the least.</summary>
    MinimumMint,

    /// <summary>There is no price.</summary>
    ZeroPrice,

    /// <summary>More is to be burned than there is.</summary>
    InsufficientFunds,

    /// <summary>Nothing is to be burned.</summary>
    InvalidAmount,
}
