using System.Runtime.Intrinsics;

namespace AgentVerse.Model.Numerics;

/// <summary>
/// Elementary functions whose result is the same 64 bits on every processor and at every vector width, because they
/// use nothing but the IEEE 754 operations + - * / and integer operations: no fused multiply-add, no libm.
/// </summary>
/// <remarks>
/// Errors are the largest ones seen, in units in the last place of the exact result, over a million points of each
/// function's range against a reference of about 100 bits; the tests hold the stated bounds. Every NaN result is
/// <see cref="double.NaN"/> with its standard bits.
/// </remarks>
public static class DeterministicMath
{
    /// <summary>
    /// e^x. Error below 0.7 ulp where the result is normal, below 1 ulp where it is subnormal. +∞ above 709.7827...,
    /// 0 below -745.1332...; NaN gives NaN.
    /// </summary>
    public static double Exp(double x) => ExpKernels.Exp(Lanes128.Of(x)).Value.ToScalar();

    /// <summary><see cref="Exp(double)"/> of each element, with the same bits.</summary>
    public static Vector256<double> Exp(Vector256<double> x) => ExpKernels.Exp(new Lanes256 { Value = x }).Value;

    /// <summary><see cref="Exp(double)"/> of each element, with the same bits.</summary>
    public static Vector512<double> Exp(Vector512<double> x) => ExpKernels.Exp(new Lanes512 { Value = x }).Value;

    /// <summary>
    /// e^x - 1, also accurate near 0. Error below 1.25 ulp. +∞ above 709.7827..., -1 for -∞; zeros keep their sign; NaN
    /// gives NaN.
    /// </summary>
    public static double Expm1(double x) => ExpKernels.Expm1(Lanes128.Of(x)).Value.ToScalar();

    /// <summary><see cref="Expm1(double)"/> of each element, with the same bits.</summary>
    public static Vector256<double> Expm1(Vector256<double> x) => ExpKernels.Expm1(new Lanes256 { Value = x }).Value;

    /// <summary><see cref="Expm1(double)"/> of each element, with the same bits.</summary>
    public static Vector512<double> Expm1(Vector512<double> x) => ExpKernels.Expm1(new Lanes512 { Value = x }).Value;

    /// <summary>
    /// 1 / (1 + e^-x), in [0, 1] and accurate in both tails. Error below 2.5 ulp, subnormal results included. NaN gives
    /// NaN.
    /// </summary>
    public static double Sigmoid(double x) => ExpKernels.Sigmoid(Lanes128.Of(x)).Value.ToScalar();

    /// <summary><see cref="Sigmoid(double)"/> of each element, with the same bits.</summary>
    public static Vector256<double> Sigmoid(Vector256<double> x) =>
        ExpKernels.Sigmoid(new Lanes256 { Value = x }).Value;

    /// <summary><see cref="Sigmoid(double)"/> of each element, with the same bits.</summary>
    public static Vector512<double> Sigmoid(Vector512<double> x) =>
        ExpKernels.Sigmoid(new Lanes512 { Value = x }).Value;

    /// <summary>
    /// The natural logarithm. Error below 1 ulp, subnormal x included. -∞ for ±0, +∞ for +∞, NaN for x below 0 and NaN.
    /// </summary>
    public static double Log(double x) => LogKernels.Log(Lanes128.Of(x)).Value.ToScalar();

    /// <summary><see cref="Log(double)"/> of each element, with the same bits.</summary>
    public static Vector256<double> Log(Vector256<double> x) => LogKernels.Log(new Lanes256 { Value = x }).Value;

    /// <summary><see cref="Log(double)"/> of each element, with the same bits.</summary>
    public static Vector512<double> Log(Vector512<double> x) => LogKernels.Log(new Lanes512 { Value = x }).Value;

    /// <summary>
    /// The logarithm to base 2. Error below 1 ulp, exact for powers of two. Special values as in
    /// <see cref="Log(double)"/>.
    /// </summary>
    public static double Log2(double x) => LogKernels.Log2(Lanes128.Of(x)).Value.ToScalar();

    /// <summary><see cref="Log2(double)"/> of each element, with the same bits.</summary>
    public static Vector256<double> Log2(Vector256<double> x) => LogKernels.Log2(new Lanes256 { Value = x }).Value;

    /// <summary><see cref="Log2(double)"/> of each element, with the same bits.</summary>
    public static Vector512<double> Log2(Vector512<double> x) => LogKernels.Log2(new Lanes512 { Value = x }).Value;

    /// <summary>
    /// x^y for x ≥ 0, as e^(y ln x) with ln x to about 64 bits. Error below 1 ulp, subnormal results included.
    /// </summary>
    /// <remarks>
    /// 1 where y is ±0 or x is 1, whatever the other is, NaN included. NaN for x below 0 (also for an integer y) and
    /// for any other NaN. x = ±0 gives 0 for y above 0 and +∞ for y below 0; x = +∞ the reverse; y = ±∞ the limits.
    /// </remarks>
    /// <param name="x">The base, ≥ 0.</param>
    /// <param name="y">The exponent.</param>
    public static double Pow(double x, double y) =>
        PowKernel.Pow(Lanes128.Of(x), Lanes128.Of(y)).Value.ToScalar();

    /// <summary><see cref="Pow(double, double)"/> of each pair of elements, with the same bits.</summary>
    /// <param name="x">The bases, ≥ 0.</param>
    /// <param name="y">The exponents.</param>
    public static Vector256<double> Pow(Vector256<double> x, Vector256<double> y) =>
        PowKernel.Pow(new Lanes256 { Value = x }, new Lanes256 { Value = y }).Value;

    /// <summary><see cref="Pow(double, double)"/> of each pair of elements, with the same bits.</summary>
    /// <param name="x">The bases, ≥ 0.</param>
    /// <param name="y">The exponents.</param>
    public static Vector512<double> Pow(Vector512<double> x, Vector512<double> y) =>
        PowKernel.Pow(new Lanes512 { Value = x }, new Lanes512 { Value = y }).Value;
}
