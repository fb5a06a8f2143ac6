using AgentVerse.Model;

namespace AgentVerse.Mechanisms.Markets;

/// <summary>
/// The one price at which all trades of a tick are made, an exact ratio: USD base units for each base unit of the
/// token. All rounding is towards the market, so that splitting a trade never gains: sellers and buyers get floors,
/// and who raises USD gives a ceiling.
/// </summary>
/// <param name="Usd">Numerator, above 0 where there is a price.</param>
/// <param name="Token">Denominator, above 0.</param>
public readonly record struct UniformPrice(long Usd, long Token)
{
    /// <summary>Exponents beyond this do not fit a long.</summary>
    private const int MostShift = 62;

    private const double LongRange = 4.6e18;

    /// <summary>Whether it is a price: a trade of any size can be made at it.</summary>
    public bool IsPositive => Usd > 0;

    /// <summary>The price as a number, USD base units for each base unit of the token.</summary>
    public double Value => (double)Usd / Token;

    /// <summary>
    /// The price nearest to a positive number of USD base units for each base unit of the token: exact where 2^62 times
    /// the number fits a long, to 53 bits or 2^-62 elsewhere.
    /// </summary>
    public static UniformPrice Of(double value)
    {
        Invariant.Check(value is > 0 and < LongRange, "a price is positive and below 2^62 base units");
        long token = 1;
        for (int shift = 0; shift < MostShift && value < LongRange / 4; shift++)
        {
            value *= 2;
            token *= 2;
        }

        return new UniformPrice(Math.Max(1, (long)value), token);
    }

    /// <summary>USD that a seller gets for an amount of the token: floor(amount P).</summary>
    public Int128 UsdFor(long amount) => (Int128)amount * Usd / Token;

    /// <summary>Amount of the token that a buyer gets for USD: floor(usd / P).</summary>
    public Int128 TokensFor(long usd) => (Int128)usd * Token / Usd;

    /// <summary>Least amount of the token that brings so much USD: ceil(usd / P).</summary>
    public Int128 TokensToRaise(long usd) => (((Int128)usd * Token) + Usd - 1) / Usd;
}
