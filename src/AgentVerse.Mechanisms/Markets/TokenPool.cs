namespace AgentVerse.Mechanisms.Markets;

/// <summary>
/// A constant-product pool of a token and USD in which all trades of a tick are made at one price.
/// </summary>
/// <remarks>
/// N tokens are sold outright, C USD are raised by sellers, D USD are brought by buyers. The pool takes the net
/// n = (N y + (C - D) x) / (y - (C - D)) tokens at P = y / (x + n) and moves to (x + n, x y / (x + n)); this needs
/// C - D &lt; y. Put together, P = (y + D - C) / (x + N) exactly, so the price depends on three integer sums and not on
/// who trades, in what order or in how many pieces. <b>Source:</b> world.md section 4; the uniform price of a batch
/// against a constant product (x + n)(y - n P) = x y.
/// </remarks>
/// <param name="Tokens">x: tokens in the pool, base units, above 0.</param>
/// <param name="Usd">y: USD in the pool, base units, above 0.</param>
public readonly record struct TokenPool(long Tokens, long Usd)
{
    /// <summary>Spot price, USD base units for each base unit of the token.</summary>
    public UniformPrice Spot => new(Usd, Tokens);

    /// <summary>The price of a tick; not positive where sellers want to raise all that the pool has, or more.</summary>
    public UniformPrice PriceOf(OrderSums sums)
    {
        Int128 usd = Usd + sums.Bought - sums.Raised;
        return new UniformPrice(checked((long)Int128.Max(usd, 0)), checked((long)(Tokens + sums.Sold)));
    }

    /// <summary>Whether an order on this side would leave the pool without what it takes out, at a price.</summary>
    public bool IsDrained(OrderSide side, UniformPrice price)
    {
        TokenPool after = After(price);
        return side == OrderSide.Buy ? after.Tokens < 1 : after.Usd < 1;
    }

    /// <summary>
    /// The pool after a tick: x y is kept from below, so its value never shrinks by rounding; what rounding leaves over
    /// belongs to the caller.
    /// </summary>
    /// <param name="price">The tick's price.</param>
    public TokenPool After(UniformPrice price) => new(
        checked((long)price.TokensFor(Usd)), checked((long)price.UsdFor(Tokens)));
}

/// <summary>Sums of a tick's orders: all that the price of a pool depends on.</summary>
/// <param name="Sold">N: tokens sold outright, base units.</param>
/// <param name="Raised">C: USD raised by sellers, base units.</param>
/// <param name="Bought">D: USD of buyers, base units.</param>
public readonly record struct OrderSums(Int128 Sold, Int128 Raised, Int128 Bought)
{
    /// <summary>The sums with an order, or (sign -1) without it.</summary>
    public OrderSums With(TokenOrder order, int sign) => order.Side switch
    {
        OrderSide.Sell => this with { Sold = Sold + (sign * (Int128)order.Amount) },
        OrderSide.Buy => this with { Bought = Bought + (sign * (Int128)order.Amount) },
        _ => this with { Raised = Raised + (sign * (Int128)order.Limit) },
    };
}
