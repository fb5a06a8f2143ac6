using AgentVerse.Agents.Money;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Bittensor;
using AgentVerse.Model.Settings;

namespace AgentVerse.Agents.Staker;

/// <summary>
/// The market of TAO as its holders see it: what they believe a TAO is worth, the market's smoothed price or else a
/// key, and where they sell it.
/// </summary>
internal sealed class TaoMarket(PopulationPlan population, WorldPlanning planning)
{
    /// <summary>Sales that bring less, rao, wait: they would not pay for themselves. [A]</summary>
    internal const double LeastSale = 10_000_000;

    private readonly double _usd = population.Settings.Number(Key.Name);
    private readonly TokenMarket _market = new(BittensorTerms.Tao, planning);

    /// <summary>The key.</summary>
    internal static Field Key { get; } = Field.Number(
        "taoUsd", 270, 1e-6, 1e6, "USD", "What it believes a TAO to be worth in a world without a market of TAO.",
        "calibration/bittensor.md section 2: 2026");

    /// <summary>Whether TAO has a market.</summary>
    internal bool IsThere => _market.Exists;

    /// <summary>USD a TAO.</summary>
    internal double UsdOf(Board board) => IsThere ? _market.Usd(board) : _usd;

    /// <summary>
    /// Rao that may go: what is above what the agent works with; below it, what it owes in base units of USD.
    /// </summary>
    internal long Spare(AgentTick agent, long working, long debt) => _market.Spare(agent, working, debt);

    /// <summary>Sells an amount of the agent's TAO for USD at any price.</summary>
    internal void Sell(AgentTick agent, long amount) => _market.Sell(agent, amount);
}
