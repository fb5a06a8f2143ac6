namespace AgentVerse.Mechanisms.Intelligence.Bittensor.Arithmetic;

/// <summary>
/// The chain's signed fixed-point number with 32 integer and 32 fraction bits, in which an epoch is computed.
/// </summary>
/// <param name="Raw">value * 2^32.</param>
/// <remarks>
/// A product is exact and then floored, a quotient is truncated towards zero; sums, differences and products saturate
/// at the ends of the range; a division by zero or one that does not fit gives 0 ("safe division"). Integer arithmetic
/// makes sums independent of their order, so that renumbering the uids of a subnet permutes its results bit for bit.
/// Source: encointer/substrate-fixed v0.6.0 (d5f70362) src/arith.rs, src/transcendental.rs; opentensor/subtensor
/// (14bc6f9f) primitives/safe-math and pallets/subtensor/src/epoch/math.rs.
/// </remarks>
public readonly record struct I32F32(long Raw) : IComparable<I32F32>
{
    private const int FractionBits = 32;
    private const long OneRaw = 1L << FractionBits;

    // The chain reads e and log2(e) from constants with 23 fraction bits: 22802600 and 12102203 over 2^23.
    private const long ERaw = 22802600L << 9;
    private const long Log2ERaw = 12102203L << 9;

    /// <summary>0.</summary>
    public static I32F32 Zero => default;

    /// <summary>1.</summary>
    public static I32F32 One => new(OneRaw);

    /// <summary>The largest number, 2^31 - 2^-32.</summary>
    public static I32F32 MaxValue => new(long.MaxValue);

    /// <summary>The smallest number, -2^31.</summary>
    public static I32F32 MinValue => new(long.MinValue);

    /// <summary>a + b, saturating.</summary>
    public static I32F32 operator +(I32F32 a, I32F32 b)
    {
        long sum = unchecked(a.Raw + b.Raw);
        return ((a.Raw ^ sum) & (b.Raw ^ sum)) < 0 ? (a.Raw < 0 ? MinValue : MaxValue) : new(sum);
    }

    /// <summary>a - b, saturating.</summary>
    public static I32F32 operator -(I32F32 a, I32F32 b)
    {
        long difference = unchecked(a.Raw - b.Raw);
        return ((a.Raw ^ b.Raw) & (a.Raw ^ difference)) < 0 ? (a.Raw < 0 ? MinValue : MaxValue) : new(difference);
    }

    /// <summary>floor(a * b) to 2^-32, saturating.</summary>
    public static I32F32 operator *(I32F32 a, I32F32 b)
    {
        long high = Math.BigMul(a.Raw, b.Raw, out long low);
        long product = (high << FractionBits) | (long)((ulong)low >> FractionBits);
        bool fits = high >> (FractionBits - 1) == (high >> 63);
        return fits ? new(product) : (high < 0 ? MinValue : MaxValue);
    }

    /// <summary>a / b truncated towards zero to 2^-32; 0 when b is 0 or the quotient does not fit.</summary>
    public static I32F32 operator /(I32F32 a, I32F32 b) => TryDivide(a, b, out I32F32 quotient) ? quotient : Zero;

    /// <summary>Whether a &lt; b.</summary>
    public static bool operator <(I32F32 a, I32F32 b) => a.Raw < b.Raw;

    /// <summary>Whether a &gt; b.</summary>
    public static bool operator >(I32F32 a, I32F32 b) => a.Raw > b.Raw;

    /// <summary>Whether a &lt;= b.</summary>
    public static bool operator <=(I32F32 a, I32F32 b) => a.Raw <= b.Raw;

    /// <summary>Whether a &gt;= b.</summary>
    public static bool operator >=(I32F32 a, I32F32 b) => a.Raw >= b.Raw;

    /// <inheritdoc/>
    public int CompareTo(I32F32 other) => Raw.CompareTo(other.Raw);

    /// <summary>The integer as fixed point, saturating.</summary>
    public static I32F32 FromInteger(long value) =>
        value > int.MaxValue ? MaxValue : value < int.MinValue ? MinValue : new(value << FractionBits);

    /// <summary>The nearest fixed-point number, half to even, saturating; not-a-number gives 0.</summary>
    public static I32F32 FromDouble(double value)
    {
        Int128 raw = Wide.FromDouble(value, FractionBits);
        return raw > long.MaxValue ? MaxValue : raw < long.MinValue ? MinValue : new((long)raw);
    }

    /// <summary>value / 65535, as the chain reads a u16 proportion; value is 0..65535.</summary>
    public static I32F32 FromU16Proportion(int value) => new(((long)value << FractionBits) / ushort.MaxValue);

    /// <summary>The value as a double (exact for magnitudes below 2^20).</summary>
    public double ToDouble() => (double)Raw / OneRaw;

    /// <summary>The integer part, clamped to 0..65535.</summary>
    public ushort ToU16() => (ushort)Math.Clamp(Raw >> FractionBits, 0, ushort.MaxValue);

    /// <summary>floor(value * 65535), clamped to 0..65535.</summary>
    public ushort ToU16Proportion() => (this * FromInteger(ushort.MaxValue)).ToU16();

    /// <summary>The nearest integer, half away from zero.</summary>
    public I32F32 Round()
    {
        long magnitude = Raw < 0 ? unchecked(-Raw) : Raw;
        long rounded = (long)(((ulong)magnitude + (OneRaw / 2)) & ~(ulong)(OneRaw - 1));
        return rounded < 0 ? (Raw < 0 ? MinValue : MaxValue) : new(Raw < 0 ? -rounded : rounded);
    }

    /// <summary>The value moved into low..high.</summary>
    public I32F32 Clamp(I32F32 low, I32F32 high) => new(Math.Max(Math.Min(Raw, high.Raw), low.Raw));

    /// <summary>floor(value * amount) for a share of an integer amount; value and amount are at least 0.</summary>
    public long Of(long amount)
    {
        long high = Math.BigMul(Raw, amount, out long low);
        long product = (high << FractionBits) | (long)((ulong)low >> FractionBits);
        return high >> (FractionBits - 1) == 0 ? product : long.MaxValue;
    }

    /// <summary>
    /// e^value with the argument held in -20..20: the Taylor sum up to the 31st power, each term truncated;
    /// e^-x is 1/e^x. 0 below the range, the largest number above it.
    /// </summary>
    public I32F32 ExpSafe() => Clamp(FromInteger(-20), FromInteger(20)).Exp();

    /// <summary>1 / (1 + exp(-rho * (value - kappa))).</summary>
    public I32F32 Sigmoid(I32F32 rho, I32F32 kappa)
    {
        I32F32 exponent = (rho * new I32F32(-OneRaw)) * (this - kappa);
        return One / (exponent.ExpSafe() + One);
    }

    /// <summary>Natural logarithm: log2 bit by bit, then divided by log2(e); false at 0 and below.</summary>
    public bool TryLn(out I32F32 result)
    {
        result = Zero;
        if (Raw <= 0)
        {
            return false;
        }

        I32F32 log2 = Raw < OneRaw ? Zero - Log2FromOne(One / this) : Log2FromOne(this);
        result = log2 / new I32F32(Log2ERaw);
        return true;
    }

    /// <summary>e^value by the Taylor sum; saturates where a term no longer fits.</summary>
    internal I32F32 Exp()
    {
        if (Raw is 0 or OneRaw)
        {
            return Raw == 0 ? One : new(ERaw);
        }

        I32F32 x = Raw < 0 ? Zero - this : this;
        I32F32 term = x, sum = x + One;
        for (int power = 2; power < FractionBits && term.Raw != 0; power++)
        {
            term *= x;
            if (term == MaxValue)
            {
                return Raw < 0 ? Zero : MaxValue;
            }

            term = new(term.Raw / power);
            sum += term;
        }

        return Raw < 0 ? One / sum : sum;
    }

    private static I32F32 Log2FromOne(I32F32 x)
    {
        const long Two = 2 * OneRaw;
        long value = x.Raw, result = 0;
        for (; value >= Two; value = HalveRoundingUp(value))
        {
            result++;
        }

        if (value == OneRaw)
        {
            return FromInteger(result);
        }

        for (int bit = 0; bit < FractionBits; bit++)
        {
            value = (new I32F32(value) * new I32F32(value)).Raw;
            result <<= 1;
            if (value >= Two)
            {
                result |= 1;
                value = HalveRoundingUp(value);
            }
        }

        return new(result);
    }

    private static long HalveRoundingUp(long value) => (value >> 1) + (value & 1);

    private static bool TryDivide(I32F32 a, I32F32 b, out I32F32 quotient)
    {
        quotient = Zero;
        if ((ulong)a.Raw < OneRaw && b.Raw > 0)
        {
            // The common case of an epoch: a share below 1 over a positive sum fits one 64-bit division.
            ulong direct = ((ulong)a.Raw << FractionBits) / (ulong)b.Raw;
            quotient = new((long)direct);
            return direct <= long.MaxValue;
        }

        if (b.Raw == 0)
        {
            return false;
        }

        Int128 wide = ((Int128)a.Raw << FractionBits) / b.Raw;
        quotient = new((long)wide);
        return wide == quotient.Raw;
    }
}
