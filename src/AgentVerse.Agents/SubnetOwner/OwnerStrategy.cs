namespace AgentVerse.Agents.SubnetOwner;

/// <summary>When an owner registers a subnet.</summary>
internal enum OwnerFounding
{
    /// <summary>Never.</summary>
    Never,

    /// <summary>Where what it expects of one is worth the lock.</summary>
    ByValue,

    /// <summary>When the slot that would be given up is that of its target.</summary>
    Raid,
}

/// <summary>What an owner does with its cut.</summary>
internal enum OwnerSelling
{
    /// <summary>Keeps it.</summary>
    Never,

    /// <summary>Sells a share at a review and keeps the rest.</summary>
    Share,

    /// <summary>Sells all in the tick after it came.</summary>
    AtOnce,

    /// <summary>Keeps it until a tick, sells the whole hotkey then, and all at once from then on.</summary>
    Rug,
}

/// <summary>A policy of owners.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Founding">When it registers a subnet.</param>
/// <param name="Selling">What it does with its cut.</param>
internal sealed record OwnerStrategy(string Name, OwnerFounding Founding, OwnerSelling Selling);
