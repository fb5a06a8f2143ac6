using System.Runtime.CompilerServices;

namespace AgentVerse.Model.Numerics;

/// <summary>
/// x^y = e^(y ln x) over lanes, with ln x as an unevaluated sum of two doubles: for x = 2^k m, m in [√½, √2), and
/// s = (m - 1) / (m + 1), z = s² ≤ 0.0295, ln m = 2s (1 + z/3 + z²/5 + ... + z^12/25 + ...), cut off below 2^-65.
/// </summary>
/// <remarks>
/// <b>Source:</b> the error-free sums and products are those of Dekker, "A floating-point technique for extending the
/// available precision", Numerische Mathematik 18 (1971).
/// </remarks>
internal static class PowKernel
{
    private const double ThirdHead = 1.0 / 3;

    /// <summary>1/3 less its nearest double: 2^-54 / 3.</summary>
    private const double ThirdTail = 5.551115123125783e-17 / 3;

    /// <summary>2^27 + 1: splits a double in two halves of at most 26 bits.</summary>
    private const double Splitter = 134217729;

    /// <summary>2^65. |ln x| is at least 2^-53 unless x is 1, so every larger exponent gives 0 or +∞ too.</summary>
    private const double ExponentMax = 36893488147419103232.0;
    private const double PowerMax = 800;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static T Pow<T>(T x, T y)
        where T : struct, ILanes<T>
    {
        var exponent = T.Select(y > T.Of(ExponentMax), T.Of(ExponentMax), y);
        exponent = T.Select(exponent < T.Of(-ExponentMax), T.Of(-ExponentMax), exponent);
        var (logHead, logTail) = LogPair(x);
        var (head, error) = TwoProduct(exponent, logHead);
        var tail = error + (exponent * logTail);
        var limited = T.Select(head > T.Of(PowerMax), T.Of(PowerMax), head);
        limited = T.Select(limited < T.Of(-PowerMax), T.Of(-PowerMax), limited);
        tail = T.Select(T.Equal(limited, head), tail, T.Of(0));
        return Special(x, y, ExpKernels.Exp(limited, tail));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Special<T>(T x, T y, T result)
        where T : struct, ILanes<T>
    {
        var (zero, one, infinity) = (T.Of(0), T.Of(1), T.Of(double.PositiveInfinity));
        result = T.Select(T.Equal(x, zero), T.Select(y > zero, zero, infinity), result);
        result = T.Select(T.Equal(x, infinity), T.Select(y > zero, infinity, zero), result);
        var defined = ((x > zero) | T.Equal(x, zero)) & T.Equal(y, y);
        result = T.Select(defined, result, T.Of(double.NaN));
        return T.Select(T.Equal(x, one) | T.Equal(y, zero), one, result);
    }

    /// <summary>ln x for positive finite x as a head and a tail below the head's last place.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (T Head, T Tail) LogPair<T>(T x)
        where T : struct, ILanes<T>
    {
        var (k, m) = LogKernels.Split(x);
        var (s, sTail) = Quotient(m);
        var (z, zError) = TwoProduct(s, s);
        var zTail = zError + (T.Of(2) * s * sTail);

        // c = 1/3 + z/5 + ..., a = z c and b = s a, each with its tail.
        var rest = z * Series(z);
        var c = T.Of(ThirdHead) + rest;
        var cTail = ((T.Of(ThirdHead) - c) + rest) + T.Of(ThirdTail);
        var (a, aError) = TwoProduct(z, c);
        var aTail = aError + ((z * cTail) + (zTail * c));
        var (b, bError) = TwoProduct(s, a);
        var bTail = bError + ((s * aTail) + (sTail * a));

        var (log, logError) = FastTwoSum(s + s, b + b);
        var logTail = logError + (T.Of(2) * (sTail + bTail));
        var (head, error) = FastTwoSum(k * T.Of(ExpKernels.Ln2Head), log);
        return FastTwoSum(head, error + (logTail + (k * T.Of(ExpKernels.Ln2Tail))));
    }

    /// <summary>(m - 1) / (m + 1) with its tail, for m in [√½, √2).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (T Head, T Tail) Quotient<T>(T m)
        where T : struct, ILanes<T>
    {
        var f = m - T.Of(1);
        var d = m + T.Of(1);
        var dTail = m - (d - T.Of(1));
        var s = f / d;
        var (product, error) = TwoProduct(s, d);
        return (s, (((f - product) - error) - (s * dTail)) / d);
    }

    /// <summary>1/5 + z/7 + ... + z^10/25.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Series<T>(T z)
        where T : struct, ILanes<T>
    {
        var z2 = z * z;
        var z4 = z2 * z2;
        var p0 = T.Of(1.0 / 5) + (z * T.Of(1.0 / 7));
        var p2 = T.Of(1.0 / 9) + (z * T.Of(1.0 / 11));
        var p4 = T.Of(1.0 / 13) + (z * T.Of(1.0 / 15));
        var p6 = T.Of(1.0 / 17) + (z * T.Of(1.0 / 19));
        var p8 = T.Of(1.0 / 21) + (z * T.Of(1.0 / 23)) + (z2 * T.Of(1.0 / 25));
        return p0 + (z2 * p2) + (z4 * ((p4 + (z2 * p6)) + (z4 * p8)));
    }

    /// <summary>a + b and its rounding error, where a is 0 or |a| ≥ |b|.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (T Sum, T Error) FastTwoSum<T>(T a, T b)
        where T : struct, ILanes<T>
    {
        var sum = a + b;
        return (sum, (a - sum) + b);
    }

    /// <summary>a b and its rounding error.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (T Product, T Error) TwoProduct<T>(T a, T b)
        where T : struct, ILanes<T>
    {
        var product = a * b;
        var (aHigh, aLow) = Halves(a);
        var (bHigh, bLow) = Halves(b);
        return (product, (((aHigh * bHigh) - product) + (aHigh * bLow) + (aLow * bHigh)) + (aLow * bLow));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (T High, T Low) Halves<T>(T a)
        where T : struct, ILanes<T>
    {
        var scaled = T.Of(Splitter) * a;
        var high = scaled - (scaled - a);
        return (high, a - high);
    }
}
