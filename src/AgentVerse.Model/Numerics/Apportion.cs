using System.Buffers;
using System.Numerics;

namespace AgentVerse.Model.Numerics;

/// <summary>Splits of a total inside one shard whose parts sum exactly to the whole.</summary>
public static class Apportion
{
    /// <summary>
    /// Hamilton's method: part i is ⌊total wᵢ / W⌋ with W the sum of the weights, and what is left, less than one unit
    /// a weight, goes one unit each to the largest remainders; of equal remainders the earlier in the list is first.
    /// </summary>
    /// <remarks>
    /// A weight of 0 gets nothing. Of two weights the larger never gets less. All arithmetic is exact in 128 bits. Cost
    /// O(n log n), without allocation once the array pool is warm.
    /// </remarks>
    /// <typeparam name="TWeight">Any integer type, such as long or UInt128.</typeparam>
    /// <param name="total">What is split, at least 0, in base units.</param>
    /// <param name="weights">Weights, each at least 0, in any one unit; sum and total × weight below 2^128.</param>
    /// <param name="parts">Receives the parts, in base units; as long as <paramref name="weights"/>.</param>
    /// <returns>
    /// What nobody got: 0, or the whole total where all weights are 0 or there are none (the parts are then all 0).
    /// </returns>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The total is negative.</exception>
    /// <exception cref="OverflowException">A weight is negative, or a sum or a product exceeds 128 bits.</exception>
    public static long LargestRemainder<TWeight>(long total, ReadOnlySpan<TWeight> weights, Span<long> parts)
        where TWeight : struct, IBinaryInteger<TWeight>
    {
        ArgumentOutOfRangeException.ThrowIfNegative(total);
        if (weights.Length != parts.Length)
        {
            throw new ArgumentException($"{parts.Length} parts for {weights.Length} weights.", nameof(parts));
        }

        var sum = UInt128.Zero;
        foreach (var weight in weights)
        {
            sum = checked(sum + UInt128.CreateChecked(weight));
        }

        if (sum == UInt128.Zero)
        {
            parts.Clear();
            return total;
        }

        var claims = ArrayPool<Claim>.Shared.Rent(weights.Length);
        var left = total;
        for (var i = 0; i < weights.Length; i++)
        {
            var product = checked((UInt128)total * UInt128.CreateChecked(weights[i]));
            var (quotient, remainder) = UInt128.DivRem(product, sum);
            parts[i] = (long)quotient;
            left -= parts[i];
            claims[i] = new(remainder, i);
        }

        HandOut(left, claims.AsSpan(0, weights.Length), parts);
        ArrayPool<Claim>.Shared.Return(claims);
        return 0;
    }

    /// <summary>
    /// What <see cref="LargestRemainder"/> gives the part with this number when all weights are equal: ⌊total / parts⌋,
    /// and one unit more for the first (total mod parts). The parts sum exactly to the total.
    /// </summary>
    /// <param name="total">What is split, at least 0, in base units.</param>
    /// <param name="parts">Number of parts, at least 1.</param>
    /// <param name="part">Which part, in [0, parts).</param>
    public static long EqualPart(long total, int parts, int part)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(total);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)part, (uint)parts, nameof(part));
        return (total / parts) + (part < total % parts ? 1 : 0);
    }

    /// <summary>The remainders sum to left × W and each is below W, so more than left of them are above 0.</summary>
    private static void HandOut(long left, Span<Claim> claims, Span<long> parts)
    {
        if (left == 0)
        {
            return;
        }

        claims.Sort();
        foreach (var claim in claims[..(int)left])
        {
            parts[claim.Index]++;
        }
    }

    /// <summary>The larger remainder comes first, then the earlier index.</summary>
    private readonly record struct Claim(UInt128 Remainder, int Index) : IComparable<Claim>
    {
        public int CompareTo(Claim other) =>
            other.Remainder.CompareTo(Remainder) is var order && order != 0 ? order : Index.CompareTo(other.Index);
    }
}
