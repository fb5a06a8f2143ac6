using System.Runtime.CompilerServices;

namespace AgentVerse.Model.Numerics;

/// <summary>
/// Quantile functions (inverse distribution functions), by <see cref="DeterministicMath"/> alone. The probability u
/// lies in the open interval (0, 1); outside it the result is not a number, or infinite.
/// </summary>
public static class Quantiles
{
    /// <summary>The largest mean of <see cref="Poisson"/>: 2^30.</summary>
    public const double PoissonMeanMax = 1 << 30;

    /// <summary>Below this mean e^-mean is large enough to start the sum of probabilities at 0.</summary>
    private const double PoissonSmallMean = 16;

    /// <summary>2^-80: all that lies below a value of this probability is far below the grid of u.</summary>
    private const double PoissonNegligible = 8.271806125530277e-25;

    /// <summary>The standard normal quantile. Relative error below 1e-15.</summary>
    /// <remarks><b>Source:</b> Wichura, "Algorithm AS 241", Applied Statistics 37 (1988), PPND16.</remarks>
    public static double Normal(double u) => NormalQuantile.Of(Lanes128.Of(u)).Value[0];

    /// <summary>The exponential quantile -ln(1 - u) / rate.</summary>
    /// <param name="u">The probability.</param>
    /// <param name="rate">Above 0.</param>
    public static double Exponential(double u, double rate)
    {
        RequirePositive(rate);
        return -DeterministicMath.Log(1 - u) / rate;
    }

    /// <summary>The standard Gumbel quantile -ln(-ln u).</summary>
    public static double Gumbel(double u) => -DeterministicMath.Log(-DeterministicMath.Log(u));

    /// <summary>The log-normal quantile e^(mu + sigma z), with z the standard normal quantile.</summary>
    /// <param name="u">The probability.</param>
    /// <param name="mu">The mean of the logarithm.</param>
    /// <param name="sigma">The standard deviation of the logarithm, at least 0.</param>
    public static double LogNormal(double u, double mu, double sigma)
    {
        if (!(sigma >= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(sigma), sigma, "Must be at least 0.");
        }

        return DeterministicMath.Exp(mu + (sigma * Normal(u)));
    }

    /// <summary>
    /// The Pareto quantile scale (1 - u)^(-1 / alpha). Infinite where it exceeds the doubles, which takes an alpha
    /// below 0.06.
    /// </summary>
    /// <param name="u">The probability.</param>
    /// <param name="scale">The smallest value, above 0.</param>
    /// <param name="alpha">The tail index, above 0.</param>
    public static double Pareto(double u, double scale, double alpha)
    {
        RequirePositive(scale);
        RequirePositive(alpha);
        return scale * DeterministicMath.Exp(Exponential(u, alpha));
    }

    /// <summary>
    /// The Poisson quantile: the least k with P(X ≤ k) ≥ u, by adding up probabilities with
    /// p(k + 1) = p(k) mean / (k + 1).
    /// </summary>
    /// <remarks>
    /// Below a mean of 16 the sum starts at 0. From there on p at the mode comes from Stirling's series, and the sum
    /// starts some 11 standard deviations below it; so the cost is O(mean), or about 20 √mean products. The sum is off
    /// by less than 2^-48 √(mean + 1).
    /// </remarks>
    /// <param name="u">The probability.</param>
    /// <param name="mean">In [0, <see cref="PoissonMeanMax"/>].</param>
    public static long Poisson(double u, double mean)
    {
        if (!(mean >= 0 && mean <= PoissonMeanMax))
        {
            throw new ArgumentOutOfRangeException(nameof(mean), mean, $"Must be in [0, {PoissonMeanMax}].");
        }

        var (k, p) = mean < PoissonSmallMean ? (0L, DeterministicMath.Exp(-mean)) : PoissonLowerEnd(mean);
        var sum = p;
        while (sum < u)
        {
            k++;
            p *= mean / k;
            if (k > mean && sum + p == sum)
            {
                break;
            }

            sum += p;
        }

        return k;
    }

    /// <summary>The uniform number in (0, 1) of 64 uniform bits: (m + 1/2) 2^-52 with the highest 52 bits m.</summary>
    public static double UniformFrom(ulong bits) =>
        (BitConverter.UInt64BitsToDouble((bits >> 12) | DrawKernels.OneBits) - 1) + DrawKernels.HalfStep;

    /// <summary>A value far below the mean and its probability, by p(k - 1) = p(k) k / mean from the mode.</summary>
    private static (long K, double P) PoissonLowerEnd(double mean)
    {
        var k = (long)mean;
        var p = PoissonAtMode(k, mean - k);
        while (k > 0 && p > PoissonNegligible)
        {
            p *= k / mean;
            k--;
        }

        return (k, p);
    }

    /// <summary>
    /// p(m) for the mean m + d, d in [0, 1), m ≥ 16. With t = d/m and Stirling's series S(m) of ln m!,
    /// p = e^(m (ln(1 + t) - t) - S(m)) / √(2π m), S(m) = 1/(12 m) - 1/(360 m³) + 1/(1260 m⁵) - ...
    /// </summary>
    private static double PoissonAtMode(double m, double d)
    {
        const double twoPi = 6.283185307179586;
        const int logTerms = 13;
        var t = d / m;
        var log = 0.0;
        for (var n = logTerms; n >= 2; n--)
        {
            log = (log * t) + (n % 2 == 0 ? -1.0 / n : 1.0 / n);
        }

        var w = 1 / (m * m);
        var stirling = (1.0 / 12) - (w * ((1.0 / 360) - (w * ((1.0 / 1260) - (w * ((1.0 / 1680)
            - (w * ((1.0 / 1188) - (w * (691.0 / 360360))))))))));
        return DeterministicMath.Exp((d * t * log) - (stirling / m)) / Math.Sqrt(twoPi * m);
    }

    private static void RequirePositive(double value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (!(value > 0))
        {
            throw new ArgumentOutOfRangeException(name, value, "Must be above 0.");
        }
    }
}
