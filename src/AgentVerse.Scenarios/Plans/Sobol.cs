namespace AgentVerse.Scenarios.Plans;

/// <summary>
/// The first points of the Sobol sequence, from its place, in the order of Gray codes, without scrambling: coordinate
/// = XOR of the direction numbers of the bits of <c>i ^ (i >> 1)</c>, as a fraction of 2^32. The first 2^m points have
/// one in each of the 2^m equal parts of each axis.
/// </summary>
/// <remarks>
/// <b>Source:</b> Sobol (1967); Antonov and Saleev (1979) for the order; Joe and Kuo (2008) for the direction numbers
/// (<see cref="JoeKuo"/>). The origin is kept: without it the balance is lost (Owen, On dropping the first Sobol'
/// point, 2020).
/// </remarks>
internal sealed class Sobol(int count) : ISample
{
    /// <summary>Bits of a coordinate.</summary>
    private const int Bits = 32;

    private static readonly uint[][] Directions = [.. Enumerable.Range(0, JoeKuo.Dimensions).Select(DirectionsOf)];

    /// <inheritdoc/>
    public int Count => count;

    /// <inheritdoc/>
    public double Coordinate(int point, int axis)
    {
        uint gray = (uint)point ^ ((uint)point >> 1);
        uint x = 0;
        for (int bit = 0; gray != 0; bit++, gray >>= 1)
        {
            x ^= (gray & 1) * Directions[axis][bit];
        }

        return x / (double)(1L << Bits);
    }

    /// <summary>
    /// Direction numbers of an axis, first bit highest. Beyond the degree s of its polynomial with inner coefficients
    /// a: <c>v_k = v_(k-s) ^ (v_(k-s) >> s) ^ XOR_(i=1..s-1) a_i v_(k-i)</c>. The first axis is van der Corput's
    /// sequence.
    /// </summary>
    private static uint[] DirectionsOf(int axis)
    {
        uint[] v = new uint[Bits];
        if (axis == 0)
        {
            for (int k = 0; k < Bits; k++)
            {
                v[k] = 1u << (Bits - 1 - k);
            }

            return v;
        }

        (int a, uint[] m) = JoeKuo.Row(axis);
        int s = m.Length;
        for (int k = 0; k < Bits; k++)
        {
            if (k < s)
            {
                v[k] = m[k] << (Bits - 1 - k);
                continue;
            }

            v[k] = v[k - s] ^ (v[k - s] >> s);
            for (int i = 1; i < s; i++)
            {
                v[k] ^= (uint)((a >> (s - 1 - i)) & 1) * v[k - i];
            }
        }

        return v;
    }
}
