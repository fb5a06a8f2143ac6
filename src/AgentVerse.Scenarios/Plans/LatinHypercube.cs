using AgentVerse.Model.Numerics;

namespace AgentVerse.Scenarios.Plans;

/// <summary>
/// Latin hypercube sample: point i has the coordinate (s + v) / n on an axis, where s is its place in a random
/// permutation of 0..n-1 and v uniform in (0, 1). Each of the n equal parts of each axis holds exactly one point. An
/// axis draws by its own path, so that one more axis leaves the others as they were.
/// </summary>
/// <remarks>
/// <b>Source:</b> McKay, Beckman and Conover, A comparison of three methods for selecting values of input variables,
/// Technometrics 21 (1979).
/// </remarks>
internal sealed class LatinHypercube : ISample
{
    private static readonly Purpose Order = Purpose.Of("scenarios.latin-hypercube.order");
    private static readonly Purpose Place = Purpose.Of("scenarios.latin-hypercube.place");

    private readonly Draws _draws;
    private readonly ulong[] _streams;
    private readonly int[][] _parts;

    /// <summary>A sample of <paramref name="count"/> points over the axes with the given paths.</summary>
    public LatinHypercube(long seed, int count, IReadOnlyList<string> paths)
    {
        Count = count;
        _draws = new Draws((ulong)seed, 0);
        _streams = [.. paths.Select(StableHash.Of)];
        _parts = [.. _streams.Select(Permutation)];
    }

    /// <inheritdoc/>
    public int Count { get; }

    /// <inheritdoc/>
    public double Coordinate(int point, int axis)
    {
        // 32 bits and a half keep the sum exact and clear of the next part, whatever the division rounds.
        double inside = ((_draws.Bits(_streams[axis], point, Place) >> 32) + 0.5) / (1L << 32);
        return (_parts[axis][point] + inside) / Count;
    }

    /// <summary>Orders the points by a draw each; equal draws keep their order.</summary>
    private int[] Permutation(ulong stream) =>
        [.. Enumerable.Range(0, Count).OrderBy(i => _draws.Bits(stream, i, Order))];
}
