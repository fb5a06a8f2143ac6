using System.Numerics;
using AgentVerse.Mechanisms.Intelligence.Bittensor.Arithmetic;
using CsCheck;

using Xunit;

namespace AgentVerse.Tests.Mechanisms.Intelligence.Bittensor.Arithmetic;

public sealed class FixedPointTests
{
    private static readonly Gen<UInt128> GenUInt128 =
        Gen.Select(Gen.ULong, Gen.ULong, Gen.Int[0, 127], (high, low, shift) => new UInt128(high, low) >> shift);

    private static readonly BigInteger Largest = (BigInteger.One << 128) - 1;

    [Fact]
    public void Products_are_floored_and_saturate() =>
        Gen.Select(Gen.Long, Gen.Long).Sample((a, b) =>
        {
            BigInteger exact = (BigInteger)a * b >> 32;
            BigInteger clamped = BigInteger.Min(BigInteger.Max(exact, long.MinValue), long.MaxValue);
            Assert.Equal(clamped, (new I32F32(a) * new I32F32(b)).Raw);
        });

    [Fact]
    public void Quotients_are_truncated_and_0_where_they_do_not_fit() =>
        Gen.Select(Gen.Long, Gen.Long).Sample((a, b) =>
        {
            BigInteger exact = b == 0 ? 0 : ((BigInteger)a << 32) / b;
            long expected = exact > long.MaxValue || exact < long.MinValue ? 0 : (long)exact;
            Assert.Equal(expected, (new I32F32(a) / new I32F32(b)).Raw);
        });

    [Fact]
    public void Wide_products_agree_with_big_integers() =>
        Gen.Select(GenUInt128, GenUInt128, Gen.Int[1, 127]).Sample((a, b, shift) =>
        {
            BigInteger exact = (BigInteger)a * (BigInteger)b >> shift;
            Assert.Equal(BigInteger.Min(exact, Largest), (BigInteger)Wide.MultiplyShift(a, b, shift));
        });

    [Fact]
    public void Wide_quotients_agree_with_big_integers() =>
        Gen.Select(GenUInt128, GenUInt128, Gen.Int[1, 127]).Sample((a, b, shift) =>
        {
            bool fits = Wide.TryDivideShift(a, b, shift, out UInt128 quotient);
            BigInteger exact = b == UInt128.Zero ? Largest + 1 : ((BigInteger)a << shift) / (BigInteger)b;
            Assert.Equal(exact <= Largest, fits);
            Assert.True(!fits || (BigInteger)quotient == exact);
        });

    [Fact]
    public void Doubles_round_to_the_nearest_and_ties_to_even()
    {
        Assert.Equal(2, I32F32.FromDouble(2.5 / 4294967296.0).Raw);
        Assert.Equal(4, I32F32.FromDouble(3.5 / 4294967296.0).Raw);
        Assert.Equal(-2, I32F32.FromDouble(-2.5 / 4294967296.0).Raw);
        Assert.Equal(long.MaxValue, I32F32.FromDouble(1e300).Raw);
        Assert.Equal(0, I32F32.FromDouble(double.NaN).Raw);
    }

    [Fact]
    public void Exponential_and_logarithm_are_close_to_the_real_ones() =>
        Gen.Double[-7, 7].Sample(x =>
        {
            double exp = I32F32.FromDouble(x).ExpSafe().ToDouble();
            Assert.InRange(exp, (Math.Exp(x) * (1 - 1e-6)) - 1e-8, (Math.Exp(x) * (1 + 1e-6)) + 1e-8);
            Assert.True(I32F32.FromDouble(Math.Exp(x)).TryLn(out I32F32 log));
            Assert.InRange(log.ToDouble(), x - (1e-6 * Math.Abs(x)) - 2e-3, x + (1e-6 * Math.Abs(x)) + 2e-3);
        });

    [Fact]
    public void Powers_of_ratios_are_right_to_the_last_of_18_decimals()
    {
        // 0.75^1.5, to 30 decimals 0.649519052838328985072792378065.
        UInt128 power = RatioPower.Of(3, 4, 600_000_000_000_000_000, 400_000_000_000_000_000);
        Assert.Equal((UInt128)649_519_052_838_328_985UL, power);

        // Exact roots must not fall short by one.
        Assert.Equal((UInt128)(ulong)(RatioPower.Scale / 2), RatioPower.Of(1, 4, RatioPower.Scale / 2, RatioPower.Scale));
        Assert.Equal((UInt128)(ulong)RatioPower.Scale, RatioPower.Of(7, 7, 3, 2));
    }

    [Fact]
    public void Powers_of_ratios_agree_with_doubles() =>
        Gen.Select(Gen.Long[1, 1L << 54], Gen.Long[1, 1L << 54], Gen.Double[0.02, 50]).Sample((a, b, w) =>
        {
            double real = Math.Pow((double)a / b, w);
            UInt128 power = RatioPower.Of((UInt128)(ulong)a, (UInt128)(ulong)b, (long)(w * 1e15), 1_000_000_000_000_000);
            double scaled = (double)power / 1e18;
            Assert.True(real > 1e7 || Math.Abs(scaled - real) <= (1e-12 * real) + 2e-18, $"{scaled} {real}");
        });
}
