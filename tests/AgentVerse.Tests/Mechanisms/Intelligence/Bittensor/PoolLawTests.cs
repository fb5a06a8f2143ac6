using AgentVerse.Mechanisms.Intelligence.Bittensor;
using AgentVerse.Mechanisms.Intelligence.Bittensor.Arithmetic;
using CsCheck;

using Xunit;

namespace AgentVerse.Tests.Mechanisms.Intelligence.Bittensor;

public sealed class PoolLawTests
{
    private static readonly SubnetParameters Subnet = new();

    private static readonly Gen<Pool> GenPool = Gen.Select(
        Gen.Long[1_000_000_000, 1_000_000_000_000_000],
        Gen.Long[1_000_000_000, 10_000_000_000_000_000],
        Gen.Long[Pool.MinWeight, Pool.FullWeight - Pool.MinWeight],
        (tao, alpha, weight) => new Pool(tao, alpha, weight));

    [Fact]
    public void Buying_and_selling_back_never_gains() =>
        Gen.Select(GenPool, Gen.Long[1_000_000, 100_000_000_000]).Sample((pool, amount) =>
        {
            SwapResult bought = Balancer.Swap(pool, new SwapOrder(SwapSide.Buy, amount), Subnet);
            SwapResult sold = Balancer.Swap(bought.Pool, new SwapOrder(SwapSide.Sell, bought.AmountOut), Subnet);
            Assert.True(sold.AmountOut <= amount);
        });

    [Fact]
    public void Reserves_move_by_what_is_paid_in_and_out() =>
        Gen.Select(GenPool, Gen.Long[0, 1_000_000_000_000], Gen.Enum<SwapSide>()).Sample((pool, amount, side) =>
        {
            SwapResult swap = Balancer.Swap(pool, new SwapOrder(side, amount), Subnet);
            (long taoIn, long alphaIn) = side == SwapSide.Buy
                ? (swap.AmountIn, -swap.AmountOut)
                : (-swap.AmountOut, swap.AmountIn);
            Assert.Equal(pool.Tao + taoIn, swap.Pool.Tao);
            Assert.Equal(pool.Alpha + alphaIn, swap.Pool.Alpha);
            Assert.Equal(swap.Error == SwapError.None ? amount : 0, swap.AmountIn + swap.Fee);
            Assert.True(swap.Pool.Tao >= 0 && swap.Pool.Alpha >= 0);
        });

    [Fact]
    public void Liquidity_in_any_proportion_keeps_the_price() =>
        Gen.Select(GenPool, Gen.Long[0, 1_000_000_000], Gen.Long[0, 1_000_000_000]).Sample((pool, tao, alpha) =>
        {
            bool isAdded = Balancer.TryAddLiquidity(pool, tao, alpha, Subnet, out Pool after);
            double before = Balancer.Price(pool).ToDouble();
            Assert.True(!isAdded || Math.Abs(Balancer.Price(after).ToDouble() - before) <= before * 1e-12 + 1e-15);
            Assert.True(isAdded || after == pool);
        });

    [Fact]
    public void A_limit_stops_the_price_there_and_returns_the_rest()
    {
        Pool pool = new(1_000_000_000_000, 4_000_000_000_000);
        U64F64 limit = U64F64.FromDouble(0.26);
        SwapOrder order = new(SwapSide.Buy, 500_000_000_000) { LimitPrice = limit };
        SwapResult swap = Balancer.Swap(pool, order, Subnet);
        Assert.InRange(Balancer.Price(swap.Pool).ToDouble(), 0.2599999, 0.2600001);
        Assert.InRange(swap.AmountIn + swap.Fee, 19_000_000_000, 20_500_000_000);
    }

    [Fact]
    public void A_price_at_or_beyond_the_limit_refuses()
    {
        Pool pool = new(1_000_000_000, 4_000_000_000);
        SwapOrder buy = new(SwapSide.Buy, 1_000) { LimitPrice = U64F64.FromDouble(0.25) };
        SwapOrder sell = new(SwapSide.Sell, 1_000) { LimitPrice = U64F64.FromDouble(0.25) };
        Assert.Equal(SwapError.PriceLimitExceeded, Balancer.Swap(pool, buy, Subnet).Error);
        Assert.Equal(SwapError.PriceLimitExceeded, Balancer.Swap(pool, sell, Subnet).Error);
    }

    [Fact]
    public void A_drained_pool_pays_nothing() => Assert.Equal(
        SwapError.ReservesTooLow,
        Balancer.Swap(new Pool(1_000_000_000, 999_999), new SwapOrder(SwapSide.Buy, 1_000), Subnet).Error);
}
