using System.Numerics;

namespace AgentVerse.Model.Numerics;

/// <summary>
/// A histogram of integers. Magnitudes below 2^(k+1) have a bucket each and are exact; above, a bucket is made of the
/// magnitude's length and its first k + 1 bits.
/// </summary>
public sealed class LongHistogram : Histogram<long>
{
    /// <summary>An empty histogram.</summary>
    /// <param name="precisionBits">In [0, <see cref="Histogram{TValue}.PrecisionBitsMax"/>].</param>
    public LongHistogram(int precisionBits = DefaultPrecisionBits)
        : base(precisionBits)
    {
    }

    /// <summary>The histogram that was stored as these arrays.</summary>
    /// <param name="precisionBits">Its precision.</param>
    /// <param name="buckets">Its buckets, ascending.</param>
    /// <param name="counts">Their counts, above 0.</param>
    public LongHistogram(int precisionBits, ReadOnlySpan<int> buckets, ReadOnlySpan<long> counts)
        : base(precisionBits, buckets, counts)
    {
    }

    /// <summary>Adds all values of another histogram of the same precision.</summary>
    public void Merge(LongHistogram other) => MergeFrom(other);

    /// <inheritdoc/>
    public override int BucketOf(long value)
    {
        var magnitude = value < 0 ? 0 - (ulong)value : (ulong)value;
        var shift = Math.Max(0, BitOperations.Log2(magnitude) - PrecisionBits);
        var bucket = (shift << PrecisionBits) + (int)(magnitude >> shift);
        return value < 0 ? -bucket : bucket;
    }

    /// <inheritdoc/>
    public override long ValueOf(int bucket)
    {
        var index = Math.Abs(bucket);
        var shift = Math.Max(0, (index >> PrecisionBits) - 1);
        var lowerEdge = (ulong)(index - (shift << PrecisionBits)) << shift;
        var middle = lowerEdge + ((1UL << shift) >> 1);

        // The magnitude 2^63 of long.MinValue is the one whose bucket reaches beyond a long.
        return bucket < 0
            ? middle > long.MaxValue ? long.MinValue : -(long)middle
            : (long)middle;
    }
}
