using AgentVerse.Mechanisms.Intelligence.Bittensor.Arithmetic;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor;

/// <summary>Emission shares by TAO flow: z = max(S - L, 0)^p over their sum, with S the average net inflow.</summary>
/// <remarks>
/// Averages are doubles here (I64F64 on the chain); scaling and powers have the chain's fixed-point widths. Source:
/// opentensor/subtensor 14bc6f9f, pallets/subtensor/src/coinbase/subnet_emissions.rs (get_shares_flow, get_lower_limit,
/// inplace_pow_normalize, safe_pow, get_ema_flow) and primitives/safe-math (checked_sqrt).
/// </remarks>
public static class FlowShares
{
    /// <summary>The flow average after one block: (1 - a) * average + a * flow, a = factor / (2^63 - 1).</summary>
    /// <param name="average">The average before, rao a block.</param>
    /// <param name="blockFlow">Net TAO inflow since the last update, rao; may be negative.</param>
    /// <param name="chain">Smoothing factor.</param>
    public static double NextAverage(double average, long blockFlow, ChainParameters chain)
    {
        double a = (double)chain.FlowEmaSmoothingFactor / long.MaxValue;
        return ((1 - a) * average) + (a * blockFlow);
    }

    /// <summary>Shares of the eligible subnets by user flow, less protocol flow scaled to the users' total.</summary>
    internal static void Of(ReadOnlySpan<SubnetStanding> eligible, ChainParameters chain, Span<U64F64> shares)
    {
        double userSum = 0, protocolSum = 0;
        foreach (ref readonly SubnetStanding subnet in eligible)
        {
            userSum += Math.Max(subnet.UserFlowEma, 0);
            protocolSum += Math.Max(subnet.ProtocolFlowEma, 0);
        }

        double scale = protocolSum > 0 ? Math.Min(1, userSum / protocolSum) : 0;
        Span<double> net = eligible.Length <= 256 ? stackalloc double[eligible.Length] : new double[eligible.Length];
        for (int s = 0; s < net.Length; s++)
        {
            double protocol = eligible[s].ProtocolFlowEma;
            double counted = protocol > 0 ? scale * protocol : protocol;
            net[s] = eligible[s].UserFlowEma - (chain.NetTaoFlowEnabled ? counted : 0);
        }

        OfNetFlows(net, chain, shares);
    }

    /// <summary>
    /// Shares by net flow: L = max(cutoff, min(0, smallest flow)), z = max(S - L, 0), share = z^p / sum z^p; all 0 when
    /// every z is.
    /// </summary>
    /// <param name="flows">S, rao a block; may be negative.</param>
    /// <param name="chain">Cutoff and exponent p.</param>
    /// <param name="shares">Result; each in 0..1.</param>
    public static void OfNetFlows(ReadOnlySpan<double> flows, ChainParameters chain, Span<U64F64> shares)
    {
        double limit = 0;
        foreach (double flow in flows)
        {
            limit = Math.Min(limit, flow);
        }

        limit = Math.Max(chain.FlowCutoff, limit);
        for (int s = 0; s < shares.Length; s++)
        {
            shares[s] = U64F64.FromDouble(flows[s] - limit);
        }

        PowerNormalise(shares, U64F64.FromDouble(chain.FlowNormExponent));
    }

    /// <summary>
    /// Replaces z by z^p / sum z^p; z is scaled first so that powers use the range of 32 integer bits.
    /// </summary>
    private static void PowerNormalise(Span<U64F64> z, U64F64 p)
    {
        U64F64 largest = Largest(z);
        U64F64 toOne = U64F64.One / largest;
        for (int s = 0; s < z.Length; s++)
        {
            z[s] = toOne * z[s];
        }

        largest = Largest(z);
        U64F64 crowd = U64F64.FromInteger(z.Length) * (largest * largest);
        U64F64 range = U64F64.FromInteger(int.MaxValue);
        if (crowd < range / U64F64.FromU64(ulong.MaxValue))
        {
            return;
        }

        U64F64 factor = SquareRoot(range / crowd);
        U64F64 sum = U64F64.Zero;
        for (int s = 0; s < z.Length; s++)
        {
            z[s] = Power(factor * z[s], p);
            sum += z[s];
        }

        for (int s = 0; s < z.Length; s++)
        {
            z[s] /= sum;
        }
    }

    private static U64F64 Largest(ReadOnlySpan<U64F64> values)
    {
        U64F64 largest = U64F64.Zero;
        foreach (U64F64 value in values)
        {
            largest = value > largest ? value : largest;
        }

        return largest;
    }

    /// <summary>exp(p * ln(value)) in the chain's epoch numbers; 0 where the logarithm does not exist.</summary>
    private static U64F64 Power(U64F64 value, U64F64 p)
    {
        if (!Narrow(value).TryLn(out I32F32 log))
        {
            return U64F64.Zero;
        }

        I32F32 power = (Narrow(p) * log).Exp();
        return new U64F64((UInt128)(ulong)power.Raw << 32);
    }

    private static I32F32 Narrow(U64F64 value)
    {
        UInt128 raw = value.Raw >> 32;
        return raw > (UInt128)long.MaxValue ? I32F32.MaxValue : new((long)raw);
    }

    /// <summary>Bisection until value / middle is within 1/1000 of middle, as the chain does it.</summary>
    private static U64F64 SquareRoot(U64F64 value)
    {
        U64F64 epsilon = U64F64.One / U64F64.FromInteger(1000);
        U64F64 two = U64F64.FromInteger(2);
        (U64F64 high, U64F64 low) = value > U64F64.One ? (value, U64F64.Zero) : (U64F64.One, value);
        U64F64 middle = (high + low) / two;
        for (int round = 0; round <= 128; round++)
        {
            U64F64 check = value / middle;
            if ((check > middle ? check - middle : middle - check) <= epsilon)
            {
                break;
            }

            (high, low) = check < middle ? (middle, low) : (high, middle);
            middle = (high + low) / two;
        }

        return middle;
    }
}
