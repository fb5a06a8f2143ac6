namespace AgentVerse.Model.Networks.Markets;

/// <summary>What agents ask of the market of a token. All trades of a tick are made at one price.</summary>
public static class MarketIntents
{
    /// <summary>Sell the amount (the token) for at least A base units of USD (0: for any price).</summary>
    public const byte Sell = 1;

    /// <summary>Buy for the amount (USD) at least A base units of the token (0: at any price).</summary>
    public const byte Buy = 2;

    /// <summary>
    /// Raise A base units of USD by selling as little of the amount (the token) as that takes; the rest comes back. It
    /// is refused if all of the amount does not bring as much.
    /// </summary>
    public const byte Raise = 3;
}

/// <summary>What the market of a token tells an agent.</summary>
public static class MarketRows
{
    /// <summary>It sold A base units of the token; the amount is the USD.</summary>
    public const byte Sold = 1;

    /// <summary>It bought for A base units of USD; the amount is the token.</summary>
    public const byte Bought = 2;

    /// <summary>The price lay beyond its limit, or nobody could pay; the amount is all that it sent.</summary>
    public const byte Refused = 3;

    /// <summary>What raising USD left of the token; A base units were sold.</summary>
    public const byte Returned = 4;
}

/// <summary>What is known of the market of a token while agents are bound.</summary>
/// <param name="Token">Name of the token.</param>
public sealed record TokenFacts(string Token);
