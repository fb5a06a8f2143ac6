using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Bittensor;
using AgentVerse.Model.Networks.Markets;
using AgentVerse.Model.Settings;

namespace AgentVerse.Agents.Staker;

/// <summary>USD that agents believe a TAO is worth: the market's smoothed price, else a key.</summary>
internal sealed class TaoPrice(PopulationPlan population, WorldPlanning planning)
{
    private readonly double _usd = population.Settings.Number(Key.Name);
    private readonly int _market = MarketOf(planning);

    /// <summary>The key.</summary>
    internal static Field Key { get; } = Field.Number(
        "taoUsd", 270, 1e-6, 1e6, "USD", "What it believes a TAO to be worth in a world without a market of TAO.",
        "calibration/bittensor.md section 2: 2026");

    /// <summary>USD a TAO.</summary>
    internal double Of(Board board) => _market < 0 ? _usd : board.Get<TokenBulletin>(_market).PriceDay;

    private static int MarketOf(WorldPlanning planning)
    {
        foreach (ShardInfo shard in planning.Shards)
        {
            if (shard.Plan.Facts is TokenFacts { Token: BittensorTerms.Tao })
            {
                return shard.Index;
            }
        }

        return -1;
    }
}
