namespace AgentVerse.Model.Numerics;

/// <summary>
/// The draws of one stream (an agent, a shard) in one tick. Each variate is the quantile function of its distribution
/// at one uniform number (<see cref="Quantiles"/>), and never decreases with it.
/// </summary>
public readonly struct StreamDraws
{
    private readonly Draws _draws;
    private readonly ulong _stream;
    private readonly int _tick;

    internal StreamDraws(Draws draws, ulong stream, int tick) => (_draws, _stream, _tick) = (draws, stream, tick);

    /// <summary>64 uniform bits.</summary>
    /// <param name="purpose">What the draw is for.</param>
    /// <param name="draw">Which of the draws for that purpose, in [0, <see cref="Draws.DrawMax"/>].</param>
    public ulong Bits(Purpose purpose, int draw = 0) => _draws.Bits(_stream, _tick, purpose, draw);

    /// <summary>A uniform number in the open interval (0, 1), on a grid of 2^-52 that is symmetric about 1/2.</summary>
    /// <inheritdoc cref="Bits"/>
    public double Uniform(Purpose purpose, int draw = 0) => _draws.Uniform(_stream, _tick, purpose, draw);

    /// <summary>
    /// A uniform integer in [0, n): floor(bits n / 2^64). Probabilities are off by less than 2^-64 each (Lemire 2019
    /// without the rejection).
    /// </summary>
    /// <param name="purpose">What the draw is for.</param>
    /// <param name="n">How many integers, at least 1.</param>
    /// <param name="draw">Which of the draws for that purpose, in [0, <see cref="Draws.DrawMax"/>].</param>
    public long Below(Purpose purpose, long n, int draw = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(n);
        return (long)Math.BigMul(Bits(purpose, draw), (ulong)n, out _);
    }

    /// <summary>A standard normal number, |x| ≤ 8.21.</summary>
    /// <inheritdoc cref="Bits"/>
    public double Normal(Purpose purpose, int draw = 0) => Quantiles.Normal(Uniform(purpose, draw));

    /// <summary>An exponential number with mean 1 / rate.</summary>
    /// <param name="purpose">What the draw is for.</param>
    /// <param name="rate">Events a unit of time, above 0.</param>
    /// <param name="draw">Which of the draws for that purpose, in [0, <see cref="Draws.DrawMax"/>].</param>
    public double Exponential(Purpose purpose, double rate, int draw = 0) =>
        Quantiles.Exponential(Uniform(purpose, draw), rate);

    /// <summary>
    /// A standard Gumbel number: the largest of utility + scale × Gumbel is a logit choice with that scale.
    /// </summary>
    /// <inheritdoc cref="Bits"/>
    public double Gumbel(Purpose purpose, int draw = 0) => Quantiles.Gumbel(Uniform(purpose, draw));

    /// <summary>e^(mu + sigma Z) with Z standard normal; median e^mu, mean e^(mu + sigma²/2).</summary>
    /// <param name="purpose">What the draw is for.</param>
    /// <param name="mu">The mean of the logarithm.</param>
    /// <param name="sigma">The standard deviation of the logarithm, at least 0.</param>
    /// <param name="draw">Which of the draws for that purpose, in [0, <see cref="Draws.DrawMax"/>].</param>
    public double LogNormal(Purpose purpose, double mu, double sigma, int draw = 0) =>
        Quantiles.LogNormal(Uniform(purpose, draw), mu, sigma);

    /// <summary>A Pareto number: P(X > x) = (scale / x)^alpha for x ≥ scale.</summary>
    /// <param name="purpose">What the draw is for.</param>
    /// <param name="scale">The smallest value, above 0.</param>
    /// <param name="alpha">The tail index, above 0.</param>
    /// <param name="draw">Which of the draws for that purpose, in [0, <see cref="Draws.DrawMax"/>].</param>
    public double Pareto(Purpose purpose, double scale, double alpha, int draw = 0) =>
        Quantiles.Pareto(Uniform(purpose, draw), scale, alpha);

    /// <summary>A Poisson number, in O(√mean): see <see cref="Quantiles.Poisson"/>.</summary>
    /// <param name="purpose">What the draw is for.</param>
    /// <param name="mean">The mean, in [0, <see cref="Quantiles.PoissonMeanMax"/>].</param>
    /// <param name="draw">Which of the draws for that purpose, in [0, <see cref="Draws.DrawMax"/>].</param>
    public long Poisson(Purpose purpose, double mean, int draw = 0) =>
        Quantiles.Poisson(Uniform(purpose, draw), mean);
}
