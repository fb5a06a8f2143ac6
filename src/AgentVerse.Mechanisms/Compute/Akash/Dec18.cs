using System.Numerics;

namespace AgentVerse.Mechanisms.Compute.Akash;

/// <summary>
/// The chain's decimal number: a whole number of 10^-18, |value| below 1.7e20. Products and quotients are rounded half
/// to even at the last place, as there.
/// </summary>
/// <remarks>Source: cosmossdk.io/math LegacyDec (Mul, Quo, Power, TruncateInt).</remarks>
/// <param name="Raw">The value times 10^18.</param>
public readonly record struct Dec18(Int128 Raw) : IComparable<Dec18>
{
    /// <summary>10^18: the raw value of 1.</summary>
    public const long Unit = 1_000_000_000_000_000_000;

    /// <summary>Zero.</summary>
    public static Dec18 Zero => default;

    /// <summary>One.</summary>
    public static Dec18 One => new(Unit);

    /// <summary>Whether it is below zero.</summary>
    public bool IsNegative => Int128.IsNegative(Raw);

    /// <summary>Whether it is above zero.</summary>
    public bool IsPositive => Raw > Int128.Zero;

    /// <summary>A whole number.</summary>
    public static Dec18 Of(long whole) => new(whole * (Int128)Unit);

    /// <summary>numerator / denominator, rounded half to even.</summary>
    public static Dec18 Ratio(long numerator, long denominator) => Of(numerator) / Of(denominator);

    /// <summary>The nearest decimal of a finite double, exact to about 16 digits.</summary>
    public static Dec18 FromDouble(double value)
    {
        double whole = Math.Floor(value);
        return new(((Int128)whole * Unit) + (Int128)(((value - whole) * Unit) + 0.5));
    }

    /// <summary>Sum.</summary>
    public static Dec18 operator +(Dec18 a, Dec18 b) => new(checked(a.Raw + b.Raw));

    /// <summary>Difference.</summary>
    public static Dec18 operator -(Dec18 a, Dec18 b) => new(checked(a.Raw - b.Raw));

    /// <summary>Product with a whole number; exact.</summary>
    public static Dec18 operator *(Dec18 a, long n) => new(checked(a.Raw * n));

    /// <summary>Product, rounded half to even.</summary>
    public static Dec18 operator *(Dec18 a, Dec18 b)
    {
        if (Fits(a.Raw) && Fits(b.Raw))
        {
            return new(Rounded(a.Raw * b.Raw));
        }

        return new((Int128)Rounded((BigInteger)a.Raw * (BigInteger)b.Raw));
    }

    /// <summary>
    /// Quotient: 18 more digits than are kept are computed and cut off, then it is rounded half to even.
    /// </summary>
    public static Dec18 operator /(Dec18 a, Dec18 b)
    {
        BigInteger digits = (BigInteger)a.Raw * Unit * Unit / (BigInteger)b.Raw;
        return new((Int128)Rounded(digits));
    }

    /// <summary>Whether one is less than the other.</summary>
    public static bool operator <(Dec18 a, Dec18 b) => a.Raw < b.Raw;

    /// <summary>Whether one is greater than the other.</summary>
    public static bool operator >(Dec18 a, Dec18 b) => a.Raw > b.Raw;

    /// <summary>Whether one is at most the other.</summary>
    public static bool operator <=(Dec18 a, Dec18 b) => a.Raw <= b.Raw;

    /// <summary>Whether one is at least the other.</summary>
    public static bool operator >=(Dec18 a, Dec18 b) => a.Raw >= b.Raw;

    /// <summary>The smaller.</summary>
    public static Dec18 Min(Dec18 a, Dec18 b) => a < b ? a : b;

    /// <summary>The larger.</summary>
    public static Dec18 Max(Dec18 a, Dec18 b) => a < b ? b : a;

    /// <summary>
    /// Whole part of a / b as the chain finds it: the quotient is rounded to 18 places before it is cut, so that one
    /// less than 5e-19 below a whole number counts as that number. Both not negative, b positive.
    /// </summary>
    public static long WholeQuotient(Dec18 a, Dec18 b)
    {
        (Int128 whole, Int128 rest) = Int128.DivRem(a.Raw, b.Raw);
        bool roundsUp = rest != Int128.Zero && b.Raw - rest <= b.Raw / (2 * (Int128)Unit);
        return whole >= long.MaxValue ? long.MaxValue : (long)whole + (roundsUp ? 1 : 0);
    }

    /// <summary>Whole part, towards zero; it must fit a long.</summary>
    public long Truncate() => checked((long)(Raw / Unit));

    /// <summary>The whole part as a decimal.</summary>
    public Dec18 Whole() => new(Raw - (Raw % Unit));

    /// <summary>
    /// This to a whole power by repeated squaring, each product rounded; a base of at least 1 stops growing at
    /// <paramref name="most"/>, above which callers do not look.
    /// </summary>
    public Dec18 Power(long power, Dec18 most)
    {
        Dec18 square = this;
        Dec18 rest = One;
        if (power == 0)
        {
            return One;
        }

        for (long left = power; left > 1; left /= 2)
        {
            rest = left % 2 != 0 ? Min(rest * square, most) : rest;
            square = Min(square * square, most);
        }

        return Min(square * rest, most);
    }

    /// <summary>The nearest double.</summary>
    public double ToDouble() => (double)Raw / Unit;

    /// <inheritdoc/>
    public int CompareTo(Dec18 other) => Raw.CompareTo(other.Raw);

    private static bool Fits(Int128 raw) => raw <= long.MaxValue && raw >= long.MinValue;

    private static Int128 Rounded(Int128 product)
    {
        (Int128 quotient, Int128 rest) = Int128.DivRem(product, Unit);
        Int128 twice = Int128.Abs(rest) * 2;
        bool isOdd = !Int128.IsEvenInteger(quotient);
        bool awayFromZero = twice > Unit || (twice == Unit && isOdd);
        return awayFromZero ? quotient + (Int128.IsNegative(product) ? -1 : 1) : quotient;
    }

    private static BigInteger Rounded(BigInteger product)
    {
        BigInteger quotient = BigInteger.DivRem(product, Unit, out BigInteger rest);
        BigInteger twice = BigInteger.Abs(rest) * 2;
        bool awayFromZero = twice > Unit || (twice == Unit && !quotient.IsEven);
        return awayFromZero ? quotient + product.Sign : quotient;
    }
}
