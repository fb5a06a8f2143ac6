using System.Numerics;

using AgentVerse.Mechanisms.Compute.Akash;

using CsCheck;

using Xunit;

namespace AgentVerse.Tests.Mechanisms.Compute.Akash;

/// <summary>The chain's decimals beside integers of any size.</summary>
public sealed class Dec18Tests
{
    private static readonly Gen<Dec18> Any =
        Gen.Select(Gen.Long, Gen.Int[0, 40]).Select((raw, shift) => new Dec18((Int128)raw << Math.Min(shift, 20)));

    [Fact]
    public void Products_are_rounded_half_to_even() => Gen.Select(Any, Gen.Long[-1L << 40, 1L << 40]).Sample((a, b) =>
    {
        Dec18 factor = new(b);
        Assert.Equal(HalfEven((BigInteger)a.Raw * b, Dec18.Unit), (BigInteger)(a * factor).Raw);
    });

    [Fact]
    public void Quotients_are_cut_after_36_digits_and_then_rounded() => Gen.Select(Any, Gen.Long[1, long.MaxValue]).Sample((a, b) =>
    {
        BigInteger digits = (BigInteger)a.Raw * Dec18.Unit * Dec18.Unit / b;
        BigInteger expected = HalfEven(digits, Dec18.Unit);
        if (BigInteger.Abs(expected) < (BigInteger)Int128.MaxValue)
        {
            Assert.Equal(expected, (BigInteger)(a / new Dec18(b)).Raw);
        }
    });

    [Fact]
    public void Whole_quotients_are_those_of_the_rounded_quotient() => Gen.Select(Gen.Long[0, long.MaxValue], Gen.Long[1, long.MaxValue])
        .Sample((a, b) =>
        {
            (Dec18 x, Dec18 y) = (new Dec18((Int128)a * 1000), new Dec18(b));
            Assert.Equal((x / y).Truncate(), Dec18.WholeQuotient(x, y));
        });

    [Fact]
    public void A_quotient_just_below_a_whole_number_counts_as_it()
    {
        Dec18 rate = Dec18.Of(4);
        Dec18 money = new(Dec18.Of(12).Raw - 1);
        Assert.Equal(3, Dec18.WholeQuotient(money, rate));
        Assert.Equal(3, (money / rate).Truncate());
        Assert.Equal(2, Dec18.WholeQuotient(new Dec18(Dec18.Of(12).Raw - 3), rate));
    }

    [Fact]
    public void Powers_stop_at_their_cap()
    {
        Dec18 most = Dec18.Of(1_000_000_000);
        Assert.Equal(most, Dec18.Ratio(11, 10).Power(950, most));
        Assert.Equal(Dec18.Ratio(121, 100), Dec18.Ratio(11, 10).Power(2, most));
        Assert.Equal(Dec18.One, Dec18.Ratio(11, 10).Power(0, most));
    }

    private static BigInteger HalfEven(BigInteger value, BigInteger unit)
    {
        BigInteger quotient = BigInteger.DivRem(value, unit, out BigInteger rest);
        int twice = (2 * BigInteger.Abs(rest)).CompareTo(unit);
        return twice > 0 || (twice == 0 && !quotient.IsEven) ? quotient + value.Sign : quotient;
    }
}
