namespace AgentVerse.Tests.Model.Numerics;

/// <summary>Fixed test points, spread by SplitMix64.</summary>
internal static class Points
{
    /// <summary>A tenth of a test's points: a million in all, a twentieth of that in an unoptimised build.</summary>
#if DEBUG
    public const int Tenth = 5_000;
#else
    public const int Tenth = 100_000;
#endif

    public static readonly double[] Special =
    [
        0.0, -0.0, 1, -1, double.NaN, -double.NaN, BitConverter.Int64BitsToDouble(0x7FF0000000000001),
        double.PositiveInfinity, double.NegativeInfinity, double.Epsilon, -double.Epsilon, double.MaxValue,
        double.MinValue, 2.2250738585072014e-308, 2.225073858507201e-308, -2.225073858507201e-308, 709.78, 709.79,
        -708.4, -745.13, -745.14, 0.5, 2, Math.BitIncrement(1), Math.BitDecrement(1), 1e-310, 1e300, 1e-300,
    ];

    public static IEnumerable<double> Spread(double from, double to, int count) =>
        Words(count).Select(word => from + ((to - from) * (word >> 11) * Math.ScaleB(1, -53)));

    /// <summary>Both signs, magnitudes down to 2^-60 of the range.</summary>
    public static IEnumerable<double> Tiny(double from, double to, int count) =>
        Spread(from, to, count).Select((x, i) => Math.ScaleB(x, -(i % 61)));

    /// <summary>Positive numbers with exponents around a biased one.</summary>
    public static IEnumerable<double> Positive(int biasedExponent, int exponentSpread, int count) =>
        Words(count).Select(word => BitConverter.UInt64BitsToDouble((word & 0xFFFFFFFFFFFFF)
            | ((ulong)(biasedExponent + ((long)(word >> 52) % exponentSpread) - (exponentSpread / 2)) << 52)));

    /// <summary>Any bit pattern.</summary>
    public static IEnumerable<double> Any(int count) => Words(count).Select(BitConverter.UInt64BitsToDouble);

    private static IEnumerable<ulong> Words(int count) =>
        Enumerable.Range(1, count).Select(n => StableHash.Mix((ulong)n * StableHash.Golden));
}
