namespace AgentVerse.Tests.Model.Numerics;

/// <summary>
/// The unevaluated sum of two doubles, about 104 bits: the reference for the elementary functions. Built on the fused
/// multiply-add and on System.Math for first guesses, so that it shares nothing with what it tests.
/// </summary>
internal readonly record struct DoubleDouble(double Head, double Tail)
{
    private const int Halvings = 10;

    public static readonly DoubleDouble Ln2 = new(0.6931471805599453, 2.3190468138462996e-17);

    public static implicit operator DoubleDouble(double value) => new(value, 0);

    public static DoubleDouble operator -(DoubleDouble a) => new(-a.Head, -a.Tail);

    public static DoubleDouble operator +(DoubleDouble a, DoubleDouble b)
    {
        var (head, error) = TwoSum(a.Head, b.Head);
        var (tail, tailError) = TwoSum(a.Tail, b.Tail);
        var first = Normal(head, error + tail);
        return Normal(first.Head, first.Tail + tailError);
    }

    public static DoubleDouble operator -(DoubleDouble a, DoubleDouble b) => a + (-b);

    public static DoubleDouble operator *(DoubleDouble a, DoubleDouble b)
    {
        var product = a.Head * b.Head;
        var error = Math.FusedMultiplyAdd(a.Head, b.Head, -product);
        return Normal(product, error + ((a.Head * b.Tail) + (a.Tail * b.Head)));
    }

    public static DoubleDouble operator /(DoubleDouble a, DoubleDouble b)
    {
        var first = a.Head / b.Head;
        var rest = a - (b * first);
        var second = rest.Head / b.Head;
        rest -= b * second;
        return Normal(first, second) + (rest.Head / b.Head);
    }

    /// <summary>e^x as (mantissa, exponent of two): x = k ln 2 + r; Taylor of r / 1024, squared ten times.</summary>
    public static (DoubleDouble Mantissa, int Exponent) Exp(DoubleDouble x)
    {
        var k = Math.Round(x.Head / Ln2.Head);
        var r = Scale(x - (Ln2 * k), -Halvings);
        DoubleDouble term = r;
        var sum = r;
        for (var n = 2; n <= 9; n++)
        {
            term = term * r / n;
            sum += term;
        }

        // On e^r - 1, so that the squarings keep their precision: (1 + s)² - 1 = 2s + s².
        for (var i = 0; i < Halvings; i++)
        {
            sum = Scale(sum, 1) + (sum * sum);
        }

        return (sum + 1, (int)k);
    }

    /// <summary>ln x for a positive normal x, by one Newton step on <see cref="Exp"/>.</summary>
    public static DoubleDouble Log(double x)
    {
        var k = Math.ILogB(x);
        var m = Math.ScaleB(x, -k);
        if (m > 1.4142135623730951)
        {
            (m, k) = (m / 2, k + 1);
        }

        return (Ln2 * k) + LogNearOne(m);
    }

    private static DoubleDouble LogNearOne(double m)
    {
        if (m == 1)
        {
            return 0;
        }

        // Newton's step leaves an absolute error of about the square of the guess's, so near 1 the series is better.
        var f = m - 1;
        if (Math.Abs(f) < 1.0 / 256)
        {
            var s = new DoubleDouble(f, 0) / (new DoubleDouble(2, 0) + f);
            var (z, power, sum) = (s * s, s, s);
            for (var n = 3; n <= 15; n += 2)
            {
                power *= z;
                sum += power / n;
            }

            return Scale(sum, 1);
        }

        DoubleDouble guess = Math.Log(m);
        var (mantissa, exponent) = Exp(-guess);
        var correction = (mantissa * Math.ScaleB(m, exponent)) - 1;
        return guess + correction;
    }

    public static DoubleDouble Scale(DoubleDouble x, int exponent) =>
        new(Math.ScaleB(x.Head, exponent), Math.ScaleB(x.Tail, exponent));

    /// <summary>
    /// How far a value is from the exact result mantissa 2^exponent, in units in the last place of the exact one.
    /// </summary>
    public static double Ulps(double value, DoubleDouble exact, int exponent = 0)
    {
        var last = Math.Max(Math.ILogB(exact.Head) + exponent - 52, -1074);
        var half = exponent / 2;
        var scaled = Math.ScaleB(Math.ScaleB(value, -half), half - exponent);
        return Math.Abs(Math.ScaleB((new DoubleDouble(scaled, 0) - exact).Head, exponent - last));
    }

    private static DoubleDouble Normal(double head, double tail)
    {
        var sum = head + tail;
        return new(sum, tail - (sum - head));
    }

    private static (double Sum, double Error) TwoSum(double a, double b)
    {
        var sum = a + b;
        var part = sum - a;
        return (sum, (a - (sum - part)) + (b - part));
    }
}
