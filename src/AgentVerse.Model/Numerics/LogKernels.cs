using System.Runtime.CompilerServices;

namespace AgentVerse.Model.Numerics;

/// <summary>
/// Logarithms over lanes. With x = 2^k m, m in [√½, √2), f = m - 1, s = f / (2 + f) and z = s²,
/// ln m = f - f²/2 + s (f²/2 + R(z)), where R is the minimax polynomial of (ln(1 + f) - 2s) / s.
/// </summary>
/// <remarks>
/// <b>Source:</b> fdlibm, e_log.c (Sun Microsystems 1993), and e_log2.c of FreeBSD msun for the split of base 2.
/// </remarks>
internal static class LogKernels
{
    private const long SqrtHalfBits = 0x3FE6A09E_00000000;
    private const long OneBits = 0x3FF00000_00000000;
    private const long MantissaMask = 0x000FFFFF_FFFFFFFF;
    private const long HighWordMask = unchecked((long)0xFFFFFFFF_00000000);
    private const int MantissaBits = 52;

    /// <summary>2^52: with an integer below 2^52 in its mantissa it is 2^52 plus that integer.</summary>
    private const long TwoTo52Bits = 0x43300000_00000000;
    private const double TwoTo52PlusBias = 4503599627370496.0 + 1023;
    private const double NormalMin = 2.2250738585072014e-308;
    private const double SubnormalScale = 18014398509481984.0;
    private const double SubnormalExponent = 54;

    private const double InvLn2Head = 1.44269504072144627571e+00;
    private const double InvLn2Tail = 1.67517131648865118353e-10;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static T Log<T>(T x)
        where T : struct, ILanes<T>
    {
        var (k, m) = Split(x);
        var f = m - T.Of(1);
        var (halfSquare, correction) = Correct(f);
        var low = correction + (k * T.Of(ExpKernels.Ln2Tail));
        return Special(x, (k * T.Of(ExpKernels.Ln2Head)) - ((halfSquare - low) - f));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static T Log2<T>(T x)
        where T : struct, ILanes<T>
    {
        var (k, m) = Split(x);
        var f = m - T.Of(1);
        var (halfSquare, correction) = Correct(f);
        var head = (f - halfSquare) & T.OfBits(HighWordMask);
        var tail = ((f - head) - halfSquare) + correction;
        var valueHead = head * T.Of(InvLn2Head);
        var valueTail = ((tail + head) * T.Of(InvLn2Tail)) + (tail * T.Of(InvLn2Head));
        var sum = k + valueHead;
        return Special(x, (valueTail + ((k - sum) + valueHead)) + sum);
    }

    /// <summary>x = 2^k m with m in [√½, √2), for every positive x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (T K, T M) Split<T>(T x)
        where T : struct, ILanes<T>
    {
        var subnormal = x < T.Of(NormalMin);
        var normal = T.Select(subnormal, x * T.Of(SubnormalScale), x);
        var shifted = T.AddBits(normal, T.OfBits(OneBits - SqrtHalfBits));
        var biased = T.ShiftBitsRight(shifted, MantissaBits) | T.OfBits(TwoTo52Bits);
        var k = (biased - T.Of(TwoTo52PlusBias)) - (T.Of(SubnormalExponent) & subnormal);
        return (k, T.AddBits(shifted & T.OfBits(MantissaMask), T.OfBits(SqrtHalfBits)));
    }

    /// <summary>The limits at 0 and +∞, and the standard NaN for negative x and NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Special<T>(T x, T result)
        where T : struct, ILanes<T>
    {
        var infinity = T.Of(double.PositiveInfinity);
        result = T.Select(T.Equal(x, infinity), infinity, result);
        result = T.Select(T.Equal(x, T.Of(0)), T.Of(double.NegativeInfinity), result);
        var defined = (x > T.Of(0)) | T.Equal(x, T.Of(0));
        return T.Select(defined, result, T.Of(double.NaN));
    }

    /// <summary>f²/2 and s (f²/2 + R), so that ln(1 + f) = f - (f²/2 - s (f²/2 + R)).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (T HalfSquare, T Correction) Correct<T>(T f)
        where T : struct, ILanes<T>
    {
        var s = f / (T.Of(2) + f);
        var z = s * s;
        var w = z * z;
        var odd = T.Of(2.222219843214978396e-01) + (w * T.Of(1.531383769920937332e-01));
        var even = T.Of(2.857142874366239149e-01)
            + (w * (T.Of(1.818357216161805012e-01) + (w * T.Of(1.479819860511658591e-01))));
        var t1 = w * (T.Of(3.999999999940941908e-01) + (w * odd));
        var t2 = z * (T.Of(6.666666666666735130e-01) + (w * even));
        var halfSquare = T.Of(0.5) * f * f;
        return (halfSquare, s * (halfSquare + (t1 + t2)));
    }
}
