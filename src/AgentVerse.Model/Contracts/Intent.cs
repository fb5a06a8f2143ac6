using System.Runtime.InteropServices;

namespace AgentVerse.Model.Contracts;

/// <summary>
/// What an agent submits to a shard: 64 bytes, sent as they stand. It carries the money that it may spend, debited when
/// it was decided; rows return the rest. It has no controller: networks never see controllers.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
public struct Intent
{
    /// <summary>Key of the sender's account: what draws and ties depend on.</summary>
    public ulong Account;

    /// <summary>Sender, to whom rows go; never ordered by.</summary>
    public AgentRef Sender;

    /// <summary>Destination: index of the shard in the run.</summary>
    public ushort Shard;

    /// <summary>Index of the token that <see cref="Amount"/> counts.</summary>
    public ushort Token;

    /// <summary>Kind, in the words of the network.</summary>
    public byte Kind;

    /// <summary>Number of the intent among its sender's intents of the tick.</summary>
    public byte Ordinal;

    /// <summary>Latency of the sender, in 1/65536 of a tick.</summary>
    public ushort Delay;

    /// <summary>Money that the intent carries, base units.</summary>
    public long Amount;

    /// <summary>First value of the kind.</summary>
    public long A;

    /// <summary>Second value of the kind.</summary>
    public long B;

    /// <summary>Third value of the kind.</summary>
    public long C;

    /// <summary>Fourth value of the kind.</summary>
    public long D;
}
