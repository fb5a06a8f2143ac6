using AgentVerse.Model.Contracts;

namespace AgentVerse.Mechanisms.Compute.Render.Network;

/// <summary>A job of the tick, paid for when it was sent.</summary>
/// <param name="intent">What was sent.</param>
/// <param name="tier">Tier, 2 or 3.</param>
/// <param name="memory">Video memory that it needs, GB.</param>
internal sealed class RenderJob(in Intent intent, int tier, int memory)
{
    /// <summary>Who sent it.</summary>
    internal AgentRef Sender { get; } = intent.Sender;

    /// <summary>Account of the sender.</summary>
    internal ulong Account { get; } = intent.Account;

    /// <summary>Number among the sender's intents of the tick.</summary>
    internal int Ordinal { get; } = intent.Ordinal;

    /// <summary>Account of the node asked for; 0 for any.</summary>
    internal ulong Requested { get; } = (ulong)intent.C;

    /// <summary>Tier, 2 or 3.</summary>
    internal int Tier => tier;

    /// <summary>Video memory that it needs, GB.</summary>
    internal int Memory => memory;

    /// <summary>Frames asked for.</summary>
    internal long Frames { get; } = intent.A;

    /// <summary>Frames rendered and approved.</summary>
    internal long Rendered { get; set; }

    /// <summary>What it carried, 1e-6 USD.</summary>
    internal long Carried { get; } = intent.Amount;
}
