using AgentVerse.Model.Contracts;
using AgentVerse.Model.Records;

namespace AgentVerse.Mechanisms.Markets.Network;

/// <summary>What the market of a token writes to <c>ticks</c>.</summary>
internal static class MarketSeries
{
    internal static IReadOnlyList<Quantity> All { get; } =
    [
        new("priceUsd", CellType.Number, "USD/token", "Price at which the tick's trades were made."),
        new("priceUsdDay", CellType.Number, "USD/token", "Price smoothed with a half-life of a day."),
        new("priceUsdWeek", CellType.Number, "USD/token", "Price smoothed with a half-life of a week."),
        new("circulating", CellType.Number, "tokens", "Tokens in circulation."),
        new("totalSupply", CellType.Number, "tokens", "Tokens minted, locked or not."),
        new("cap", CellType.Number, "USD", "Market capitalisation: price x circulating."),
        new("fdv", CellType.Number, "USD", "Fully diluted value: price x most that will ever be minted."),
        new("fdvMinted", CellType.Number, "USD", "Diluted value without rewards not yet minted: price x supply."),
        new("volume", CellType.Number, "USD", "Value that changed hands: the larger of what was sold and bought."),
        new("poolUsd", CellType.Number, "USD", "USD in the pool; 0 without one."),
        new("poolTokens", CellType.Number, "tokens", "Tokens in the pool; 0 without one."),
        new("unlocked", CellType.Number, "tokens", "Tokens that came free in the tick."),
        new(
            "unlockedToVolume", CellType.Number, "",
            "Value of the tokens that came free over the volume; 0 without any, value over 1 USD without volume."),
        new("holderYield", CellType.Number, "1/y", "Fees of the protocol that reach holders over capitalisation."),
        new("outsideSpent", CellType.Number, "USD", "What outside demand spent; negative where it raised."),
        new("tradesRefused", CellType.Integer, "", "Orders of agents that were refused."),
        new("sectorFactor", CellType.Number, "", "Level of the sector's factor since the start."),
    ];
}
