using AgentVerse.Mechanisms.Intelligence.Bittensor.Arithmetic;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor;

/// <summary>
/// The weighted pool in which a subnet's alpha trades against TAO: y^w_t * x^w_a stays when one is swapped.
/// </summary>
/// <remarks>
/// Source: opentensor/subtensor 14bc6f9f, pallets/swap/src/pallet/balancer.rs, swap_step.rs, impls.rs. Powers are
/// floored to 18 decimals as there (<see cref="RatioPower"/>), so outputs agree to the last unit but for coincidences.
/// </remarks>
public static class Balancer
{
    /// <summary>The most that may be paid in, in reserves (swap_step.rs MAX_SWAP_INPUT_RESERVE_MULTIPLIER).</summary>
    public const long MaxInputInReserves = 1000;

    /// <summary>The limit of sales that name none, TAO per alpha (impls.rs::min_price_inner).</summary>
    public static U64F64 MinPrice { get; } = U64F64.FromInteger(1000) / U64F64.FromInteger(1_000_000_000);

    /// <summary>The limit of purchases that name none, TAO per alpha (max_price_inner).</summary>
    public static U64F64 MaxPrice { get; } = U64F64.FromInteger(1_000_000);

    /// <summary>p = (w_a / w_t) * (y / x), TAO per alpha; 0 without alpha.</summary>
    public static U64F64 Price(in Pool pool) =>
        U64F64.FromInteger(pool.AlphaWeight) / U64F64.FromInteger(pool.TaoWeight)
        * (U64F64.FromInteger(pool.Tao) / U64F64.FromInteger(pool.Alpha));

    /// <summary>
    /// The pool with the weight at which its price is p: w_t = y / (p*x + y); false outside 0.01..0.99.
    /// </summary>
    public static bool TryWeighByPrice(in Pool pool, U64F64 price, out Pool weighed)
    {
        // The chain multiplies the whole part of the price and its fraction apart, each product floored.
        UInt128 whole = (price.Raw >> 64) * (UInt128)(ulong)pool.Alpha;
        UInt128 fraction = Wide.MultiplyShift((UInt128)(ulong)pool.Alpha << 64, (UInt128)(ulong)price.Raw, 64) >> 64;
        UInt128 total = whole + fraction + (UInt128)(ulong)pool.Tao;
        long weight = total == UInt128.Zero ? 0 : WeightOf((UInt128)(ulong)pool.Tao, total);
        weighed = pool with { TaoWeight = weight };
        return IsInRange(weight);
    }

    /// <summary>
    /// (reserve / (reserve + delta))^(weight of what is paid in / the other weight), 18 decimals, at most 1.
    /// </summary>
    /// <param name="reserve">Reserve of what is paid in.</param>
    /// <param name="delta">Net input; negative for what is taken out, which gives a number above 1.</param>
    /// <param name="side">Sell: alpha is paid in. Buy: TAO is.</param>
    /// <param name="pool">Weights.</param>
    public static U64F64 Retained(long reserve, long delta, SwapSide side, in Pool pool)
    {
        UInt128 after = (UInt128)Int128.Max(Int128.Zero, (Int128)reserve + delta);
        if (after == UInt128.Zero)
        {
            return U64F64.Zero;
        }

        (long up, long down) = side == SwapSide.Sell
            ? (pool.AlphaWeight, pool.TaoWeight)
            : (pool.TaoWeight, pool.AlphaWeight);
        UInt128 power = RatioPower.Of((UInt128)(ulong)reserve, after, up, down);
        if (power > ulong.MaxValue)
        {
            return U64F64.Zero;
        }

        U64F64 result = U64F64.FromU64((ulong)power) / U64F64.FromInteger(Pool.FullWeight);
        return delta >= 0 ? U64F64.Min(result, U64F64.One) : result;
    }

    /// <summary>
    /// What a net input buys: buy floor(x * (1 - retained)) alpha, sell floor(y * (1 - retained)) TAO.
    /// </summary>
    public static long Output(in Pool pool, SwapSide side, long netInput)
    {
        (long reserveIn, long reserveOut) = Reserves(pool, side);
        return (U64F64.FromInteger(reserveOut) * (U64F64.One - Retained(reserveIn, netInput, side, pool))).ToInteger();
    }

