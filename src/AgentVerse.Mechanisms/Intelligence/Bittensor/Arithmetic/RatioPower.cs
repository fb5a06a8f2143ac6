namespace AgentVerse.Mechanisms.Intelligence.Bittensor.Arithmetic;

/// <summary>Powers of ratios to 18 decimals, the one transcendental function of the chain's pools.</summary>
/// <remarks>
/// Computed with 100 fraction bits: the logarithm by the series of atanh, the exponential by Taylor. The absolute error
/// of the power is below 2^-90 for exponents up to 100, where the chain works with 256 bits and then floors to 18
/// decimals. Source of the definition: sam0x17/safe-bigmath 013c4998, src/integer.rs::pow_ratio_scaled.
/// </remarks>
internal static class RatioPower
{
    /// <summary>1 with 18 decimals.</summary>
    internal const long Scale = 1_000_000_000_000_000_000;

    private const int FractionBits = 100;

    // Beyond these a power leaves 128 bits, or is below the 18th decimal.
    private const int LargestGrowth = 26;
    private const int LargestFall = FractionBits;
    private static readonly UInt128 One = UInt128.One << FractionBits;

    // ln 2 * 2^100.
    private static readonly UInt128 Ln2 = new(0xB17217F7DUL, 0x1CF79ABC9E3B3980UL);

    // Results this close below a unit of the 18th decimal are exact powers that lost their last bits.
    private static readonly UInt128 Slack = UInt128.One << 10;

    /// <summary>
    /// floor(10^18 * (numerator/denominator)^(exponentNumerator/exponentDenominator)), saturating; 0 for numerator 0.
    /// </summary>
    /// <param name="numerator">At least 0.</param>
    /// <param name="denominator">At least 1.</param>
    /// <param name="exponentNumerator">1..10^18.</param>
    /// <param name="exponentDenominator">1..10^18; the exponent is at most 100.</param>
    internal static UInt128 Of(
        UInt128 numerator, UInt128 denominator, long exponentNumerator, long exponentDenominator)
    {
        if (numerator == UInt128.Zero)
        {
            return UInt128.Zero;
        }

        if (exponentNumerator == exponentDenominator && numerator >> 64 == UInt128.Zero)
        {
            // Even weights are the constant-product pool: one exact division.
            return numerator * (UInt128)Scale / denominator;
        }

        UInt128 exponent = Divide((UInt128)exponentNumerator, (UInt128)exponentDenominator);
        bool falls = numerator < denominator;
        UInt128 log = falls ? LogOfAboveOne(denominator, numerator) : LogOfAboveOne(numerator, denominator);
        UInt128 y = Multiply(log, exponent);
        UInt128 doublings = y < Ln2 ? UInt128.Zero : y / Ln2;
        if (doublings > (falls ? (UInt128)LargestFall : LargestGrowth))
        {
            return falls ? UInt128.Zero : UInt128.MaxValue;
        }

        UInt128 power = Exp(y - (doublings * Ln2), falls);
        power = falls ? power >> (int)doublings : power << (int)doublings;
        return Wide.MultiplyShift(power + Slack, (UInt128)Scale, FractionBits);
    }

    /// <summary>
    /// ln(a/b) for a at least b: k * ln 2 plus or minus 2 * atanh of a number below 1/3. Exact to 100 bits where both
    /// fit 64 bits, as reserves do; longer numbers (prices) are cut to 64 significant bits.
    /// </summary>
    private static UInt128 LogOfAboveOne(UInt128 a, UInt128 b)
    {
        int shiftA = (int)UInt128.LeadingZeroCount(a), shiftB = (int)UInt128.LeadingZeroCount(b);
        UInt128 doublings = (UInt128)(shiftB - shiftA) * Ln2;
        (ulong mantissaA, ulong mantissaB) = ((ulong)((a << shiftA) >> 64), (ulong)((b << shiftB) >> 64));
        bool grows = mantissaA >= mantissaB;
        ulong difference = grows ? mantissaA - mantissaB : mantissaB - mantissaA;
        UInt128 atanh = Atanh(Divide(difference, (UInt128)mantissaA + mantissaB)) << 1;
        return grows ? doublings + atanh : doublings - atanh;
    }

    /// <summary>z + z^3/3 + z^5/5 + ...; z below 1/2.</summary>
    private static UInt128 Atanh(UInt128 z)
    {
        UInt128 square = Multiply(z, z), power = z, sum = z;
        for (uint n = 3; power != UInt128.Zero; n += 2)
        {
            power = Multiply(power, square);
            sum += power / n;
        }

        return sum;
    }

    /// <summary>e^f, or e^-f, for f in 0..1.</summary>
    private static UInt128 Exp(UInt128 f, bool falls)
    {
        UInt128 term = One, even = One, odd = UInt128.Zero;
        for (uint n = 1; term != UInt128.Zero; n++)
        {
            term = Multiply(term, f) / n;
            (even, odd) = (n & 1) == 0 ? (even + term, odd) : (even, odd + term);
        }

        return falls ? even - odd : even + odd;
    }

    private static UInt128 Multiply(UInt128 a, UInt128 b) => Wide.MultiplyShift(a, b, FractionBits);

    private static UInt128 Divide(UInt128 a, UInt128 b)
    {
        _ = Wide.TryDivideShift(a, b, FractionBits, out UInt128 quotient);
        return quotient;
    }
}
