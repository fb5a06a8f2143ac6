namespace AgentVerse.Mechanisms.Compute.Akash;

/// <summary>The rules that a settlement goes by.</summary>
/// <param name="Parameters">Parameters of the chain.</param>
/// <param name="TakeRate">Share of a payout that goes to the community pool, by the account's token, in [0, 1].</param>
public readonly record struct EscrowTerms(AkashParameters Parameters, Dec18 TakeRate);
