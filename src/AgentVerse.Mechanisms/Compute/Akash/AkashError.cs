namespace AgentVerse.Mechanisms.Compute.Akash;

/// <summary>
/// Why the chain refuses a message; the chain's names without their prefix, in the order of its checks.
/// </summary>
public enum AkashError
{
    /// <summary>It does not.</summary>
    None,

    /// <summary>Deposit of another token than the minimum's, or below it.</summary>
    InvalidDeposit,

    /// <summary>More bids were placed on the order than it admits.</summary>
    TooManyBids,

    /// <summary>There is no such order.</summary>
    OrderNotFound,

    /// <summary>The order has a lease.</summary>
    OrderActive,

    /// <summary>The order is closed.</summary>
    OrderClosed,

    /// <summary>The order is not open.</summary>
    OrderNotOpen,

    /// <summary>The price is no amount.</summary>
    BidInvalidPrice,

    /// <summary>The price is above the order's.</summary>
    BidOverOrder,

    /// <summary>What is offered, or what the provider can do, is not what the group needs.</summary>
    CapabilitiesMismatch,

    /// <summary>The provider is not registered.</summary>
    UnknownProvider,

    /// <summary>The attributes, or who signed them, are not what the group requires.</summary>
    AttributeMismatch,

    /// <summary>The provider has bid on the order before.</summary>
    BidExists,

    /// <summary>The order requires a reclamation window and the bid has none.</summary>
    ReclamationRequired,

    /// <summary>The window is shorter than the order requires.</summary>
    TooShort,

    /// <summary>The window lies outside governance's bounds.</summary>
    InvalidWindow,

    /// <summary>There is no such bid.</summary>
    UnknownBid,

    /// <summary>There is no order of the bid.</summary>
    UnknownOrder,

    /// <summary>There is no lease of the bid.</summary>
    UnknownLease,

    /// <summary>The lease is not active.</summary>
    LeaseNotActive,

    /// <summary>The bid is not active.</summary>
    BidNotActive,

    /// <summary>The bid is not open.</summary>
    BidNotOpen,

    /// <summary>The group is not open.</summary>
    GroupNotOpen,

    /// <summary>The group is open already.</summary>
    GroupOpen,

    /// <summary>The group is paused already.</summary>
    GroupPaused,

    /// <summary>The group is closed.</summary>
    GroupClosed,

    /// <summary>The lease may be reclaimed, and its reclamation was not started.</summary>
    NotStarted,

    /// <summary>The reclamation's deadline has not come.</summary>
    WindowNotElapsed,

    /// <summary>The lease has no reclamation window.</summary>
    NoReclamation,

    /// <summary>The lease is being reclaimed already.</summary>
    AlreadyReclaiming,

    /// <summary>The escrow account is at its end.</summary>
    AccountClosed,

    /// <summary>The escrow account ran dry.</summary>
    AccountOverdrawn,

    /// <summary>The account has a second depositor already.</summary>
    InvalidAccountDepositor,

    /// <summary>The payment is at its end.</summary>
    PaymentClosed,

    /// <summary>The account has had this payment.</summary>
    PaymentExists,

    /// <summary>A payment of nothing a block.</summary>
    PaymentRateZero,

    /// <summary>All scales of a price are zero.</summary>
    AllScalesZero,

    /// <summary>A scale of a price is negative.</summary>
    ScaleNegative,

    /// <summary>A price of nothing.</summary>
    BidZero,

    /// <summary>No ACT is minted while the circuit breaker is active.</summary>
    CircuitBreakerActive,

    /// <summary>The message asks for a number that there is not.</summary>
    InvalidRequest,

    /// <summary>The sender has not delegated.</summary>
    NoDelegation,

    /// <summary>The sender has as many unbondings open as the chain allows.</summary>
    MaxUnbondingDelegationEntries,
}
