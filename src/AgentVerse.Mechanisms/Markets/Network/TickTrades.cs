using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Markets;

namespace AgentVerse.Mechanisms.Markets.Network;

/// <summary>The trades of one tick: orders from intents and from outside, made or refused, and paid.</summary>
internal sealed class TickTrades
{
    private readonly ShardTick _tick;
    private readonly TokenSpec _spec;
    private readonly List<TokenOrder> _orders = [];
    private long _sold;
    private long _bought;
    private long _outsideSpent;

    internal TickTrades(ShardTick tick, TokenSpec spec)
    {
        _tick = tick;
        _spec = spec;
        foreach (TimedIntent timed in tick.Intents)
        {
            _orders.Add(OrderOf(timed.Intent));
        }
    }

    /// <summary>Orders of agents that were refused.</summary>
    internal long Refused { get; private set; }

    /// <summary>The larger of the USD that sellers got and that buyers gave.</summary>
    internal double VolumeUsd => Math.Max(_sold, _bought) / MarketTerms.UnitsPerUsd;

    /// <summary>USD that the outside spent for its own orders; negative where it raised.</summary>
    internal double OutsideSpentUsd => _outsideSpent / MarketTerms.UnitsPerUsd;

    /// <summary>Adds an order of the outside, after all of the agents'.</summary>
    internal void Add(TokenOrder order) => _orders.Add(order);

    /// <summary>Clears against the pool, pays everyone and moves the pool; gives the price.</summary>
    internal UniformPrice ClearPool(MarketAccounts accounts)
    {
        TokenOrder[] orders = [.. _orders];
        bool[] refused = new bool[orders.Length];
        UniformPrice price = Clearing.Against(accounts.Pool, orders, refused);
        (long tokens, long usd) = (0, 0);
        for (int i = 0; i < orders.Length; i++)
        {
            if (!refused[i])
            {
                bool buys = orders[i].Side == OrderSide.Buy;
                (long gives, long gets) = (orders[i].Gives(price), orders[i].Gets(price));
                tokens = checked(tokens + (buys ? -gets : gives));
                usd = checked(usd + (buys ? gives : -gets));
            }

            if (i >= _tick.Intents.Count && !refused[i])
            {
                accounts.TradeOutside(orders[i], price);
                bool bought = orders[i].Side == OrderSide.Buy;
                _outsideSpent += bought ? orders[i].Gives(price) : -orders[i].Gets(price);
            }
        }

        Pay(orders, refused, price);
        accounts.MovePool(price, tokens, usd);
        return price;
    }

    /// <summary>Clears at a given price against the outside and pays everyone.</summary>
    internal void ClearAt(UniformPrice price, MarketAccounts accounts)
    {
        TokenOrder[] orders = [.. _orders];
        bool[] refused = new bool[orders.Length];
        accounts.MoveOutside(Clearing.At(price, (accounts.OutsideTokens, accounts.OutsideUsd), orders, refused));
        Pay(orders, refused, price);
    }

    /// <summary>An intent as an order; one that makes no sense brings nothing and so is refused.</summary>
    private TokenOrder OrderOf(in Intent intent)
    {
        bool hasToken = intent.Token == _spec.Token, hasUsd = intent.Token == _spec.Usd;
        return intent.Kind switch
        {
            MarketIntents.Sell when hasToken => new TokenOrder(OrderSide.Sell, intent.Amount, intent.A),
            MarketIntents.Buy when hasUsd => new TokenOrder(OrderSide.Buy, intent.Amount, intent.A),
            MarketIntents.Raise when hasToken => new TokenOrder(OrderSide.Raise, intent.Amount, intent.A),
            _ => default,
        };
    }

    private void Pay(TokenOrder[] orders, bool[] refused, UniformPrice price)
    {
        for (int i = 0; i < orders.Length; i++)
        {
            if (!refused[i])
            {
                bool buys = orders[i].Side == OrderSide.Buy;
                _bought = checked(_bought + (buys ? orders[i].Gives(price) : 0));
                _sold = checked(_sold + (buys ? 0 : orders[i].Gets(price)));
            }

            if (i < _tick.Intents.Count)
            {
                PayAgent(_tick.Intents[i].Intent, orders[i], refused[i], price);
            }
        }
    }

    private void PayAgent(in Intent intent, TokenOrder order, bool isRefused, UniformPrice price)
    {
        if (isRefused)
        {
            Refused++;
            _tick.Pay(intent.Sender, MarketRows.Refused, intent.Token, intent.Amount, intent.Kind);
            return;
        }

        bool buys = order.Side == OrderSide.Buy;
        long gives = order.Gives(price);
        _tick.Pay(
            intent.Sender, buys ? MarketRows.Bought : MarketRows.Sold, buys ? _spec.Token : _spec.Usd,
            order.Gets(price), gives);
        if (gives < order.Amount)
        {
            _tick.Pay(intent.Sender, MarketRows.Returned, _spec.Token, order.Amount - gives, gives);
        }
    }
}
