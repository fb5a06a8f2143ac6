namespace AgentVerse.Model.Contracts;

/// <summary>
/// What a row may order an account, whatever its kind; obeyed at the start of the next tick, after the row's money was
/// put into the wallet. Accounts that nobody controls get none but <see cref="Strategy"/>, from an intervention.
/// </summary>
public static class ControlOrders
{
    /// <summary>Follow the policy with index A among those of the population.</summary>
    public const byte Strategy = 1;

    /// <summary>Be awake from tick A on: an endogenous birth. An account that is awake stays awake.</summary>
    public const byte Wake = 2;

    /// <summary>Keep the money.</summary>
    public const byte Fund = 3;

    /// <summary>Send all above A base units of the row's token home after every step; A below 0 ends it.</summary>
    public const byte Sweep = 4;

    /// <summary>
    /// Act on the shard with index A (-1: as the account itself would), B/65536 of a tick after the time that is drawn.
    /// </summary>
    public const byte Target = 5;

    /// <summary>Claim A units, and work with the share of full effort whose bits as a double B are.</summary>
    public const byte Units = 6;

    /// <summary>The last order.</summary>
    public const byte Last = Units;
}
