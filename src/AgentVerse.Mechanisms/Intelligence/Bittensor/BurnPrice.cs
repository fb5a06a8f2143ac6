using AgentVerse.Mechanisms.Intelligence.Bittensor.Arithmetic;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor;

/// <summary>
/// The price of a neuron's registration: up by a factor at each registration, down by halves over blocks.
/// </summary>
/// <remarks>
/// Source: opentensor/subtensor 14bc6f9f, pallets/subtensor/src/subnets/registration.rs
/// (update_registration_prices_for_networks, bump_registration_price_after_registration) and utils/misc.rs (mul_by_q32,
/// pow_q32, decay_factor_q32).
/// </remarks>
public static class BurnPrice
{
    private const ulong OneQ32 = 1UL << 32;

    /// <summary>
    /// The factor f of one block's decay, in 1/2^32: the largest found by bisection with f^halfLife &lt;= 1/2, where
    /// powers are computed with truncated products; 2^32 for half-life 0.
    /// </summary>
    /// <param name="halfLife">Blocks, 0..65535.</param>
    public static long DecayFactor(int halfLife)
    {
        if (halfLife == 0)
        {
            return (long)OneQ32;
        }

        ulong low = 0, high = OneQ32;
        while (low + 1 < high)
        {
            ulong middle = low + ((high - low) >> 1);
            (low, high) = Power(middle, halfLife) > OneQ32 / 2 ? (low, middle) : (middle, high);
        }

        return (long)low;
    }

    /// <summary>
    /// The price a block later: clamp(floor(price * f)). The factor is <see cref="DecayFactor"/> of the subnet's
    /// half-life, computed once by the caller; with half-life 0 the price only is clamped.
    /// </summary>
    /// <param name="price">rao.</param>
    /// <param name="decayFactor">f, 1/2^32.</param>
    /// <param name="subnet">Half-life and bounds.</param>
    public static long Decay(long price, long decayFactor, SubnetParameters subnet)
    {
        ulong next = subnet.BurnHalfLife > 0 ? Multiply((ulong)price, (ulong)decayFactor) : (ulong)price;
        bool truncates = subnet.Holds(Rule.BurnDecaysByTruncation);
        return Clamp(truncates || next == 0 ? (long)next : (long)next + 1, subnet);
    }

    /// <summary>The price after a registration: clamp(floor(price * max(1, factor))).</summary>
    public static long Bump(long price, SubnetParameters subnet)
    {
        U64F64 factor = U64F64.FromDouble(Math.Max(1, subnet.BurnIncreaseMultiplier));
        long bumped = (U64F64.FromInteger(price) * factor).ToInteger();
        return Clamp(subnet.Holds(Rule.BurnBumpIsFloored) ? bumped : bumped + 1, subnet);
    }

    private static long Clamp(long price, SubnetParameters subnet) =>
        subnet.Holds(Rule.BurnIsClamped) ? Math.Min(Math.Max(price, subnet.MinBurn), subnet.MaxBurn) : price;

    private static ulong Multiply(ulong value, ulong factorQ32)
    {
        UInt128 product = ((UInt128)value * factorQ32) >> 32;
        return product > ulong.MaxValue ? ulong.MaxValue : (ulong)product;
    }

    private static ulong Power(ulong factorQ32, int exponent)
    {
        ulong result = OneQ32;
        for (int left = exponent; left > 0; left >>= 1)
        {
            result = (left & 1) == 1 ? Multiply(result, factorQ32) : result;
            factorQ32 = Multiply(factorQ32, factorQ32);
        }

        return result;
    }
}
