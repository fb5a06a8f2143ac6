using System.Runtime.CompilerServices;

namespace AgentVerse.Model.Numerics;

/// <summary>
/// The exponential family over lanes. With k the integer nearest to x / ln 2 and r = x - k ln 2, |r| ≤ 0.347,
/// e^x = 2^k (1 + r + r² P(r)); P holds the Taylor coefficients up to r^13 / 13! (cut-off below 2^-57).
/// </summary>
/// <remarks>
/// ln 2 is split in a head of 32 bits, so that k times it is exact, and a tail; the sum 1 + r keeps its rounding error.
/// <b>Source:</b> the split of ln 2 is fdlibm's, e_exp.c (Sun Microsystems 1993).
/// </remarks>
internal static class ExpKernels
{
    internal const double Ln2Head = 6.93147180369123816490e-01;
    internal const double Ln2Tail = 1.90821492927058770002e-10;
    private const double Log2E = 1.4426950408889634;

    /// <summary>Added to a double below 2^51, it leaves the nearest integer in the low bits of the sum.</summary>
    private const double Shifter = 6755399441055744.0;
    private const long ExponentBias = 1023;
    private const int MantissaBits = 52;

    /// <summary>Beyond these, e^x is infinite and 0.</summary>
    private const double OverflowFrom = 710;
    private const double UnderflowFrom = -746;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Exp<T>(T x)
        where T : struct, ILanes<T> => Exp(x, T.Of(0));

    /// <summary>e^(x + tail) for a tail below one unit in the last place of x.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static T Exp<T>(T x, T tail)
        where T : struct, ILanes<T>
    {
        var clamped = T.Select(x > T.Of(OverflowFrom), T.Of(OverflowFrom), x);
        clamped = T.Select(clamped < T.Of(UnderflowFrom), T.Of(UnderflowFrom), clamped);
        var (k, head, remainder) = Reduce(clamped, tail);
        var one = T.Of(1);
        var sum = one + head;
        var mantissa = sum + ((head - (sum - one)) + remainder);
        var half = Nearest(k * T.Of(0.5));
        return NaNFrom(x, mantissa * PowerOfTwo(half) * PowerOfTwo(k - half));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static T Expm1<T>(T x)
        where T : struct, ILanes<T>
    {
        const double minusOneFrom = -40;
        var clamped = T.Select(x > T.Of(OverflowFrom), T.Of(OverflowFrom), x);
        clamped = T.Select(clamped < T.Of(minusOneFrom), T.Of(minusOneFrom), clamped);
        var (k, head, remainder) = Reduce(clamped, T.Of(0));

        // 2^k (1 + head + remainder) - 1 = 2^j (2^(k-j) (head + remainder) + 2^(k-j) - 2^-j), where j = 1 keeps
        // 2^(k-j) finite at the top.
        var j = T.Of(1) & (k > T.Of(ExponentBias));
        var scale = PowerOfTwo(k - j);
        var (sum, error) = TwoSum(scale * head, scale - PowerOfTwo(T.Of(0) - j));
        var result = (sum + (error + (scale * remainder))) * PowerOfTwo(j);
        return NaNFrom(x, T.Select(T.Equal(x, T.Of(0)), x, result));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static T Sigmoid<T>(T x)
        where T : struct, ILanes<T>
    {
        var negative = x < T.Of(0);
        var t = Exp(T.Select(negative, x, T.Of(0) - x));
        return NaNFrom(x, T.Select(negative, t, T.Of(1)) / (T.Of(1) + t));
    }

    /// <summary>The integer k, head and remainder with e^(x + tail) = 2^k (1 + head + remainder).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (T K, T Head, T Remainder) Reduce<T>(T x, T tail)
        where T : struct, ILanes<T>
    {
        var k = Nearest(x * T.Of(Log2E));
        var head = x - (k * T.Of(Ln2Head));
        var low = tail - (k * T.Of(Ln2Tail));
        var r = head + low;
        return (k, head, low + (r * r * Polynomial(r)));
    }

    /// <summary>(e^r - 1 - r) / r²: the sum of r^n / (n + 2)! for n from 0 to 11, by Estrin's scheme.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Polynomial<T>(T r)
        where T : struct, ILanes<T>
    {
        var r2 = r * r;
        var r4 = r2 * r2;
        var p0 = T.Of(1.0 / 2) + (r * T.Of(1.0 / 6));
        var p2 = T.Of(1.0 / 24) + (r * T.Of(1.0 / 120));
        var p4 = T.Of(1.0 / 720) + (r * T.Of(1.0 / 5_040));
        var p6 = T.Of(1.0 / 40_320) + (r * T.Of(1.0 / 362_880));
        var p8 = T.Of(1.0 / 3_628_800) + (r * T.Of(1.0 / 39_916_800));
        var p10 = T.Of(1.0 / 479_001_600) + (r * T.Of(1.0 / 6_227_020_800));
        return p0 + (r2 * p2) + (r4 * ((p4 + (r2 * p6)) + (r4 * (p8 + (r2 * p10)))));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Nearest<T>(T x)
        where T : struct, ILanes<T> => (x + T.Of(Shifter)) - T.Of(Shifter);

    /// <summary>2^k for an integer k from -1022 to 1023.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T PowerOfTwo<T>(T k)
        where T : struct, ILanes<T> =>
        T.ShiftBitsLeft(T.AddBits(k + T.Of(Shifter), T.OfBits(ExponentBias)), MantissaBits);

    /// <summary>a + b and its rounding error (Knuth).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (T Sum, T Error) TwoSum<T>(T a, T b)
        where T : struct, ILanes<T>
    {
        var sum = a + b;
        var part = sum - a;
        return (sum, (a - (sum - part)) + (b - part));
    }

    /// <summary>
    /// The standard NaN where x is one, else the result: which payload survives differs between machines.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T NaNFrom<T>(T x, T result)
        where T : struct, ILanes<T> => T.Select(T.Equal(x, x), result, T.Of(double.NaN));
}
