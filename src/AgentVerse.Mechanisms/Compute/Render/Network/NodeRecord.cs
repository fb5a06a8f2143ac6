using AgentVerse.Model.Contracts;

namespace AgentVerse.Mechanisms.Compute.Render.Network;

/// <summary>A wallet with its nodes, as the scheduler keeps it; nodes of a wallet are alike.</summary>
internal struct NodeRecord
{
    /// <summary>Key of the account; records are sorted by it.</summary>
    internal ulong Account;

    /// <summary>Whose it is.</summary>
    internal AgentRef Holder;

    /// <summary>Value of approved work in the epoch so far, 1e-6 USD.</summary>
    internal long Value;

    /// <summary>Frames approved in the epoch so far.</summary>
    internal long Frames;

    /// <summary>RENDER for work of the last epoch, base units.</summary>
    internal long LastPay;

    /// <summary>Reputation, 0..1.</summary>
    internal double Reputation;

    /// <summary>OctaneBench hours worked in the epoch so far.</summary>
    internal double BusyHours;

    /// <summary>OctaneBench hours online in the epoch so far, at work or not.</summary>
    internal double OnlineHours;

    /// <summary>Hours of the coming tick in which it is paused.</summary>
    internal double PausedHours;

    /// <summary>Tick of its application; of its admission from then on.</summary>
    internal int Since;

    /// <summary>Number of nodes.</summary>
    internal int Nodes;

    /// <summary>OctaneBench points a node as claimed.</summary>
    internal int Octane;

    /// <summary>OctaneBench points a node as they are.</summary>
    internal int TrueOctane;

    /// <summary>Video memory a node, GB.</summary>
    internal int Memory;

    /// <summary>Frames that fail, parts in a million.</summary>
    internal int FailurePpm;

    /// <summary>Time that it is reachable, parts in a million.</summary>
    internal int UptimePpm;

    /// <summary>What it is doing.</summary>
    internal NodeMode Mode;

    /// <summary>Tier that it serves, 2 or 3.</summary>
    internal byte Tier;

    /// <summary>1 if it is vetted.</summary>
    internal byte Vetted;

    /// <summary>1 if it takes work once it is admitted.</summary>
    internal byte WantsWork;

    /// <summary>Whether availability is paid.</summary>
    internal readonly bool StandsReady => Mode is NodeMode.Online or NodeMode.Idle;
}
