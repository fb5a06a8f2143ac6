using System.Runtime.InteropServices;
using AgentVerse.Model.Contracts;

namespace AgentVerse.Mechanisms.Compute.Akash.Network;

/// <summary>A provider at a market: its standing offer, its bid deposits, what it has served.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct ProviderRecord
{
    /// <summary>Key of its account.</summary>
    internal ulong Account;

    /// <summary>Price asked, 1e-6 USD a unit and hour.</summary>
    internal long Ask;

    /// <summary>AKT that it may deposit for bids, uakt.</summary>
    internal long Float;

    /// <summary>AKT deposited with bids, uakt.</summary>
    internal long Locked;

    /// <summary>What a unit does over what its class does.</summary>
    internal double Quality;

    /// <summary>Integral over blocks of what each leased unit got.</summary>
    internal double Served;

    /// <summary>Height up to which that was integrated.</summary>
    internal long ServedAt;

    /// <summary>Delivered over claimed of its ended leases, smoothed.</summary>
    internal double History;

    /// <summary>Whom rows go to.</summary>
    internal AgentRef Receiver;

    /// <summary>Policy whose script bids.</summary>
    internal int Script;

    /// <summary>Units that it says it has.</summary>
    internal int Claimed;

    /// <summary>Units that it has.</summary>
    internal int TrueUnits;

    /// <summary>Units leased.</summary>
    internal int Leased;

    /// <summary>Units held for open bids.</summary>
    internal int Reserved;

    /// <summary>Auditors who signed its attributes, a bit each.</summary>
    internal uint Signed;

    /// <summary>Leases that ended.</summary>
    internal int Ended;

    /// <summary>Level, bucket and place in the index of offers; level -1 for none.</summary>
    internal int Level;

    /// <summary>Bucket of the price asked.</summary>
    internal int Bucket;

    /// <summary>Place in the bucket.</summary>
    internal int Place;

    /// <summary>Units that may still be bid with.</summary>
    internal readonly int Free => Math.Max(0, Claimed - Leased - Reserved);

    /// <summary>What a leased unit gets, over what was claimed: units that do not exist are shared.</summary>
    internal readonly double DeliveredNow => Leased <= TrueUnits ? Quality : Quality * TrueUnits / Leased;

    /// <summary>Whether what it delivers may fall short.</summary>
    internal readonly bool MayFallShort => Quality < 1 || Claimed > TrueUnits;

    /// <summary>Integrates what leased units got up to a height.</summary>
    internal void Serve(long height)
    {
        Served += (height - ServedAt) * DeliveredNow;
        ServedAt = height;
    }
}
