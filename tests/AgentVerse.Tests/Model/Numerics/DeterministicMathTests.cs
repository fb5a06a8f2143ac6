using System.Runtime.Intrinsics;
using AgentVerse.Model.Numerics;
using Xunit;

namespace AgentVerse.Tests.Model.Numerics;

/// <summary>Errors in ulp over a million points each.</summary>
public sealed class DeterministicMathTests
{
    [Fact]
    public void Exp_is_within_seven_tenths_of_an_ulp_where_normal()
    {
        var points = Points.Spread(-708.39, 709.78, 6 * Points.Tenth).Concat(Points.Spread(-1, 1, 4 * Points.Tenth));
        var worst = Worst(points, UlpsOfExp);
        Assert.InRange(worst, 0.49, 0.7);
    }

    [Fact]
    public void Exp_is_within_one_ulp_where_subnormal()
    {
        var worst = Worst(Points.Spread(-745.2, -708.4, 10 * Points.Tenth), UlpsOfExp);
        Assert.InRange(worst, 0.49, 1);
    }

    [Fact]
    public void Expm1_is_within_five_quarters_of_an_ulp()
    {
        var points = Points.Spread(-38, 709.78, 3 * Points.Tenth).Concat(Points.Spread(-2, 2, 4 * Points.Tenth))
            .Concat(Points.Tiny(-1e-3, 1e-3, 3 * Points.Tenth));
        var worst = Worst(points, x => DoubleDouble.Ulps(DeterministicMath.Expm1(x), ExactExpm1(x)));
        Assert.InRange(worst, 0.49, 1.25);
    }

    [Fact]
    public void Sigmoid_is_within_five_halves_of_an_ulp()
    {
        var worst = Worst(Points.Spread(-744, 60, 5 * Points.Tenth).Concat(Points.Spread(-3, 3, 5 * Points.Tenth)), x =>
        {
            var (t, exponent) = DoubleDouble.Exp(-Math.Abs(x));
            var denominator = DoubleDouble.Scale(t, exponent) + 1;
            return x < 0
                ? DoubleDouble.Ulps(DeterministicMath.Sigmoid(x), t / denominator, exponent)
                : DoubleDouble.Ulps(DeterministicMath.Sigmoid(x), 1 / denominator);
        });
        Assert.InRange(worst, 0.49, 2.5);
    }

    [Fact]
    public void Log_is_within_one_ulp()
    {
        var worst = Worst(PositivePoints(), x => DoubleDouble.Ulps(DeterministicMath.Log(x), DoubleDouble.Log(x)));
        Assert.InRange(worst, 0.49, 1);
    }

    [Fact]
    public void Log2_is_within_one_ulp()
    {
        var worst = Worst(PositivePoints(),
            x => DoubleDouble.Ulps(DeterministicMath.Log2(x), DoubleDouble.Log(x) / DoubleDouble.Ln2));
        Assert.InRange(worst, 0.49, 1);
    }

    [Fact]
    public void Log2_of_a_power_of_two_is_exact()
    {
        for (var k = -1074; k <= 1023; k++)
        {
            Assert.Equal(k, DeterministicMath.Log2(Math.ScaleB(1, k)));
        }
    }

    [Fact]
    public void Pow_is_within_one_ulp()
    {
        // Exponents from the whole range of results, from 2^-1074 to 2^1024, and everyday ones.
        var bases = Points.Positive(0x3FF, 700, 6 * Points.Tenth)
            .Concat(Points.Spread(0.5, 2, 4 * Points.Tenth)).ToArray();
        var powers = Points.Spread(-745, 709.7, bases.Length).ToArray();
        var worst = Worst(Enumerable.Range(0, bases.Length), i =>
        {
            var log = DoubleDouble.Log(bases[i]);
            var y = i % 2 == 0 ? powers[i] / log.Head : powers[i] / 100;
            var power = log * y;
            var (mantissa, exponent) = DoubleDouble.Exp(power);
            var skip = bases[i] == 1 || power.Head is < -745 or > 709.7;
            return skip ? 0 : DoubleDouble.Ulps(DeterministicMath.Pow(bases[i], y), mantissa, exponent);
        });
        Assert.InRange(worst, 0.49, 1);
    }

