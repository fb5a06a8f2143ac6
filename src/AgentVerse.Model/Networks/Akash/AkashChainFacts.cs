namespace AgentVerse.Model.Networks.Akash;

/// <summary>What is known of Akash's chain while agents are bound.</summary>
/// <param name="UnbondingDays">Days from the end of a delegation until its tokens are free.</param>
public sealed record AkashChainFacts(double UnbondingDays);
