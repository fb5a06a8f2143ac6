using AgentVerse.Mechanisms.Intelligence.Bittensor.Arithmetic;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor;

/// <summary>Why stake does not move; the names are the chain's.</summary>
public enum StakeError
{
    /// <summary>It moves.</summary>
    None,

    /// <summary>No such subnet.</summary>
    SubnetNotExists,

    /// <summary>The subnet's token is not tradable yet.</summary>
    SubtokenDisabled,

    /// <summary>Less than the least stake movement and its fee.</summary>
    AmountTooLow,

    /// <summary>The limit price would not fill the whole amount.</summary>
    SlippageTooHigh,

    /// <summary>The coldkey has less.</summary>
    NotEnoughBalanceToStake,

    /// <summary>No such hotkey.</summary>
    HotKeyAccountNotExists,

    /// <summary>The pool refuses, or pays nothing.</summary>
    InsufficientLiquidity,

    /// <summary>The position is worth less.</summary>
    NotEnoughStakeToWithdraw,

    /// <summary>From and to are the same.</summary>
    SameNetuid,

    /// <summary>The subnet allows no transfers.</summary>
    TransferDisallowed,

    /// <summary>The stake is locked.</summary>
    StakeUnavailable,
}

/// <summary>A wish to stake TAO or to sell alpha, and what the chain knows of who wishes.</summary>
public readonly record struct StakeRequest
{
    /// <summary>TAO to stake with its fee, or alpha to sell; base units.</summary>
    public required long Amount { get; init; }

    /// <summary>TAO the coldkey has free (buy), or worth of its position (sell); base units.</summary>
    public required long Available { get; init; }

    /// <summary>
    /// Of the coldkey's alpha on the subnet, what is locked beyond other positions (sell); base units.
    /// </summary>
    public long Locked { get; init; }

    /// <summary>Price limit, TAO per alpha; none takes the chain's default.</summary>
    public U64F64? LimitPrice { get; init; }

    /// <summary>Whether an order that meets its limit fills in part; otherwise it is refused.</summary>
    public bool AllowsPartial { get; init; }

    /// <summary>Whether the subnet exists.</summary>
    public bool SubnetExists { get; init; }

    /// <summary>Whether its token is tradable.</summary>
    public bool SubtokenEnabled { get; init; }

    /// <summary>Whether the hotkey exists.</summary>
    public bool HotkeyExists { get; init; }
}

/// <summary>What a movement of stake did.</summary>
/// <param name="Error">Why nothing, or None.</param>
/// <param name="Paid">What left the coldkey or its position: paid in and fee, base units.</param>
/// <param name="Received">What it gets, base units of the other token.</param>
/// <param name="AuthorTao">What the block's author gets, rao.</param>
public readonly record struct StakeResult(StakeError Error, long Paid, long Received, long AuthorTao);