    [Fact]
    public void Wide_registers_give_the_bits_of_the_scalar()
    {
        AssertSameBits(DeterministicMath.Exp, DeterministicMath.Exp, DeterministicMath.Exp, -750, 750);
        AssertSameBits(DeterministicMath.Expm1, DeterministicMath.Expm1, DeterministicMath.Expm1, -50, 720);
        AssertSameBits(DeterministicMath.Sigmoid, DeterministicMath.Sigmoid, DeterministicMath.Sigmoid, -750, 50);
        AssertSameBits(DeterministicMath.Log, DeterministicMath.Log, DeterministicMath.Log, 0, 10);
        AssertSameBits(DeterministicMath.Log2, DeterministicMath.Log2, DeterministicMath.Log2, 0, 10);
        AssertSameBits(x => DeterministicMath.Pow(x, x / 7), x => DeterministicMath.Pow(x, x / Vector256.Create(7.0)),
            x => DeterministicMath.Pow(x, x / Vector512.Create(7.0)), 0, 400);
    }

    /// <summary>
    /// Recorded once; another machine, runtime or compiler that contracts a product and a sum moves them.
    /// </summary>
    [Theory]
    [InlineData("Exp", 12988842732798027330UL)]
    [InlineData("Expm1", 9414932384592560267UL)]
    [InlineData("Sigmoid", 5336132611833515491UL)]
    [InlineData("Log", 504137922416844128UL)]
    [InlineData("Log2", 6120412576053978262UL)]
    [InlineData("Pow", 16147661423634124301UL)]
    public void Ten_thousand_results_have_the_recorded_hash(string function, ulong expected)
    {
        Func<double, double> f = function switch
        {
            "Exp" => DeterministicMath.Exp,
            "Expm1" => DeterministicMath.Expm1,
            "Sigmoid" => DeterministicMath.Sigmoid,
            "Log" => x => DeterministicMath.Log(Math.Abs(x)),
            "Log2" => x => DeterministicMath.Log2(Math.Abs(x)),
            _ => x => DeterministicMath.Pow(Math.Abs(x), 1.7),
        };
        var hash = Points.Spread(-745, 709, 5_000).Concat(Points.Any(5_000))
            .Aggregate(0UL, (h, x) => StableHash.Combine(h, BitConverter.DoubleToUInt64Bits(f(x))));
        Assert.Equal(expected, hash);
    }

    private static IEnumerable<double> PositivePoints() =>
        Points.Positive(0x3FF, 1022, 4 * Points.Tenth).Concat(Points.Spread(0.5, 2, 4 * Points.Tenth))
            .Concat(Points.Tiny(-1e-3, 1e-3, 2 * Points.Tenth).Select(d => 1 + d));

    private static double UlpsOfExp(double x)
    {
        var (mantissa, exponent) = DoubleDouble.Exp(x);
        return DoubleDouble.Ulps(DeterministicMath.Exp(x), mantissa, exponent);
    }

    private static DoubleDouble ExactExpm1(double x)
    {
        if (Math.Abs(x) > 1e-4)
        {
            var (mantissa, exponent) = DoubleDouble.Exp(x);
            return DoubleDouble.Scale(mantissa, exponent) - 1;
        }

        DoubleDouble term = x;
        var sum = term;
        for (var n = 2; n <= 8; n++)
        {
            term = term * x / n;
            sum += term;
        }

        return sum;
    }

    private static double Worst<T>(IEnumerable<T> points, Func<T, double> ulps) => points.Max(ulps);

    private static bool SameBits(double a, double b) =>
        BitConverter.DoubleToInt64Bits(a) == BitConverter.DoubleToInt64Bits(b);

    private static void AssertSameBits(
        Func<double, double> scalar,
        Func<Vector256<double>, Vector256<double>> four,
        Func<Vector512<double>, Vector512<double>> eight,
        double from,
        double to)
    {
        var points = Points.Spread(from, to, 6 * Points.Tenth).Concat(Points.Any(4 * Points.Tenth)).ToArray();
        Points.Special.CopyTo(points, 100);
        for (var i = 0; i < points.Length; i += 8)
        {
            var wide = eight(Vector512.Create<double>(points.AsSpan(i, 8)));
            var (low, high) = (four(Vector256.Create<double>(points.AsSpan(i, 4))),
                four(Vector256.Create<double>(points.AsSpan(i + 4, 4))));
            for (var j = 0; j < 8; j++)
            {
                var expected = scalar(points[i + j]);
                var half = j < 4 ? low[j] : high[j - 4];
                Assert.True(SameBits(expected, wide[j]) && SameBits(expected, half), $"{points[i + j]:R}");
            }
        }
    }
}
