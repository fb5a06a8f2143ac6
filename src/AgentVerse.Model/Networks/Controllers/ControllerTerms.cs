using AgentVerse.Model.Contracts;

namespace AgentVerse.Model.Networks.Controllers;

/// <summary>Names that the network of controllers, controllers and the engine share.</summary>
public static class ControllerTerms
{
    /// <summary>Name of the network; a run has it where one population commands another.</summary>
    public const string Network = "controllers";

    /// <summary>Name of its only shard.</summary>
    public const string Shard = "orders";
}

/// <summary>What the shard of orders is asked.</summary>
public static class ControllerIntents
{
    /// <summary>
    /// From an account: it earned A and spent B since it last told, in its kind's units; the amount is for its
    /// controller. Kinds 1 to <see cref="ControlOrders.Last"/> are orders of a controller: they go to the accounts in
    /// <see cref="OrderRange"/> A, B; C and D are A and B of the order's row; the amount is shared exactly among them.
    /// </summary>
    public const byte Report = 100;
}

/// <summary>What the shard of orders tells a controller.</summary>
public static class ControllerRows
{
    /// <summary>
    /// Its accounts earned A and spent B, in their kind's units, and sent the amount home. One row a tick and token.
    /// </summary>
    public const byte Report = 1;

    /// <summary>The order of kind A is not its to give; the amount is all that it carried.</summary>
    public const byte Refused = 2;
}

/// <summary>Accounts of one controller that follow each other: what an order is addressed to.</summary>
/// <param name="Population">Index of their population.</param>
/// <param name="First">Index of the first.</param>
/// <param name="Count">Number of accounts.</param>
public readonly record struct OrderRange(int Population, int First, int Count)
{
    /// <summary>The range as the intent's A.</summary>
    public long A => ((long)Population << 32) | (uint)First;

    /// <summary>The range as the intent's B.</summary>
    public long B => Count;

    /// <summary>The range that an intent is addressed to.</summary>
    public static OrderRange Of(in Intent intent) =>
        new((int)(intent.A >> 32), (int)(intent.A & uint.MaxValue), (int)Math.Clamp(intent.B, 0, int.MaxValue));
}
