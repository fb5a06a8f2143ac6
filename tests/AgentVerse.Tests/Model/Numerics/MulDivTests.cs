using System.Numerics;
using AgentVerse.Model.Numerics;
using CsCheck;
using Xunit;

namespace AgentVerse.Tests.Model.Numerics;

public sealed class MulDivTests
{
    [Theory]
    [InlineData(7, 3, 2, 10)]
    [InlineData(-7, 3, 2, -11)]
    [InlineData(7, 3, -2, -11)]
    [InlineData(-7, 3, -2, 10)]
    [InlineData(-6, 2, 3, -4)]
    [InlineData(long.MaxValue, long.MaxValue, long.MaxValue, long.MaxValue)]
    [InlineData(long.MinValue, 1, 1, long.MinValue)]
    [InlineData(0, 5, 9, 0)]
    public void Floor_rounds_down(long a, long b, long c, long expected) =>
        Assert.Equal(expected, MulDiv.Floor(a, b, c));

    [Fact]
    public void Floor_is_the_greatest_quotient_not_above_or_overflows() =>
        Gen.Select(Gen.Long, Gen.Long, Gen.Long).Where((_, _, c) => c != 0).Sample((a, b, c) =>
        {
            var (product, divisor) = ((BigInteger)a * b, (BigInteger)c);
            var exact = BigInteger.DivRem(product, divisor, out var remainder);
            exact -= remainder != 0 && (remainder < 0) != (c < 0) ? 1 : 0;
            if (exact < long.MinValue || exact > long.MaxValue)
            {
                Assert.Throws<OverflowException>(() => MulDiv.Floor(a, b, c));
                return;
            }

            Assert.Equal(exact, MulDiv.Floor(a, b, c));
        });

    [Fact]
    public void Division_by_zero_is_refused() =>
        Assert.Throws<DivideByZeroException>(() => MulDiv.Floor(1, 1, 0));
}
