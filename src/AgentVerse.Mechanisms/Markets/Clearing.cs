namespace AgentVerse.Mechanisms.Markets;

/// <summary>Finds which orders of a tick are made, and at what price.</summary>
public static class Clearing
{
    /// <summary>
    /// Clears orders against a pool. It begins with all of them; then, in the drawn order and again from the start, an
    /// order that does not accept the price of those that are still in is refused and the price is that of the rest,
    /// until a whole pass refuses none. So is one that would take the last unit out of the
    /// pool.
    /// </summary>
    /// <remarks>
    /// It ends: a pass that goes on has refused at least one order, and none ever comes back, so there are at most
    /// n + 1 passes over n orders. At the end all orders that are in accept the price that they make together. Orders
    /// without limits are all made, at a price that depends on sums alone. Cost O(n) with few refusals, O(n^2) at
    /// worst.
    /// </remarks>
    /// <param name="pool">The pool before the tick.</param>
    /// <param name="orders">Orders in drawn order.</param>
    /// <param name="refused">Set for each order that is not made; as long as the orders.</param>
    /// <returns>The price, above 0; the pool's own where no order is made.</returns>
    public static UniformPrice Against(TokenPool pool, ReadOnlySpan<TokenOrder> orders, Span<bool> refused)
    {
        OrderSums sums = default;
        for (int i = 0; i < orders.Length; i++)
        {
            refused[i] = orders[i].Amount <= 0;
            sums = refused[i] ? sums : sums.With(orders[i], 1);
        }

        UniformPrice price = pool.PriceOf(sums);
        for (bool isStable = false; !isStable;)
        {
            isStable = true;
            for (int i = 0; i < orders.Length; i++)
            {
                if (!refused[i] && (!orders[i].Accepts(price) || pool.IsDrained(orders[i].Side, price)))
                {
                    refused[i] = true;
                    sums = sums.With(orders[i], -1);
                    price = pool.PriceOf(sums);
                    isStable = false;
                }
            }
        }

        return price;
    }

    /// <summary>
    /// Clears orders at a price that is given, against an outside that buys and sells as long as it has something: in
    /// the drawn order, an order that does not accept the price, or that the outside cannot serve, is refused.
    /// </summary>
    /// <param name="price">The price.</param>
    /// <param name="outside">Tokens and USD of the outside before the tick.</param>
    /// <param name="orders">Orders in drawn order.</param>
    /// <param name="refused">Set for each order that is not made; as long as the orders.</param>
    /// <returns>Tokens and USD of the outside after the tick.</returns>
    public static (long Tokens, long Usd) At(
        UniformPrice price, (long Tokens, long Usd) outside, ReadOnlySpan<TokenOrder> orders, Span<bool> refused)
    {
        (long tokens, long usd) = outside;
        for (int i = 0; i < orders.Length; i++)
        {
            TokenOrder order = orders[i];
            bool buys = order.Side == OrderSide.Buy;
            refused[i] = !order.Accepts(price) || order.Gets(price) > (buys ? tokens : usd);
            if (!refused[i])
            {
                long gives = order.Gives(price);
                long gets = order.Gets(price);
                tokens = checked(tokens + (buys ? -gets : gives));
                usd = checked(usd + (buys ? gives : -gets));
            }
        }

        return (tokens, usd);
    }
}
