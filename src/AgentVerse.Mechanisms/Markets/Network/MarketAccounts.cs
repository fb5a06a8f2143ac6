using AgentVerse.Model;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.State;

namespace AgentVerse.Mechanisms.Markets.Network;

/// <summary>What the market of a token holds, base units; every account is named in the ledger.</summary>
internal sealed class MarketAccounts
{
    private readonly TokenSpec _spec;
    private TokenPool _pool;
    private long _outsideTokens;
    private long _outsideUsd;
    private long _lockedTokens;
    private long _dustTokens;
    private long _dustUsd;

    internal MarketAccounts(TokenSpec spec)
    {
        _spec = spec;
        _pool = spec.Pool;
        _outsideTokens = spec.Circulating - spec.Pool.Tokens;
        _outsideUsd = spec.OutsideUsd;
        _lockedTokens = spec.Unlocks.Sum(u => u.Amount);
    }

    internal TokenPool Pool => _pool;

    internal long OutsideTokens => _outsideTokens;

    internal long OutsideUsd => _outsideUsd;

    /// <summary>Locked tokens come free and belong to the outside.</summary>
    internal void Unlock(long amount)
    {
        _lockedTokens = checked(_lockedTokens - amount);
        _outsideTokens = checked(_outsideTokens + amount);
    }

    /// <summary>The outside gives and gets what its order says.</summary>
    internal void TradeOutside(TokenOrder order, UniformPrice price)
    {
        bool buys = order.Side == OrderSide.Buy;
        _outsideTokens = checked(_outsideTokens + (buys ? order.Gets(price) : -order.Gives(price)));
        _outsideUsd = checked(_outsideUsd + (buys ? -order.Gives(price) : order.Gets(price)));
    }

    /// <summary>The pool takes what came in less what went out; what rounding left is dust.</summary>
    internal void MovePool(UniformPrice price, long tokensIn, long usdIn)
    {
        TokenPool after = _pool.After(price);
        _dustTokens = checked(_dustTokens + _pool.Tokens + tokensIn - after.Tokens);
        _dustUsd = checked(_dustUsd + _pool.Usd + usdIn - after.Usd);
        Invariant.Check(_dustTokens >= 0 && _dustUsd >= 0, "rounding is towards the market");
        _pool = after;
    }

    /// <summary>The outside took what came in less what went out.</summary>
    internal void MoveOutside((long Tokens, long Usd) after) => (_outsideTokens, _outsideUsd) = after;

    internal void AddTo(AccountBook book)
    {
        book.Add(_spec.Token, "pool", _pool.Tokens);
        book.Add(_spec.Usd, "pool", _pool.Usd);
        book.Add(_spec.Token, "outside", _outsideTokens);
        book.Add(_spec.Usd, "outside", _outsideUsd);
        book.Add(_spec.Token, "locked", _lockedTokens);
        book.Add(_spec.Token, "dust", _dustTokens);
        book.Add(_spec.Usd, "dust", _dustUsd);
    }

    internal void Carry(StateCodec codec)
    {
        (long tokens, long usd) = _pool;
        codec.Value("poolTokens", ref tokens);
        codec.Value("poolUsd", ref usd);
        _pool = new TokenPool(tokens, usd);
        codec.Value("outsideTokens", ref _outsideTokens);
        codec.Value("outsideUsd", ref _outsideUsd);
        codec.Value("lockedTokens", ref _lockedTokens);
        codec.Value("dustTokens", ref _dustTokens);
        codec.Value("dustUsd", ref _dustUsd);
    }
}
