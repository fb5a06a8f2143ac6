using System.Runtime.CompilerServices;

namespace AgentVerse.Model.Numerics;

/// <summary>
/// The randomness of one replicate of an experiment: a pure function from (stream, tick, purpose, draw) to 64 bits,
/// without state. Whoever asks, in whatever order and however often, gets the same bits.
/// </summary>
/// <remarks>
/// Bits = the low half of <see cref="Philox4x32.Block"/> with key = Combine(Mix(seed), replicate) of
/// <see cref="StableHash"/> and, from the lowest bit of the counter, stream (64), tick (32), draw (12), purpose (20).
/// A stream is whose draw it is: an account key, or <see cref="StableHash.Of(string)"/> of a shard's name. Every
/// variate takes one draw and grows with its uniform, so two runs that differ in one parameter stay coupled.
/// </remarks>
public readonly struct Draws
{
    /// <summary>The largest index of a draw for one purpose, stream and tick: 2^12 - 1.</summary>
    public const int DrawMax = (1 << DrawBits) - 1;

    private const int DrawBits = 12;

    private readonly ulong _key;

    /// <summary>The draws of a replicate.</summary>
    /// <param name="seed">The experiment's seed.</param>
    /// <param name="replicate">The replicate's index.</param>
    public Draws(ulong seed, uint replicate) => _key = StableHash.Combine(StableHash.Mix(seed), replicate);

    /// <summary>These draws for one stream in one tick.</summary>
    public StreamDraws At(ulong stream, int tick) => new(this, stream, tick);

    /// <summary>64 uniform bits.</summary>
    /// <param name="stream">Whose draw it is.</param>
    /// <param name="tick">The tick; any 32 bits.</param>
    /// <param name="purpose">What the draw is for.</param>
    /// <param name="draw">Which of the draws for that purpose, in [0, <see cref="DrawMax"/>].</param>
    public ulong Bits(ulong stream, int tick, Purpose purpose, int draw = 0) =>
        (ulong)Philox4x32.Block(new UInt128(High(tick, purpose, draw), stream), _key);

    /// <summary>
    /// A uniform number in the open interval (0, 1): (m + 1/2) 2^-52 with the highest 52 bits m, so u and 1 - u are
    /// equally likely, and exact.
    /// </summary>
    /// <inheritdoc cref="Bits"/>
    public double Uniform(ulong stream, int tick, Purpose purpose, int draw = 0) =>
        Quantiles.UniformFrom(Bits(stream, tick, purpose, draw));

    /// <summary><see cref="Uniform"/> for many streams at once, with the same bits.</summary>
    /// <param name="streams">Whose draws they are.</param>
    /// <param name="tick">The tick; any 32 bits.</param>
    /// <param name="purpose">What the draws are for.</param>
    /// <param name="results">Receives a number for each stream; as long as <paramref name="streams"/>.</param>
    /// <param name="draw">Which of the draws for that purpose, in [0, <see cref="DrawMax"/>].</param>
    public void FillUniforms(
        ReadOnlySpan<ulong> streams, int tick, Purpose purpose, Span<double> results, int draw = 0) =>
        DrawKernels.Fill<IdentityQuantile>(streams, High(tick, purpose, draw), _key, results);

    /// <summary>Standard normal numbers for many streams at once, with the bits of <see cref="StreamDraws"/>.</summary>
    /// <inheritdoc cref="FillUniforms"/>
    public void FillNormals(
        ReadOnlySpan<ulong> streams, int tick, Purpose purpose, Span<double> results, int draw = 0) =>
        DrawKernels.Fill<NormalQuantile>(streams, High(tick, purpose, draw), _key, results);

    /// <summary>
    /// Exponential numbers of rate 1 for many streams at once. Divided by a rate they have the bits of
    /// <see cref="StreamDraws.Exponential"/>.
    /// </summary>
    /// <inheritdoc cref="FillUniforms"/>
    public void FillExponentials(
        ReadOnlySpan<ulong> streams, int tick, Purpose purpose, Span<double> results, int draw = 0) =>
        DrawKernels.Fill<ExponentialQuantile>(streams, High(tick, purpose, draw), _key, results);

    /// <summary>Standard Gumbel numbers for many streams at once, with the bits of <see cref="StreamDraws"/>.</summary>
    /// <inheritdoc cref="FillUniforms"/>
    public void FillGumbels(
        ReadOnlySpan<ulong> streams, int tick, Purpose purpose, Span<double> results, int draw = 0) =>
        DrawKernels.Fill<GumbelQuantile>(streams, High(tick, purpose, draw), _key, results);

    /// <summary>The high half of the counter.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong High(int tick, Purpose purpose, int draw)
    {
        if ((uint)draw > DrawMax)
        {
            throw new ArgumentOutOfRangeException(nameof(draw), draw, $"A draw's index is in [0, {DrawMax}].");
        }

        return ((ulong)((purpose.Code << DrawBits) | (uint)draw) << 32) | (uint)tick;
    }
}
