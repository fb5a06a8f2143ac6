namespace AgentVerse.Model.Networks.Markets;

/// <summary>Names that markets of tokens and agents share.</summary>
public static class MarketTerms
{
    /// <summary>Name of the network in scenarios: one shard a token, named after it.</summary>
    public const string Network = "markets";
}
