using AgentVerse.Model.Numerics;
using Xunit;

namespace AgentVerse.Tests.Model.Numerics;

/// <summary>Values at the edges, bit for bit: the sign of a zero and the bits of a NaN count.</summary>
public sealed class DeterministicMathSpecialTests
{
    private const double Infinity = double.PositiveInfinity;
    private const double NaN = double.NaN;

    [Fact]
    public void Exp_saturates_at_both_ends() => AssertValues(
        DeterministicMath.Exp,
        (NaN, NaN), (Infinity, Infinity), (-Infinity, 0), (0.0, 1), (-0.0, 1), (double.Epsilon, 1),
        (709.7827128933841, Infinity), (double.MaxValue, Infinity), (-745.1332191019411, double.Epsilon),
        (-745.1332191019412, 0), (double.MinValue, 0));

    [Fact]
    public void Exp_is_finite_up_to_the_largest_double() =>
        Assert.InRange(DeterministicMath.Exp(709.782712893384), 1.797693134862e308, double.MaxValue);

    [Fact]
    public void Expm1_keeps_tiny_arguments_and_the_sign_of_zero() => AssertValues(
        DeterministicMath.Expm1,
        (NaN, NaN), (Infinity, Infinity), (-Infinity, -1), (0.0, 0.0), (-0.0, -0.0),
        (double.Epsilon, double.Epsilon), (-1e-310, -1e-310), (-1000, -1), (709.7827128933841, Infinity));

    [Fact]
    public void Sigmoid_saturates_at_both_ends() => AssertValues(
        DeterministicMath.Sigmoid,
        (NaN, NaN), (Infinity, 1), (-Infinity, 0), (0.0, 0.5), (-0.0, 0.5), (-745, double.Epsilon), (40, 1));

    [Fact]
    public void Logarithms_are_defined_at_zero_and_refuse_negatives()
    {
        (double, double)[] values =
        [
            (NaN, NaN), (Infinity, Infinity), (-Infinity, NaN), (-1, NaN), (-double.Epsilon, NaN), (0.0, -Infinity),
            (-0.0, -Infinity), (1, 0.0),
        ];
        AssertValues(DeterministicMath.Log, values);
        AssertValues(DeterministicMath.Log2, values);
    }

    [Fact]
    public void Pow_to_zero_and_of_one_is_one_whatever_the_other_is() => AssertValues(
        (NaN, 0.0, 1), (NaN, -0.0, 1), (-3, 0.0, 1), (0.0, 0.0, 1), (Infinity, 0.0, 1), (1, NaN, 1), (1, Infinity, 1));

    [Fact]
    public void Pow_is_undefined_for_negative_bases_and_NaN() =>
        AssertValues((-3, 2, NaN), (-Infinity, 2, NaN), (NaN, 2, NaN), (2, NaN, NaN), (-double.Epsilon, -1, NaN));

    [Fact]
    public void Pow_takes_its_limits() => AssertValues(
        (0.0, 1e-300, 0), (-0.0, 3, 0), (0.0, -1e-300, Infinity), (0.0, Infinity, 0), (0.0, -Infinity, Infinity),
        (Infinity, 1e-300, Infinity), (Infinity, -1e-300, 0), (0.5, Infinity, 0), (0.5, -Infinity, Infinity),
        (2, Infinity, Infinity), (Math.BitDecrement(1), 1e300, 0), (Math.BitIncrement(1), 1e300, Infinity),
        (Math.BitIncrement(1), double.Epsilon, 1), (2, 1024, Infinity), (2, -1076, 0));

    [Fact]
    public void Pow_is_exact_where_it_can_be() => AssertValues(
        (2, -1074, double.Epsilon), (2, 1023, Math.ScaleB(1, 1023)), (10, 22, 1e22), (9, 0.5, 3),
        (double.Epsilon, 1, double.Epsilon), (double.MaxValue, 1, double.MaxValue), (0.1, 1, 0.1));

    private static void AssertValues(Func<double, double> function, params (double X, double Expected)[] values)
    {
        foreach (var (x, expected) in values)
        {
            AssertSame(expected, function(x), $"{x:R}");
        }
    }

    private static void AssertValues(params (double X, double Y, double Expected)[] values)
    {
        foreach (var (x, y, expected) in values)
        {
            AssertSame(expected, DeterministicMath.Pow(x, y), $"{x:R}^{y:R}");
        }
    }

    private static void AssertSame(double expected, double actual, string argument) => Assert.True(
        BitConverter.DoubleToInt64Bits(expected) == BitConverter.DoubleToInt64Bits(actual),
        $"{argument} gives {actual:R}, not {expected:R}");
}
