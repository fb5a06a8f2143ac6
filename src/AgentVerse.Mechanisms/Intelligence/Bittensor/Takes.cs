namespace AgentVerse.Mechanisms.Intelligence.Bittensor;

/// <summary>Why a take is not changed; the names are the chain's.</summary>
public enum TakeError
{
    /// <summary>It is changed.</summary>
    None,

    /// <summary>The coldkey does not own the hotkey.</summary>
    NonAssociatedColdKey,

    /// <summary>Below the minimum, or not a change in the direction asked for.</summary>
    DelegateTakeTooLow,

    /// <summary>Above the maximum.</summary>
    DelegateTakeTooHigh,

    /// <summary>The last change was too recent for a raise.</summary>
    DelegateTxRateLimitExceeded,

    /// <summary>Outside its range (child take).</summary>
    InvalidChildkeyTake,

    /// <summary>The last change was too recent for a raise (child take).</summary>
    TxChildkeyTakeRateLimitExceeded,
}

/// <summary>
/// Changes of the shares that hotkeys keep from nominators and parents. Cuts are free, raises are rate limited.
/// </summary>
/// <remarks>
/// Source: opentensor/subtensor 14bc6f9f, pallets/subtensor/src/staking/increase_take.rs, decrease_take.rs,
/// set_children.rs::do_set_childkey_take.
/// </remarks>
public static class Takes
{
    /// <summary>A raise of a delegate's take: above the present one, at most the maximum, not too soon.</summary>
    /// <param name="current">Present take, 1/65535.</param>
    /// <param name="next">Wished take, 1/65535.</param>
    /// <param name="blocksSinceChange">Blocks since the last change; none if there was none.</param>
    /// <param name="chain">Range and rate limit.</param>
    public static TakeError CheckRaise(int current, int next, long? blocksSinceChange, ChainParameters chain) =>
        next <= current ? TakeError.DelegateTakeTooLow
        : next > chain.MaxDelegateTake ? TakeError.DelegateTakeTooHigh
        : blocksSinceChange <= chain.DelegateTakeRateLimit ? TakeError.DelegateTxRateLimitExceeded
        : TakeError.None;

    /// <summary>A cut of a delegate's take: below the present one, at least the minimum.</summary>
    public static TakeError CheckCut(int current, int next, ChainParameters chain) =>
        next >= current || next < chain.MinDelegateTake ? TakeError.DelegateTakeTooLow : TakeError.None;

    /// <summary>A change of a child's take: within its range, a raise not too soon.</summary>
    public static TakeError CheckChild(int current, int next, long? blocksSinceChange, ChainParameters chain) =>
        next < 0 || next > chain.MaxChildKeyTake ? TakeError.InvalidChildkeyTake
        : next > current && blocksSinceChange < chain.ChildKeyTakeRateLimit ? TakeError.TxChildkeyTakeRateLimitExceeded
        : TakeError.None;
}
