namespace AgentVerse.Mechanisms.Compute.Render.Network;

/// <summary>What a wallet's nodes are doing.</summary>
internal enum NodeMode : byte
{
    /// <summary>It applied and waits for admission.</summary>
    Waiting,

    /// <summary>Online, takes work.</summary>
    Online,

    /// <summary>Online, takes no work.</summary>
    Idle,

    /// <summary>Offline.</summary>
    Offline,

    /// <summary>Its claimed score was found false: it never comes back.</summary>
    Suspended,
}
