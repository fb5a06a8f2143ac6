namespace AgentVerse.Model.Numerics;

/// <summary>Products of amounts divided by amounts, exact in between.</summary>
public static class MulDiv
{
    /// <summary>⌊a b / c⌋, rounded towards -∞ also below zero; the product is taken in 128 bits.</summary>
    /// <param name="a">Any amount.</param>
    /// <param name="b">Any amount.</param>
    /// <param name="c">Any amount but 0.</param>
    /// <exception cref="DivideByZeroException"><paramref name="c"/> is 0.</exception>
    /// <exception cref="OverflowException">The quotient does not fit a long.</exception>
    public static long Floor(long a, long b, long c)
    {
        var product = (Int128)a * b;
        var (quotient, remainder) = Int128.DivRem(product, c);
        if (remainder != 0 && Int128.IsNegative(remainder) != (c < 0))
        {
            quotient--;
        }

        return checked((long)quotient);
    }
}
