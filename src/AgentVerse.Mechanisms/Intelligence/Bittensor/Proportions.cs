using AgentVerse.Mechanisms.Intelligence.Bittensor.Arithmetic;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor;

/// <summary>Vector arithmetic of an epoch.</summary>
/// <remarks>Source: opentensor/subtensor 14bc6f9f, pallets/subtensor/src/epoch/math.rs.</remarks>
public static class Proportions
{
    /// <summary>The sum, saturating.</summary>
    public static I32F32 Sum(ReadOnlySpan<I32F32> values)
    {
        I32F32 sum = I32F32.Zero;
        foreach (I32F32 value in values)
        {
            sum += value;
        }

        return sum;
    }

    /// <summary>Divides each value by the sum of all; values that sum to 0 stay as they are. O(n).</summary>
    public static void Normalise(Span<I32F32> values) => DivideBy(values, Sum(values));

    /// <summary>Divides each value by the total; with total 0 they stay as they are. O(n).</summary>
    public static void DivideBy(Span<I32F32> values, I32F32 total)
    {
        for (int i = 0; total != I32F32.Zero && i < values.Length; i++)
        {
            values[i] /= total;
        }
    }

    /// <summary>The largest value, or 0 when all are negative or none is there. O(n).</summary>
    public static I32F32 Maximum(ReadOnlySpan<I32F32> values)
    {
        I32F32 maximum = I32F32.Zero;
        foreach (I32F32 value in values)
        {
            maximum = value > maximum ? value : maximum;
        }

        return maximum;
    }

    /// <summary>
    /// Marks the k largest values. Ties go to the higher index: the values are ranked in ascending order, equal ones by
    /// index, and the first n - k drop out. O(n log n), allocates nothing.
    /// </summary>
    /// <param name="values">At least 0 and below 2^15.</param>
    /// <param name="k">At least 0; from n on every value is marked.</param>
    /// <param name="marked">Result, as long as <paramref name="values"/>.</param>
    /// <param name="ranking">Scratch, as long as <paramref name="values"/>, at most 65536.</param>
    public static void MarkLargest(ReadOnlySpan<I32F32> values, int k, Span<bool> marked, Span<long> ranking)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(values.Length, ushort.MaxValue + 1);
        for (int i = 0; i < values.Length; i++)
        {
            // Value and index in one number, so that an unstable sort of numbers ranks like a stable sort by value.
            ranking[i] = (values[i].Raw << 16) | (long)i;
        }

        ranking.Sort();
        marked.Fill(true);
        for (int rank = 0; rank < values.Length - k; rank++)
        {
            marked[(int)(ranking[rank] & ushort.MaxValue)] = false;
        }
    }

    /// <summary>
    /// Weights scaled so that the largest is 65535, each rounded to the nearest integer, half away from zero; zeros
    /// when all are 0. Above 32768 the ratio is taken first, so that the product fits.
    /// </summary>
    /// <param name="values">At least 0.</param>
    /// <param name="result">As long as <paramref name="values"/>.</param>
    public static void MaxUpscale(ReadOnlySpan<I32F32> values, Span<ushort> result)
    {
        I32F32 full = I32F32.FromInteger(ushort.MaxValue);
        I32F32 maximum = Maximum(values);
        for (int i = 0; i < values.Length; i++)
        {
            I32F32 scaled = maximum == I32F32.Zero ? values[i] * full
                : maximum > I32F32.FromInteger(32768) ? (values[i] * (full / maximum)).Round()
                : (values[i] * full / maximum).Round();
            result[i] = scaled.ToU16();
        }
    }

    /// <summary>Whether the largest value as a share of the sum is at most limit/65535; true for no values.</summary>
    public static bool IsMaxLimited(ReadOnlySpan<ushort> values, int limit)
    {
        I32F32 sum = I32F32.Zero, maximum = I32F32.Zero;
        foreach (ushort value in values)
        {
            I32F32 weight = I32F32.FromInteger(value);
            sum += weight;
            maximum = weight > maximum ? weight : maximum;
        }

        I32F32 share = sum == I32F32.Zero ? maximum : maximum / sum;
        return values.IsEmpty || share <= I32F32.FromU16Proportion(limit);
    }
}