    /// <summary>
    /// Executes an order in full or up to its limit: fee = floor(amount * rate), the rest is paid in. The fee of an
    /// order that met its limit is taken on what was paid in.
    /// </summary>
    /// <returns>The pool after and the amounts; on an error the pool is as before and the amounts are 0.</returns>
    public static SwapResult Swap(in Pool pool, in SwapOrder order, SubnetParameters subnet)
    {
        (long reserveIn, long reserveOut) = Reserves(pool, order.Side);
        long fee = order.IsFree ? 0 : Fee(order.Amount, subnet);
        SwapError error = Refusal(pool, order, order.Amount - fee, subnet);
        if (error != SwapError.None)
        {
            return new SwapResult(error, 0, 0, 0, pool);
        }

        long paidIn = order.Amount - fee;
        long paidOut = Output(pool, order.Side, paidIn);
        if (order.LimitPrice is { } limit && Crosses(limit, order.Side, After(pool, order.Side, paidIn, paidOut)))
        {
            paidIn = InputToReach(pool, order.Side, Price(pool), limit);
            paidOut = Output(pool, order.Side, paidIn);
            fee = order.IsFree ? 0 : FeeOnTop(paidIn, subnet);
        }

        error = paidIn != 0 && paidOut == 0 ? SwapError.ReservesTooLow
            : paidOut > reserveOut ? SwapError.InsufficientLiquidity
            : SwapError.None;
        return error == SwapError.None
            ? new SwapResult(error, paidIn, paidOut, fee, After(pool, order.Side, paidIn, paidOut))
            : new SwapResult(error, 0, 0, 0, pool);
    }

    /// <summary>
    /// Net input that moves the price to a limit: buy y * ((p'/p)^w_a - 1) TAO, sell x * ((p/p')^w_t - 1) alpha; 0
    /// where the limit lies behind the price.
    /// </summary>
    public static long InputToReach(in Pool pool, SwapSide side, U64F64 price, U64F64 limit)
    {
        (long reserve, _) = Reserves(pool, side);
        (U64F64 up, U64F64 down, long weight) =
            side == SwapSide.Buy ? (limit, price, pool.AlphaWeight) : (price, limit, pool.TaoWeight);
        if (down == U64F64.Zero)
        {
            return 0;
        }

        UInt128 power = RatioPower.Of(up.Raw, down.Raw, weight, Pool.FullWeight);
        ulong scaled = power > ulong.MaxValue ? ulong.MaxValue : (ulong)power;
        U64F64 growth = U64F64.FromU64(scaled) / U64F64.FromInteger(Pool.FullWeight);
        return (U64F64.FromInteger(reserve) * (growth - U64F64.One)).ToInteger();
    }

    /// <summary>Alpha to sell for a given output of TAO: floor(x * ((y / (y - dy))^(w_t/w_a) - 1)).</summary>
    public static long AlphaNeeded(in Pool pool, long taoOut) =>
        (U64F64.FromInteger(pool.Alpha) * (Retained(pool.Tao, -taoOut, SwapSide.Buy, pool) - U64F64.One)).ToInteger();

    /// <summary>
    /// Adds emission to the reserves in any proportion: the weights move so that the price stays, with q_a =
    /// w_a*y*(x+dx), q_t = w_t*x*(y+dy), w_t' = q_t / (q_a + q_t). Refused as a whole when the weight leaves
    /// 0.01..0.99.
    /// </summary>
    /// <returns>Whether it was added.</returns>
    public static bool TryAddLiquidity(in Pool pool, long tao, long alpha, SubnetParameters subnet, out Pool after)
    {
        (UInt128 y, UInt128 x) = ((UInt128)(ulong)pool.Tao, (UInt128)(ulong)pool.Alpha);
        UInt128 alphaPart = PartOf(pool.AlphaWeight, y * (x + (UInt128)(ulong)alpha));
        UInt128 taoPart = PartOf(pool.TaoWeight, x * (y + (UInt128)(ulong)tao));
        UInt128 total = alphaPart + taoPart;
        long weight = total == UInt128.Zero ? Pool.EvenWeight : WeightOf(taoPart, total);
        weight = subnet.Holds(Rule.EmissionKeepsThePoolPrice) ? weight : pool.TaoWeight;
        bool fits = IsInRange(weight);
        after = fits ? new Pool(pool.Tao + tao, pool.Alpha + alpha, weight) : pool;
        return fits;
    }

