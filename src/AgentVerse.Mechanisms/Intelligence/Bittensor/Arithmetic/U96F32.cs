namespace AgentVerse.Mechanisms.Intelligence.Bittensor.Arithmetic;

/// <summary>
/// The chain's unsigned fixed-point number with 96 integer and 32 fraction bits: emission terms, prices in the
/// coinbase, proportions of stake.
/// </summary>
/// <param name="Raw">value * 2^32.</param>
/// <remarks>
/// A product is floored, a quotient truncated; sums and products saturate at the largest number and differences at 0; a
/// division by zero or one that does not fit gives 0 ("safe division"). Source: encointer/substrate-fixed v0.6.0
/// (d5f70362) src/arith.rs; opentensor/subtensor (14bc6f9f) primitives/safe-math.
/// </remarks>
public readonly record struct U96F32(UInt128 Raw) : IComparable<U96F32>
{
    private const int FractionBits = 32;

    /// <summary>0.</summary>
    public static U96F32 Zero => default;

    /// <summary>1.</summary>
    public static U96F32 One => new(UInt128.One << FractionBits);

    /// <summary>a + b, saturating.</summary>
    public static U96F32 operator +(U96F32 a, U96F32 b)
    {
        UInt128 sum = unchecked(a.Raw + b.Raw);
        return new(sum < a.Raw ? UInt128.MaxValue : sum);
    }

    /// <summary>max(0, a - b).</summary>
    public static U96F32 operator -(U96F32 a, U96F32 b) => new(a.Raw > b.Raw ? a.Raw - b.Raw : UInt128.Zero);

    /// <summary>floor(a * b) to 2^-32, saturating.</summary>
    public static U96F32 operator *(U96F32 a, U96F32 b) => new(Wide.MultiplyShift(a.Raw, b.Raw, FractionBits));

    /// <summary>a / b truncated to 2^-32; 0 when b is 0 or the quotient does not fit.</summary>
    public static U96F32 operator /(U96F32 a, U96F32 b) =>
        Wide.TryDivideShift(a.Raw, b.Raw, FractionBits, out UInt128 quotient) ? new(quotient) : Zero;

    /// <summary>Whether a &lt; b.</summary>
    public static bool operator <(U96F32 a, U96F32 b) => a.Raw < b.Raw;

    /// <summary>Whether a &gt; b.</summary>
    public static bool operator >(U96F32 a, U96F32 b) => a.Raw > b.Raw;

    /// <summary>Whether a &lt;= b.</summary>
    public static bool operator <=(U96F32 a, U96F32 b) => a.Raw <= b.Raw;

    /// <summary>Whether a &gt;= b.</summary>
    public static bool operator >=(U96F32 a, U96F32 b) => a.Raw >= b.Raw;

    /// <inheritdoc/>
    public int CompareTo(U96F32 other) => Raw.CompareTo(other.Raw);

    /// <summary>The integer as fixed point; negative numbers give 0.</summary>
    public static U96F32 FromInteger(long value) => value <= 0 ? Zero : FromU64((ulong)value);

    /// <summary>The unsigned integer as fixed point.</summary>
    public static U96F32 FromU64(ulong value) => new((UInt128)value << FractionBits);

    /// <summary>value / (2^64 - 1), as the chain reads a u64 proportion.</summary>
    public static U96F32 FromU64Proportion(ulong value) => FromU64(value) / FromU64(ulong.MaxValue);

    /// <summary>value / 65535, as the chain reads a u16 proportion.</summary>
    public static U96F32 FromU16Proportion(int value) => FromInteger(value) / FromInteger(ushort.MaxValue);

    /// <summary>The nearest fixed-point number, half to even; negative numbers and not-a-number give 0.</summary>
    public static U96F32 FromDouble(double value) =>
        value <= 0 ? Zero : new((UInt128)Wide.FromDouble(value, FractionBits));

    /// <summary>The value as a double.</summary>
    public double ToDouble() => Wide.ToDouble(Raw, FractionBits);

    /// <summary>The integer part, at most 2^63 - 1.</summary>
    public long ToInteger()
    {
        UInt128 whole = Raw >> FractionBits;
        return whole > long.MaxValue ? long.MaxValue : (long)whole;
    }

    /// <summary>The smaller of two numbers.</summary>
    public static U96F32 Min(U96F32 a, U96F32 b) => a.Raw < b.Raw ? a : b;

    /// <summary>The same value with 64 fraction bits, saturating.</summary>
    public U64F64 ToU64F64() => new(Raw >> 96 != UInt128.Zero ? UInt128.MaxValue : Raw << 32);
}
