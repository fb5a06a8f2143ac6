using System.Numerics;
using AgentVerse.Scenarios.Reading;
using CsCheck;
using Xunit;

namespace AgentVerse.Tests.Scenarios.Reading;

public sealed class ExactDecimalTests
{
    [Fact]
    public void What_is_written_reads_back() =>
        Gen.Select(Gen.Long, Gen.Int[0, 18]).Sample((units, decimals) =>
            ExactDecimal.TryRead(ExactDecimal.Write(units, decimals), decimals, out Int128 read) == DecimalOutcome.Exact &&
            read == units, seed: "0N0XIzNsQ0O2");

    [Fact]
    public void Reading_agrees_with_rational_arithmetic() =>
        Gen.Select(Gen.Long[-999_999_999_999, 999_999_999_999], Gen.Int[0, 12], Gen.Int[-15, 15], Gen.Int[0, 18]).Sample((digits, point, exponent, decimals) =>
        {
            string text = $"{ExactDecimal.Write(digits, point)}e{exponent}";
            int power = exponent + decimals - point;
            BigInteger numerator = digits * (power > 0 ? BigInteger.Pow(10, power) : 1);
            BigInteger denominator = power < 0 ? BigInteger.Pow(10, -power) : 1;
            DecimalOutcome outcome = ExactDecimal.TryRead(text, decimals, out Int128 read);
            return numerator % denominator != 0 ? outcome == DecimalOutcome.TooFine
                : BigInteger.Abs(numerator / denominator) >= BigInteger.Pow(10, 38) ? outcome == DecimalOutcome.TooLarge
                : outcome == DecimalOutcome.Exact && (BigInteger)read == numerator / denominator;
        }, seed: "0N0XIzNsQ0O2");

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("1e")]
    [InlineData("1e+")]
    [InlineData("--1")]
    [InlineData("1 ")]
    [InlineData("0x1")]
    [InlineData("1_0")]
    [InlineData("\u0661")]
    public void What_is_no_decimal_is_refused(string text) =>
        Assert.Equal(DecimalOutcome.NotDecimal, ExactDecimal.TryRead(text, 0, out _));

    [Theory]
    [InlineData("1e38", DecimalOutcome.TooLarge)]
    [InlineData("99999999999999999999999999999999999999", DecimalOutcome.Exact)]
    [InlineData("1e-999999999999999999999", DecimalOutcome.TooFine)]
    [InlineData("1e999999999999999999999", DecimalOutcome.TooLarge)]
    [InlineData("0.0e-5", DecimalOutcome.Exact)]
    public void The_ends_are_told_apart(string text, object outcome) =>
        Assert.Equal((DecimalOutcome)outcome, ExactDecimal.TryRead(text, 0, out _));
}
