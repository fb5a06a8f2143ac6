using System.Runtime.InteropServices;

namespace AgentVerse.Model.Contracts;

/// <summary>What a shard owes or tells one agent: 48 bytes, applied at the start of the next tick.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct Row
{
    /// <summary>Receiver.</summary>
    public AgentRef Receiver;

    /// <summary>Index of the shard that sent it.</summary>
    public ushort Shard;

    /// <summary>Index of the token that <see cref="Amount"/> counts.</summary>
    public ushort Token;

    /// <summary>Kind, in the words of the network.</summary>
    public byte Kind;

    /// <summary>
    /// An order that the engine carries out (<see cref="ControlOrders"/>), or 0 for a row that is the network's own business.
    /// </summary>
    public byte Order;

    /// <summary>Zero; keeps the layout without holes.</summary>
    public ushort Reserved2;

    /// <summary>
    /// Money for the receiver's wallet, base units; stands in the shard's payable account until applied.
    /// </summary>
    public long Amount;

    /// <summary>First value of the kind.</summary>
    public long A;

    /// <summary>Second value of the kind.</summary>
    public long B;

    /// <summary>
    /// Number of the row among the rows of its shard and tick: with the shard, its place in the order.
    /// </summary>
    public long Ordinal;
}
