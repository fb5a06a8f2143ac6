namespace AgentVerse.Mechanisms.Intelligence.Bittensor.Arithmetic;

/// <summary>
/// 256-bit intermediate results of the chain's 128-bit fixed-point types, and the conversion of a double to fixed
/// point.
/// </summary>
/// <remarks>Source: encointer/substrate-fixed v0.6.0 (d5f70362), src/arith.rs and src/float_helper.rs.</remarks>
internal static class Wide
{
    /// <summary>floor(a * b / 2^shift), saturating at 2^128 - 1; shift is 1..127. O(1).</summary>
    internal static UInt128 MultiplyShift(UInt128 a, UInt128 b, int shift)
    {
        UInt128 aLow = (ulong)a, aHigh = a >> 64, bLow = (ulong)b, bHigh = b >> 64;
        UInt128 low = aLow * bLow;
        if (aHigh == UInt128.Zero && bHigh == UInt128.Zero)
        {
            return low >> shift;
        }

        UInt128 cross = aLow * bHigh;
        UInt128 crossSum = cross + (aHigh * bLow);
        UInt128 carry = crossSum < cross ? UInt128.One << 64 : UInt128.Zero;
        UInt128 lowSum = low + (crossSum << 64);
        UInt128 high = (aHigh * bHigh) + (crossSum >> 64) + carry + (lowSum < low ? UInt128.One : UInt128.Zero);
        return high >> shift != UInt128.Zero ? UInt128.MaxValue : (high << (128 - shift)) | (lowSum >> shift);
    }

    /// <summary>floor(a * 2^shift / b); false when b is 0 or the quotient needs more than 128 bits. O(1).</summary>
    internal static bool TryDivideShift(UInt128 a, UInt128 b, int shift, out UInt128 quotient)
    {
        quotient = UInt128.Zero;
        if (b == UInt128.Zero)
        {
            return false;
        }

        // Common trailing zeros, as two integers have, cancel: short operands divide many times faster.
        int common = (int)UInt128.TrailingZeroCount(a | b);
        a >>= common;
        b >>= common;
        if (UInt128.LeadingZeroCount(a) >= (UInt128)shift)
        {
            quotient = (a << shift) / b;
            return true;
        }

        (quotient, UInt128 rest) = UInt128.DivRem(a, b);
        int spare = (int)UInt128.LeadingZeroCount(b);
        for (int left = shift; left > 0;)
        {
            int step = Math.Min(left, Math.Max(spare, 1));
            bool fits = UInt128.LeadingZeroCount(quotient) >= (UInt128)step;
            if (!fits)
            {
                return false;
            }

            (UInt128 digits, rest) = DivideStep(rest, b, step, spare);
            quotient = (quotient << step) | digits;
            left -= step;
        }

        return true;
    }

    /// <summary>The next <paramref name="step"/> bits of a long division with rest below the divisor.</summary>
    private static (UInt128 Digits, UInt128 Left) DivideStep(UInt128 rest, UInt128 divisor, int step, int spare)
    {
        if (spare > 0)
        {
            return UInt128.DivRem(rest << step, divisor);
        }

        // The divisor fills all 128 bits: one bit at a time, with the bit shifted out as carry.
        bool carry = UInt128.LeadingZeroCount(rest) == UInt128.Zero;
        UInt128 doubled = rest << 1;
        return carry || doubled >= divisor ? (UInt128.One, doubled - divisor) : (UInt128.Zero, doubled);
    }

    /// <summary>
    /// round(value * 2^fractionBits), half to even, saturating to 127 bits; not-a-number gives 0. Exact: the bits of
    /// the double are shifted, so every processor gets the same number.
    /// </summary>
    internal static Int128 FromDouble(double value, int fractionBits)
    {
        if (double.IsNaN(value) || value == 0)
        {
            return Int128.Zero;
        }

        long bits = BitConverter.DoubleToInt64Bits(Math.Abs(value));
        int exponent = (int)(bits >> 52);
        UInt128 mantissa = (UInt128)(ulong)((bits & 0xFFFFFFFFFFFFFL) | (exponent > 0 ? 1L << 52 : 0));
        int shift = Math.Max(exponent, 1) - 1075 + fractionBits;
        UInt128 magnitude = shift > 74 ? (UInt128)Int128.MaxValue
            : shift >= 0 ? mantissa << shift
            : shift <= -64 ? UInt128.Zero
            : RoundHalfEven(mantissa, -shift);
        return value < 0 ? -(Int128)magnitude : (Int128)magnitude;
    }

    /// <summary>The double nearest to raw / 2^fractionBits (as the platform rounds a 128-bit integer).</summary>
    internal static double ToDouble(UInt128 raw, int fractionBits) =>
        (double)raw / (double)(UInt128.One << fractionBits);

    private static UInt128 RoundHalfEven(UInt128 value, int shift)
    {
        UInt128 floor = value >> shift;
        UInt128 rest = value - (floor << shift);
        UInt128 half = UInt128.One << (shift - 1);
        bool up = rest > half || (rest == half && !UInt128.IsEvenInteger(floor));
        return up ? floor + UInt128.One : floor;
    }
}
