using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Akash;
using AgentVerse.Model.Networks.Markets;
using AgentVerse.Model.Numerics;

namespace AgentVerse.Agents.Delegator;

/// <summary>Where AKT can be bonded and sold, and what it is believed to be worth.</summary>
/// <param name="Chain">Index of the chain's shard; -1 where the world has no chain.</param>
/// <param name="UnbondingDays">Days from the end of a delegation until its tokens are free.</param>
/// <param name="Market">Index of the market of AKT; -1 where the world has none.</param>
internal readonly record struct AktPlaces(int Chain, double UnbondingDays, int Market)
{
    /// <summary>Days between the mean ages of averages with half-lives of a day and a week: 6 / ln 2.</summary>
    private const double AgeGap = 6 / 0.6931471805599453;

    /// <summary>The places of a planned world.</summary>
    internal static AktPlaces Of(WorldPlanning planning)
    {
        AktPlaces places = new(-1, 0, -1);
        foreach (ShardInfo shard in planning.Shards)
        {
            places = shard.Plan.Facts switch
            {
                AkashChainFacts chain => places with { Chain = shard.Index, UnbondingDays = chain.UnbondingDays },
                TokenFacts { Token: AkashTerms.Akt } => places with { Market = shard.Index },
                _ => places,
            };
        }

        return places;
    }

    /// <summary>USD an AKT: the market's price smoothed over a day, else the chain's.</summary>
    internal double Price(Board board) => Market >= 0
        ? board.Get<TokenBulletin>(Market).PriceDay
        : board.Get<AkashChainBulletin>(Chain).AktMicroUsd / (double)AkashTerms.Unit;

    /// <summary>Growth of the price a day, as its averages over a day and a week show it; 0 without a market.</summary>
    internal double Trend(Board board)
    {
        if (Market < 0)
        {
            return 0;
        }

        TokenBulletin shown = board.Get<TokenBulletin>(Market);
        return shown.PriceDay > 0 && shown.PriceWeek > 0
            ? DeterministicMath.Log(shown.PriceDay / shown.PriceWeek) / AgeGap
            : 0;
    }

    /// <summary>Part of so many USD that a trade of them loses to the pool; 0 where nothing moves the price.</summary>
    internal double Slippage(Board board, double usd)
    {
        double depth = Market < 0 ? 0 : board.Get<TokenBulletin>(Market).Depth;
        return depth > 0 ? usd / (depth + usd) : 0;
    }
}
