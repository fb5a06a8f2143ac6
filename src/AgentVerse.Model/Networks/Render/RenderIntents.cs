namespace AgentVerse.Model.Networks.Render;

/// <summary>What agents ask of the scheduler.</summary>
public static class RenderIntents
{
    /// <summary>
    /// Stand ready with A nodes of B OctaneBench points each as claimed and C GB of video memory; D is
    /// <see cref="NodeTraits"/>. The first time it is an application that waits for admission.
    /// </summary>
    public const byte Online = 1;

    /// <summary>As <see cref="Online"/>, but take no work: only availability is paid.</summary>
    public const byte Idle = 2;

    /// <summary>Go offline; the account keeps its admission, tier and reputation.</summary>
    public const byte Offline = 3;

    /// <summary>
    /// Render A frames in tier B &amp; 255 on nodes with at least (B >> 8) GB of video memory; C is the account of a
    /// node
    /// that is asked for, 0 for any. The amount is USD and must cover the price; what is not rendered comes back.
    /// </summary>
    public const byte Job = 4;
}

/// <summary>What the scheduler tells an agent.</summary>
public static class RenderRows
{
    /// <summary>The account is admitted to tier A.</summary>
    public const byte Admitted = 1;

    /// <summary>
    /// An epoch ended: the amount is RENDER for work and availability, A the part for availability, B the value of
    /// approved work in 1e-6 USD.
    /// </summary>
    public const byte Epoch = 2;

    /// <summary>Refused for the reason A (<see cref="RenderRefusal"/>); the amount is all that it sent.</summary>
    public const byte Refused = 3;

    /// <summary>A job ended: A frames of B were rendered; the amount is USD that comes back.</summary>
    public const byte Delivered = 4;

    /// <summary>An audit found the claimed score false by the factor A / 1000: the account is suspended.</summary>
    public const byte Suspended = 5;
}

/// <summary>Why the scheduler refused.</summary>
public enum RenderRefusal
{
    /// <summary>The scheduler knows no such intent.</summary>
    UnknownIntent = 1,

    /// <summary>No nodes, no score, or less than 8 GB of video memory.</summary>
    BelowMinimum = 2,

    /// <summary>The account is suspended.</summary>
    Suspended = 3,

    /// <summary>No such tier for the public, or no frames.</summary>
    BadJob = 4,

    /// <summary>The amount does not cover the price.</summary>
    NotCovered = 5,
}

/// <summary>Traits of a node that the network cannot see and its work shows.</summary>
/// <param name="TrueOctane">OctaneBench points that it really has, below 2^20.</param>
/// <param name="FailurePpm">Frames that fail, parts in a million.</param>
/// <param name="UptimePpm">Time that it is reachable, parts in a million.</param>
public readonly record struct NodeTraits(int TrueOctane, int FailurePpm, int UptimePpm)
{
    /// <summary>Parts of a whole.</summary>
    public const int Million = 1_000_000;

    private const int Bits = 20;
    private const long Mask = (1L << Bits) - 1;

    /// <summary>All in one value of an intent.</summary>
    public long Packed => ((long)UptimePpm << (2 * Bits)) | ((long)FailurePpm << Bits) | (uint)TrueOctane;

    /// <summary>The traits of a packed value, each within its range.</summary>
    public static NodeTraits Of(long packed) => new(
        (int)(packed & Mask),
        (int)Math.Min((packed >> Bits) & Mask, Million),
        (int)Math.Min((packed >> (2 * Bits)) & Mask, Million));
}
