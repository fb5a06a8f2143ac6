namespace AgentVerse.Agents.Compute.Akash;

/// <summary>Which of the bids a tenant takes.</summary>
internal enum AwardRule
{
    /// <summary>The cheapest.</summary>
    Cheapest,

    /// <summary>That of the provider with the best history, then the longest, then the cheapest.</summary>
    Reputable,

    /// <summary>The cheapest of those whom auditors signed; others may not bid.</summary>
    Audited,

    /// <summary>Any.</summary>
    Random,
}
