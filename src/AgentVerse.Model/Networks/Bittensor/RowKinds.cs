namespace AgentVerse.Model.Networks.Bittensor;

/// <summary>What a subnet tells an agent.</summary>
public static class RowKinds
{
    /// <summary>It holds a uid: A is the uid, B the price paid in rao; the amount is what was not spent.</summary>
    public const byte Registered = 1;

    /// <summary>It lost its uid A to a newcomer; its stake stays with its hotkey.</summary>
    public const byte Pruned = 2;

    /// <summary>It was refused for the reason A (<see cref="Refusal"/>); the amount is all that it sent.</summary>
    public const byte Refused = 3;

    /// <summary>
    /// Its hotkey earned A alpha base units in this tick, worth B rao at the price of each epoch. The alpha is
    /// staked: no
    /// money moves.
    /// </summary>
    public const byte Income = 4;
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
}