    /// <summary>round(value * weight / 10^18), half up.</summary>
    public static UInt128 PartOf(long weight, UInt128 value)
    {
        UInt128 scale = (UInt128)Pool.FullWeight;
        UInt128 whole = value / scale, rest = value % scale;
        return (whole * (UInt128)weight) + (((rest * (UInt128)weight) + (scale / 2)) / scale);
    }

    private static (long In, long Out) Reserves(in Pool pool, SwapSide side) =>
        side == SwapSide.Buy ? (pool.Tao, pool.Alpha) : (pool.Alpha, pool.Tao);

    private static Pool After(in Pool pool, SwapSide side, long paidIn, long paidOut) => side == SwapSide.Buy
        ? pool with { Tao = pool.Tao + paidIn, Alpha = Math.Max(0, pool.Alpha - paidOut) }
        : pool with { Tao = Math.Max(0, pool.Tao - paidOut), Alpha = pool.Alpha + paidIn };

    /// <summary>Whether the pool's price is beyond the limit of an order.</summary>
    private static bool Crosses(U64F64 limit, SwapSide side, in Pool pool) =>
        side == SwapSide.Buy ? Price(pool) > limit : Price(pool) < limit;

    private static SwapError Refusal(in Pool pool, in SwapOrder order, long netInput, SubnetParameters subnet)
    {
        (long reserveIn, long reserveOut) = Reserves(pool, order.Side);
        if ((Int128)netInput > (Int128)reserveIn * MaxInputInReserves && subnet.Holds(Rule.SwapInputIsLimited))
        {
            return SwapError.SwapInputTooLarge;
        }

        if (reserveOut < subnet.MinimumReserve)
        {
            return SwapError.ReservesTooLow;
        }

        bool isClosed = order.LimitPrice is { } limit
            && (Price(pool) == limit || Crosses(limit, order.Side, pool));
        return isClosed ? SwapError.PriceLimitExceeded : SwapError.None;
    }

    /// <summary>floor(amount * rate), base units of what is paid in.</summary>
    public static long Fee(long amount, SubnetParameters subnet)
    {
        U64F64 rate = U64F64.FromInteger(subnet.FeeRate) / U64F64.FromInteger(ushort.MaxValue);
        long fee = (U64F64.FromInteger(amount) * rate).ToInteger();
        return subnet.Holds(Rule.SwapFeeIsFloored) ? fee : fee + 1;
    }

    private static long FeeOnTop(long netInput, SubnetParameters subnet)
    {
        U64F64 rate = U64F64.FromInteger(subnet.FeeRate);
        return (U64F64.FromInteger(netInput) * (rate / (U64F64.FromInteger(ushort.MaxValue) - rate))).ToInteger();
    }

    private static bool IsInRange(long weight) =>
        weight >= Pool.MinWeight && Pool.FullWeight - weight >= Pool.MinWeight;

    /// <summary>
    /// floor(10^18 * part / total), three decimals at a time so that no step needs more than 128 bits.
    /// </summary>
    private static long WeightOf(UInt128 part, UInt128 total)
    {
        const int ChunkBits = 10;
        int excess = Math.Max(0, ChunkBits - (int)UInt128.LeadingZeroCount(total));
        (UInt128 rest, UInt128 divisor) = (part >> excess, total >> excess);
        UInt128 weight = UInt128.Zero;
        for (int chunk = 0; chunk < 6; chunk++)
        {
            (UInt128 digits, rest) = UInt128.DivRem(rest * 1000, divisor);
            weight = (weight * 1000) + digits;
        }

        // Only part = total gives a first digit of 1000, and then the weight is exactly 1.
        return (long)weight;
    }
}
