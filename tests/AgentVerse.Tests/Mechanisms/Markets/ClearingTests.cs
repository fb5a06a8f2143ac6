using AgentVerse.Mechanisms.Markets;
using CsCheck;

using Xunit;

namespace AgentVerse.Tests.Mechanisms.Markets;

public sealed class ClearingTests
{
    private static readonly Gen<TokenPool> GenPool = Gen.Select(
        Gen.Long[1_000_000, 1_000_000_000_000_000], Gen.Long[1_000_000, 1_000_000_000_000_000],
        (tokens, usd) => new TokenPool(tokens, usd));

    private static readonly Gen<TokenOrder> GenFree = Gen.Select(
        Gen.Bool, Gen.Long[1, 100_000_000_000],
        (sells, amount) => new TokenOrder(sells ? OrderSide.Sell : OrderSide.Buy, amount, 0));

    private static readonly Gen<TokenOrder> GenOrder = Gen.Select(
        Gen.Enum<OrderSide>(), Gen.Long[0, 1_000_000_000_000],
        Gen.Long[-1, 1_000_000_000_000], (side, amount, limit) => new TokenOrder(side, amount, limit));

    /// <summary>world.md 4, by hand: x = 1000, y = 2000, N = 100, C = 50, D = 250.</summary>
    [Fact]
    public void The_pool_is_the_one_of_the_design()
    {
        TokenPool pool = new(1000, 2000);
        UniformPrice price = pool.PriceOf(new OrderSums(100, 50, 250));
        const double n = ((100.0 * 2000) + ((50 - 250) * 1000)) / (2000 - (50 - 250));
        Assert.Equal(2000 / (1000 + n), price.Value, 12);
        Assert.Equal(2.0, price.Value, 12);
        Assert.Equal(new TokenPool(1000, 2000), pool.After(price));
        UniformPrice sold = pool.PriceOf(new OrderSums(1000, 0, 0));
        Assert.Equal(1.0, sold.Value, 12);
        Assert.Equal(new TokenPool(2000, 1000), pool.After(sold));
    }

    [Fact]
    public void Raising_all_that_the_pool_has_makes_no_price() =>
        Assert.False(new TokenPool(1000, 2000).PriceOf(new OrderSums(0, 2000, 0)).IsPositive);

    [Fact]
    public void Every_order_that_is_made_accepts_the_price_and_none_is_made_that_does_not() =>
        Gen.Select(GenPool, GenOrder.Array[0, 40]).Sample((pool, orders) =>
        {
            (UniformPrice price, bool[] refused) = Clear(pool, orders);
            OrderSums sums = default;
            for (int i = 0; i < orders.Length; i++)
            {
                Assert.True(refused[i] || orders[i].Accepts(price));
                sums = refused[i] ? sums : sums.With(orders[i], 1);
            }

            Assert.Equal(pool.PriceOf(sums), price);
            Assert.True(price.IsPositive);
        });

    [Fact]
    public void Trades_conserve_both_tokens_and_rounding_is_towards_the_market() =>
        Gen.Select(GenPool, GenOrder.Array[0, 40]).Sample((pool, orders) =>
        {
            (UniformPrice price, bool[] refused) = Clear(pool, orders);
            TokenPool after = pool.After(price);
            Int128 tokens = pool.Tokens, usd = pool.Usd;
            for (int i = 0; i < orders.Length; i++)
            {
                if (!refused[i])
                {
                    bool buys = orders[i].Side == OrderSide.Buy;
                    tokens += buys ? -orders[i].Gets(price) : orders[i].Gives(price);
                    usd += buys ? orders[i].Gives(price) : -orders[i].Gets(price);
                }
            }

            Assert.True(after.Tokens >= 1 && after.Usd >= 1);
            Assert.InRange(tokens - after.Tokens, 0, orders.Length + 1);
            Assert.InRange(usd - after.Usd, 0, orders.Length + 1);
        });

    [Fact]
    public void The_price_does_not_depend_on_the_order_of_trades() =>
        Gen.Select(GenPool, GenFree.Array[1, 40], Gen.Int).Sample((pool, orders, seed) =>
        {
            TokenOrder[] shuffled = [.. orders];
            new Random(seed).Shuffle(shuffled);
            Assert.Equal(Clear(pool, orders).Price, Clear(pool, shuffled).Price);
        });

