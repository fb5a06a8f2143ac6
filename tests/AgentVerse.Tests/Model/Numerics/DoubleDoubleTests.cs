using Xunit;

namespace AgentVerse.Tests.Model.Numerics;

/// <summary>The reference itself, against values of mpmath 1.3 at 400 bits rounded to two doubles.</summary>
public sealed class DoubleDoubleTests
{
    private const double Tolerance = 1e-29;

    [Theory]
    [InlineData(1.0, 1, 1.3591409142295225, 7.228234458646251e-17)]
    [InlineData(-0.3, 0, 0.7408182206817179, -1.805530505953e-18)]
    [InlineData(0.5, 1, 0.8243606353500641, -2.3657842397179166e-17)]
    [InlineData(20.25, 29, 1.1603616964043033, 8.254359328998932e-17)]
    [InlineData(-700.125, -1010, 0.9547100144000472, -1.830856272617571e-17)]
    public void Exp_has_thirty_digits(double x, int exponent, double head, double tail)
    {
        var (mantissa, k) = DoubleDouble.Exp(x);
        Assert.Equal(exponent, k);
        Assert.True(Math.Abs((mantissa - new DoubleDouble(head, tail)).Head) < Tolerance * 100);
    }

    [Theory]
    [InlineData(2.0, 0.6931471805599453, 2.3190468138462996e-17)]
    [InlineData(3.0, 1.0986122886681098, -9.07129723500153e-17)]
    [InlineData(1.001, 0.0009995003330834232, -6.782451268011377e-20)]
    [InlineData(0.999, -0.0010005003335835344, -2.5644777003677798e-20)]
    [InlineData(1e300, 690.7755278982137, 2.3747660028800243e-14)]
    [InlineData(1e-300, -690.7755278982137, -2.3670096176709832e-14)]
    [InlineData(0.7, -0.35667494393873245, 4.82556379937662e-18)]
    [InlineData(1.0000000000000002, 2.2204460492503128e-16, 3.649214750845877e-48)]
    public void Log_has_thirty_digits(double x, double head, double tail)
    {
        var error = (DoubleDouble.Log(x) - new DoubleDouble(head, tail)).Head;
        Assert.True(Math.Abs(error) < Tolerance * Math.Max(1, Math.Abs(head)) * (Math.Abs(head) < 0.01 ? 0.01 : 1));
    }
}
