using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Markets;

namespace AgentVerse.Agents.Money;

/// <summary>The market of one token, for agents who earn it and pay in dollars.</summary>
internal sealed class TokenMarket
{
    private readonly int _shard;
    private readonly double _unitsPerToken;

    /// <param name="token">Name of the token.</param>
    /// <param name="planning">The planned world.</param>
    internal TokenMarket(string token, WorldPlanning planning)
    {
        Token = planning.FindToken(token);
        _shard = planning.ShardsOf(MarketTerms.Network)
            .FirstOrDefault(s => s.Plan.Facts is TokenFacts facts
                && string.Equals(facts.Token, token, StringComparison.Ordinal))?.Index ?? -1;
        _unitsPerToken = 1;
        for (int d = 0; Token >= 0 && d < planning.Tokens[Token].Decimals; d++)
        {
            _unitsPerToken *= 10;
        }
    }

    /// <summary>Index of the token, or -1.</summary>
    internal int Token { get; }

    /// <summary>Whether the run has such a market.</summary>
    internal bool Exists => _shard >= 0;

    /// <summary>Price smoothed over a day, USD a token; the market must exist.</summary>
    internal double Usd(Board board) => board.Get<TokenBulletin>(_shard).PriceDay;

    /// <summary>Base units of USD that so many of the token are worth, rounded down.</summary>
    internal long UsdOf(long units, double price) => (long)(units / _unitsPerToken * price * MarketTerms.UnitsPerUsd);

    /// <summary>Base units of the token that so many base units of USD are worth at a price, rounded up.</summary>
    internal long UnitsOf(long usdUnits, double price) =>
        (long)Math.Ceiling(usdUnits * (_unitsPerToken / MarketTerms.UnitsPerUsd) / price);

    /// <summary>
    /// Base units of the token that may go: what is above the working capital; below it, what is owed.
    /// </summary>
    /// <param name="agent">The seller.</param>
    /// <param name="working">What it works with, base units.</param>
    /// <param name="debt">What it owes, base units of USD.</param>
    internal long Spare(AgentTick agent, long working, long debt)
    {
        long wallet = agent.Wallet(Token);
        double price = Usd(agent.Board);
        long owed = price > 0 ? UnitsOf(debt, price) : 0;
        return Math.Min(wallet, Math.Max(wallet - working, owed));
    }

    /// <summary>Sells so much at any price.</summary>
    internal void Sell(AgentTick agent, long amount) => agent.Send(new Intent
    {
        Shard = (ushort)_shard, Token = (ushort)Token, Kind = MarketIntents.Sell, Amount = amount,
    });
}