    [Fact]
    public void The_price_does_not_depend_on_how_a_trade_is_split_and_pieces_never_gain() =>
        Gen.Select(GenPool, GenFree.Array[1, 20], Gen.Double[0, 1]).Sample((pool, orders, share) =>
        {
            long part = Math.Clamp((long)(orders[0].Amount * share), 1, Math.Max(1, orders[0].Amount - 1));
            TokenOrder one = orders[0] with { Amount = part };
            TokenOrder other = orders[0] with { Amount = orders[0].Amount - part };
            (UniformPrice price, bool[] refused) = Clear(pool, orders);
            (UniformPrice split, bool[] refusedSplit) = Clear(pool, [one, other, .. orders[1..]]);
            if (other.Amount > 0 && !refused.Contains(true) && !refusedSplit.Contains(true))
            {
                Assert.Equal(price, split);
                Assert.True(one.Gets(split) + other.Gets(split) <= orders[0].Gets(price));
            }
        });

    [Fact]
    public void Buying_and_selling_back_never_gains() =>
        Gen.Select(GenPool, Gen.Long[1, 1_000_000_000_000]).Sample((pool, usd) =>
        {
            TokenOrder buy = new(OrderSide.Buy, usd, 0);
            (UniformPrice price, bool[] refused) = Clear(pool, [buy]);
            if (!refused[0] && buy.Gets(price) > 0)
            {
                TokenOrder sell = new(OrderSide.Sell, buy.Gets(price), 0);
                (UniformPrice back, bool[] notBack) = Clear(pool.After(price), [sell]);
                Assert.True(notBack[0] || sell.Gets(back) <= usd);
            }
        });

    [Fact]
    public void Scaling_pool_and_trades_keeps_the_price() =>
        Gen.Select(GenPool, GenFree.Array[1, 20], Gen.Long[2, 1000]).Sample((pool, orders, scale) =>
        {
            TokenOrder[] larger = [.. orders.Select(o => o with { Amount = o.Amount * scale })];
            double price = Clear(pool, orders).Price.Value;
            double scaled = Clear(new TokenPool(pool.Tokens * scale, pool.Usd * scale), larger).Price.Value;
            Assert.Equal(1, scaled / price, 12);
        });

    [Fact]
    public void A_limit_beyond_the_price_is_refused_alone()
    {
        TokenPool pool = new(1_000_000, 1_000_000);
        TokenOrder[] orders = [new(OrderSide.Sell, 1000, 2000), new(OrderSide.Sell, 1000, 900)];
        (UniformPrice price, bool[] refused) = Clear(pool, orders);
        Assert.Equal([true, false], refused);
        Assert.Equal(pool.PriceOf(new OrderSums(1000, 0, 0)), price);
    }

    [Fact]
    public void Of_two_sellers_who_bear_only_one_the_first_in_the_drawn_order_goes()
    {
        TokenOrder seller = new(OrderSide.Sell, 100_000, 90_000);
        (_, bool[] refused) = Clear(new TokenPool(1_000_000, 1_000_000), [seller, seller]);
        Assert.Equal([true, false], refused);
    }

    [Fact]
    public void Raising_gives_as_little_as_it_takes()
    {
        TokenOrder raise = new(OrderSide.Raise, 1_000_000, 1000);
        (UniformPrice price, bool[] refused) = Clear(new TokenPool(1_000_000, 2_000_000), [raise]);
        Assert.False(refused[0]);
        Assert.Equal(1000, raise.Gets(price));
        Assert.True(price.UsdFor(raise.Gives(price)) >= 1000);
        Assert.True(price.UsdFor(raise.Gives(price) - 1) < 1000);
    }

    [Fact]
    public void An_outside_that_has_nothing_left_refuses()
    {
        UniformPrice price = UniformPrice.Of(2);
        bool[] refused = new bool[3];
        (long tokens, long usd) = Clearing.At(
            price, (0, 1000),
            [new(OrderSide.Sell, 400, 0), new(OrderSide.Sell, 400, 0), new(OrderSide.Buy, 600, 0)], refused);
        Assert.Equal([false, true, false], refused);
        Assert.Equal((100, 800), (tokens, usd));
    }

    [Fact]
    public void A_price_as_a_number_comes_back() =>
        Gen.Double[1e-8, 1e15].Sample(value => Assert.Equal(1, UniformPrice.Of(value).Value / value, 9));

    private static (UniformPrice Price, bool[] Refused) Clear(TokenPool pool, TokenOrder[] orders)
    {
        bool[] refused = new bool[orders.Length];
        return (Clearing.Against(pool, orders, refused), refused);
    }
}
