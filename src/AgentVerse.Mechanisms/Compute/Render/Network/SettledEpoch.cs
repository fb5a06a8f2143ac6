namespace AgentVerse.Mechanisms.Compute.Render.Network;

/// <summary>What an epoch paid, as agents are told.</summary>
internal struct SettledEpoch
{
    /// <summary>Value of approved work, 1e-6 USD.</summary>
    internal long Value;

    /// <summary>Paid for work, RENDER base units.</summary>
    internal long Pool;

    /// <summary>Paid for availability, RENDER base units.</summary>
    internal long Availability;

    /// <summary>RENDER for work for a point online in tier 2.</summary>
    internal double PayPerPriorityOctane;

    /// <summary>RENDER for work for a point online in tier 3.</summary>
    internal double PayPerEconomyOctane;

    /// <summary>RENDER for availability for a node in a wallet of few.</summary>
    internal double AvailabilityPerNode;
}
