namespace AgentVerse.Mechanisms.Markets;

/// <summary>What an order does.</summary>
public enum OrderSide : byte
{
    /// <summary>Sells the amount of the token outright for at least the limit in USD.</summary>
    Sell,

    /// <summary>Buys at least the limit of the token for the amount of USD.</summary>
    Buy,

    /// <summary>Sells as little of the amount of the token as raises the limit in USD.</summary>
    Raise,
}

/// <summary>One order of a tick, of an agent or from outside.</summary>
/// <param name="Side">What it does.</param>
/// <param name="Amount">What it brings, base units: the token of who sells or raises, the USD of who buys.</param>
/// <param name="Limit">What it must get at least, base units of the other; of a raise what it gets.</param>
public readonly record struct TokenOrder(OrderSide Side, long Amount, long Limit)
{
    /// <summary>
    /// Whether it can be made at a price: it gets its limit for no more than it brings. An order that brings nothing
    /// never can.
    /// </summary>
    public bool Accepts(UniformPrice price) => Amount > 0 && price.IsPositive
        && GivesAt(price) <= Amount && GetsAt(price) is var gets && gets >= Limit && gets <= long.MaxValue
        && (Side != OrderSide.Raise || Limit > 0);

    /// <summary>What it gives at a price that it accepts, base units of what it brings.</summary>
    public long Gives(UniformPrice price) => checked((long)GivesAt(price));

    /// <summary>What it gets at a price that it accepts, base units of the other.</summary>
    public long Gets(UniformPrice price) => checked((long)GetsAt(price));

    private Int128 GivesAt(UniformPrice price) => Side == OrderSide.Raise ? price.TokensToRaise(Limit) : Amount;

    private Int128 GetsAt(UniformPrice price) => Side switch
    {
        OrderSide.Sell => price.UsdFor(Amount),
        OrderSide.Buy => price.TokensFor(Amount),
        _ => Limit,
    };
}
