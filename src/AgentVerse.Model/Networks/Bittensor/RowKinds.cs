namespace AgentVerse.Model.Networks.Bittensor;

/// <summary>What a subnet tells an agent.</summary>
public static class RowKinds
{
    /// <summary>It holds a uid: A is the uid, B the price paid in rao; the amount is what was not spent.</summary>
    public const byte Registered = 1;

    /// <summary>It lost its uid A to a newcomer; its stake stays with its hotkey.</summary>
    public const byte Pruned = 2;

    /// <summary>
    /// It was refused for the reason A (<see cref="Refusal"/>); B is the intent's kind, the amount all that it sent.
    /// </summary>
    public const byte Refused = 3;

    /// <summary>
    /// Its hotkey earned A alpha base units for it in this tick, worth B rao at the price of each epoch: incentive, take
    /// and its own part of dividends; what nominators earn is in the yield of <see cref="ValidatorStanding"/>. The alpha
    /// is staked: no money moves.
    /// </summary>
    public const byte Income = 4;

    /// <summary>
    /// It holds A base units more of alpha (of TAO on root) with the hotkey of account B; the amount is what was not
    /// spent.
    /// </summary>
    public const byte Staked = 5;

    /// <summary>It sold A base units of alpha staked with the hotkey of account B; the amount is the TAO.</summary>
    public const byte Unstaked = 6;

    /// <summary>It owns the subnet from now on: A is the netuid, B the lock paid; the amount was not spent.</summary>
    public const byte SubnetOwned = 7;

    /// <summary>
    /// Its subnet, or the subnet that it staked on, was dissolved: A is the netuid, the amount its part of the pot.
    /// </summary>
    public const byte SubnetLost = 8;

    /// <summary>Its subnet's cut came to A alpha base units in this tick, worth B rao; it is staked.</summary>
    public const byte OwnerCut = 9;
}

/// <summary>Why a subnet refused an intent, in the chain's words.</summary>
public enum Refusal
{
    /// <summary>The sender holds a uid of the subnet (HotKeyAlreadyRegisteredInSubNet).</summary>
    AlreadyRegistered = 1,

    /// <summary>All uids are taken and none may be pruned (NoNeuronIdAvailable).</summary>
    NoNeuronIdAvailable = 2,

    /// <summary>The price stood above the sender's limit (RegistrationPriceLimitExceeded).</summary>
    PriceLimitExceeded = 3,

    /// <summary>The subnet knows no such intent.</summary>
    UnknownIntent = 4,

    /// <summary>The pool cannot take the price (InsufficientLiquidity).</summary>
    InsufficientLiquidity = 5,

    /// <summary>The price of alpha stood beyond the sender's limit (SlippageTooHigh).</summary>
    SlippageTooHigh = 6,

    /// <summary>Less than the least stake (AmountTooLow).</summary>
    AmountTooLow = 7,

    /// <summary>Less is staked than was asked back (NotEnoughStakeToWithdraw).</summary>
    NotEnoughStake = 8,

    /// <summary>No such hotkey has a uid or stake here (HotKeyAccountNotExists).</summary>
    UnknownHotkey = 9,

    /// <summary>The lock costs more than the sender's limit (CannotAffordLockCost).</summary>
    CannotAffordLockCost = 10,

    /// <summary>No slot is free and none may be given up (SubnetLimitReached).</summary>
    SubnetLimitReached = 11,

    /// <summary>Too soon after the last registration of a subnet (NetworkTxRateLimitExceeded).</summary>
    RateLimitExceeded = 12,

    /// <summary>Only the owner may do this (NotSubnetOwner).</summary>
    NotSubnetOwner = 13,

    /// <summary>The value lies outside its range.</summary>
    OutOfRange = 14,

    /// <summary>The subnet's token is not tradable yet (SubtokenDisabled).</summary>
    SubtokenDisabled = 15,
}
