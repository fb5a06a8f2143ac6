using AgentVerse.Model.Networks.Markets;

namespace AgentVerse.Mechanisms.Markets.Network;

/// <summary>The market of one token as it is planned.</summary>
internal sealed record TokenSpec
{
    /// <summary>Name of the token.</summary>
    internal required string Name { get; init; }

    /// <summary>Index of the token.</summary>
    internal required int Token { get; init; }

    /// <summary>Index of USD.</summary>
    internal required int Usd { get; init; }

    /// <summary>Base units of one token.</summary>
    internal required double UnitsPerToken { get; init; }

    /// <summary>Where the price comes from.</summary>
    internal required PriceMode Mode { get; init; }

    /// <summary>Price at the start, USD per token.</summary>
    internal required double Price { get; init; }

    /// <summary>In circulation at the start, base units.</summary>
    internal required long Circulating { get; init; }

    /// <summary>Minted at the start, base units.</summary>
    internal required long Supply { get; init; }

    /// <summary>Most that will be minted, base units.</summary>
    internal required long MaxSupply { get; init; }

    /// <summary>What comes free after the start.</summary>
    internal required IReadOnlyList<Unlock> Unlocks { get; init; }

    /// <summary>USD of the outside, base units.</summary>
    internal required long OutsideUsd { get; init; }

    /// <summary>The pool at the start; without tokens in other modes.</summary>
    internal TokenPool Pool { get; init; }

    /// <summary>Drift and volatilities.</summary>
    internal PriceTerms Terms { get; init; }

    /// <summary>Speed of outside demand, 1 a day.</summary>
    internal double Theta { get; init; }

    /// <summary>Years of fees that outside demand pays for.</summary>
    internal double Multiple { get; init; }

    /// <summary>Share of an unlock that is sold in its tick.</summary>
    internal double UnlockSold { get; init; }

    /// <summary>The recorded price, where it is replayed.</summary>
    internal ReplayPrices? Replay { get; init; }

    /// <summary>Jumps of the sector's factor: seconds since 1970, and size.</summary>
    internal required IReadOnlyList<(long Time, double Size)> Hype { get; init; }

    /// <summary>USD per token of a price in base units.</summary>
    internal double PerToken(UniformPrice price) => price.Value * UnitsPerToken / MarketTerms.UnitsPerUsd;

    /// <summary>The price in base units of USD per token.</summary>
    internal UniformPrice InUnits(double price) => UniformPrice.Of(price * MarketTerms.UnitsPerUsd / UnitsPerToken);
}
