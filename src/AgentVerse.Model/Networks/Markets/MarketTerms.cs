using AgentVerse.Model.Contracts;

namespace AgentVerse.Model.Networks.Markets;

/// <summary>Names that markets of tokens and agents share.</summary>
public static class MarketTerms
{
    /// <summary>Name of the network in scenarios: one shard a token, named after it.</summary>
    public const string Network = "markets";

    /// <summary>Name of the US dollar, a token of the ledger like any other.</summary>
    public const string Usd = "USD";

    /// <summary>Decimals of the US dollar: 1 USD is 1e6 base units.</summary>
    public const int UsdDecimals = 6;

    /// <summary>Base units of one US dollar.</summary>
    public const double UnitsPerUsd = 1e6;

    /// <summary>The US dollar, shared by all networks that count in it.</summary>
    public static TokenInfo UsdToken { get; } = new(Usd, UsdDecimals);
}
