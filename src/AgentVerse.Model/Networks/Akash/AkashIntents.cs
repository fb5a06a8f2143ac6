namespace AgentVerse.Model.Networks.Akash;

/// <summary>What agents ask of the shards of Akash.</summary>
public static class AkashIntents
{
    /// <summary>
    /// To a market: stand as a provider, or change the offer. The amount (AKT) is added to what bids deposit from.
    /// A = policy whose script bids; B = units claimed + 2^32 units true; C = price asked, 1e-6 USD a unit and hour;
    /// D = quality as the bits of a double. Zero units claimed end the offer and return what is not deposited.
    /// </summary>
    public const byte Offer = 1;

    /// <summary>
    /// To a market: deploy. The amount (AKT, USD or ACT) is the deposit. A = units + 2^16 policy whose script awards;
    /// B = most that is paid, 1e-6 USD a unit and hour; C = seconds that the lease is wanted for; D = account of the
    /// one provider that may have it, 0 for any.
    /// </summary>
    public const byte Deploy = 2;

    /// <summary>
    /// To a market: pay a debt that a deployment left. The amount is the payment; A = number of the deployment.
    /// </summary>
    public const byte Repay = 3;

    /// <summary>
    /// To a market: ask the auditors to look at what stands there in the sender's name, and to sign it.
    /// </summary>
    public const byte AskAudit = 4;

    /// <summary>To the chain: send the amount to the agent A = population, B = index.</summary>
    public const byte Send = 5;

    /// <summary>To the chain, era C: burn the amount (AKT or ACT) for the other at the oracle's price.</summary>
    public const byte BurnMint = 6;

    /// <summary>
    /// To the chain: bond the amount (AKT) with the validators; what the stake has earned so far is paid out with it.
    /// </summary>
    public const byte Delegate = 7;

    /// <summary>To the chain: begin to unbond A uakt; what the stake has earned so far is paid out at once.</summary>
    public const byte Undelegate = 8;

    /// <summary>To the chain: pay out what the stake has earned.</summary>
    public const byte Withdraw = 9;
}
