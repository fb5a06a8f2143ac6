using System.Runtime.InteropServices;

namespace AgentVerse.Mechanisms.Compute.Akash.Network;

/// <summary>A bid on an order that has no lease yet.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct BidRecord
{
    /// <summary>Price of all units, base units a block.</summary>
    internal Dec18 Rate;

    /// <summary>Price, 1e-6 USD a unit and hour.</summary>
    internal long Price;

    /// <summary>Deposit, uakt.</summary>
    internal long Deposit;

    /// <summary>Record of the provider.</summary>
    internal int Provider;

    /// <summary>Units held for it.</summary>
    internal int Reserved;

    /// <summary>State.</summary>
    internal BidState State;
}
