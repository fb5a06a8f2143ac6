using AgentVerse.Model.Numerics;

namespace AgentVerse.Mechanisms.Markets;

/// <summary>Prices that move by themselves, and what outside demand makes of one.</summary>
public static class PriceProcess
{
    /// <summary>Days of a year.</summary>
    public const double DaysPerYear = 365;

    /// <summary>Outside sellers never raise more than this share of the pool in a tick.</summary>
    private const double MostRaised = 0.5;

    /// <summary>
    /// The price after a step of geometric Brownian motion: p exp((mu - sigma^2/2 - (beta s)^2/2) dt + beta dF +
    /// sigma dB), so that E p(t) = p(0) exp(mu t) where the factor has no jumps.
    /// </summary>
    /// <param name="price">The price before, above 0.</param>
    /// <param name="terms">Drift and volatilities.</param>
    /// <param name="years">dt, length of the step in years.</param>
    /// <param name="factorStep">dF, the step of the sector's factor; with standard deviation s sqrt(dt).</param>
    /// <param name="normal">A standard normal number; dB is sqrt(dt) times it.</param>
    public static double Step(double price, in PriceTerms terms, double years, double factorStep, double normal)
    {
        double own = terms.Volatility;
        double shared = terms.Beta * terms.FactorVolatility;
        double drift = (terms.Drift - (0.5 * own * own) - (0.5 * shared * shared)) * years;
        return price * DeterministicMath.Exp(
            drift + (terms.Beta * factorStep) + (own * Math.Sqrt(years) * normal));
    }

    /// <summary>The attention a token has after a step: dln A = beta dF + sigma dB, in USD.</summary>
    /// <param name="attention">A before, USD.</param>
    /// <param name="terms">Volatility and weight of the factor.</param>
    /// <param name="years">dt, length of the step in years.</param>
    /// <param name="factorStep">dF, the step of the sector's factor.</param>
    /// <param name="normal">A standard normal number; dB is sqrt(dt) times it.</param>
    public static double Attention(
        double attention, in PriceTerms terms, double years, double factorStep, double normal) =>
        attention * DeterministicMath.Exp(
            (terms.Beta * factorStep) + (terms.Volatility * Math.Sqrt(years) * normal));

    /// <summary>
    /// The price outside demand believes in: p* = (M x annual fees to holders + A) / circulating, USD per token.
    /// </summary>
    /// <param name="multiple">M, years of fees that holders pay for.</param>
    /// <param name="annualFees">Fees that reach holders, USD a year.</param>
    /// <param name="attention">A, USD.</param>
    /// <param name="circulating">Tokens in circulation, above 0.</param>
    public static double Target(double multiple, double annualFees, double attention, double circulating) =>
        ((multiple * annualFees) + attention) / circulating;

    /// <summary>
    /// What the outside spends on the token in a step: theta dt y ln(p* / p) in the unit of y; negative where it sells,
    /// then at most half of the pool.
    /// </summary>
    /// <param name="theta">Speed, 1 a day.</param>
    /// <param name="days">dt, days.</param>
    /// <param name="pool">y, USD in the pool.</param>
    /// <param name="target">p*, USD per token, above 0.</param>
    /// <param name="price">p, USD per token, above 0.</param>
    public static double OutsideDemand(double theta, double days, double pool, double target, double price) =>
        Math.Max(theta * days * pool * DeterministicMath.Log(target / price), -MostRaised * pool);

    /// <summary>An average after a step towards a value: q + (1 - 2^(-dt / h)) (p - q).</summary>
    /// <param name="average">q before.</param>
    /// <param name="value">p.</param>
    /// <param name="step">dt.</param>
    /// <param name="halfLife">h, in the unit of the step.</param>
    public static double Smooth(double average, double value, double step, double halfLife) =>
        value + ((average - value) * DeterministicMath.Exp(-DeterministicMath.Log(2) * step / halfLife));
}

/// <summary>How a price, or the attention behind it, moves.</summary>
/// <param name="Drift">mu, 1 a year: growth of the expected price.</param>
/// <param name="Volatility">sigma, of the token's own noise, 1/sqrt(year).</param>
/// <param name="Beta">Weight of the sector's factor.</param>
/// <param name="FactorVolatility">Volatility of the factor, 1/sqrt(year).</param>
public readonly record struct PriceTerms(double Drift, double Volatility, double Beta, double FactorVolatility);
