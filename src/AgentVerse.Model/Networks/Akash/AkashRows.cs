namespace AgentVerse.Model.Networks.Akash;

/// <summary>What the shards of Akash tell an agent.</summary>
public static class AkashRows
{
    /// <summary>
    /// To a provider: its lease was paid. The amount is net of the take fee; A = that in 1e-6 USD, incentives included;
    /// B = unit-seconds claimed + 2^32 unit-seconds delivered since the last payment.
    /// </summary>
    public const byte Earned = 1;

    /// <summary>To a provider: what the incentive programme pays on top.</summary>
    public const byte Incentive = 2;

    /// <summary>To a provider: deposits of bids that it no longer needs.</summary>
    public const byte Returned = 3;

    /// <summary>
    /// To a tenant: its deployment ended. The amount is the refund; A = paid in 1e-6 USD; B = unit-seconds paid for
    /// + 2^32 unit-seconds received.
    /// </summary>
    public const byte Ended = 4;

    /// <summary>To a tenant: no bid was made or chosen. The amount is the whole deposit.</summary>
    public const byte Unfilled = 5;

    /// <summary>To a tenant: its deployment A owes B base units.</summary>
    public const byte Owes = 6;

    /// <summary>To anybody: a message was refused for reason A; the amount is all that it carried.</summary>
    public const byte Refused = 7;

    /// <summary>To anybody: money that was sent to it.</summary>
    public const byte Received = 8;

    /// <summary>To anybody, era C: what a burn minted; A = what was burned.</summary>
    public const byte Minted = 9;

    /// <summary>To anybody, era C: a burn was cancelled for reason A; the amount is all of it.</summary>
    public const byte Cancelled = 10;

    /// <summary>
    /// To a provider that has ended its offer: none of its units is leased or held for a bid any more.
    /// </summary>
    public const byte Cleared = 11;

    /// <summary>
    /// To a delegator: what it asked was done. The amount is what its stake had earned; A = stake now, uakt; B = of it,
    /// what has just been added, or below zero what has just begun to unbond.
    /// </summary>
    public const byte Delegation = 12;

    /// <summary>To a delegator: an unbonding is over. The amount is what is free.</summary>
    public const byte Unbonded = 13;
}
