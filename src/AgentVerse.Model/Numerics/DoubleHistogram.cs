namespace AgentVerse.Model.Numerics;

/// <summary>
/// A histogram of finite doubles. The bucket of a normal x &gt; 0 is made of its exponent and the first k bits of its
/// mantissa, so that no logarithm is needed; |x| below 2^-1022 counts as 0.
/// </summary>
public sealed class DoubleHistogram : Histogram<double>
{
    private const int MantissaBits = 52;
    private const double NormalMin = 2.2250738585072014e-308;

    /// <summary>An empty histogram.</summary>
    /// <param name="precisionBits">In [0, <see cref="Histogram{TValue}.PrecisionBitsMax"/>].</param>
    public DoubleHistogram(int precisionBits = DefaultPrecisionBits)
        : base(precisionBits)
    {
    }

    /// <summary>The histogram that was stored as these arrays.</summary>
    /// <param name="precisionBits">Its precision.</param>
    /// <param name="buckets">Its buckets, ascending.</param>
    /// <param name="counts">Their counts, above 0.</param>
    public DoubleHistogram(int precisionBits, ReadOnlySpan<int> buckets, ReadOnlySpan<long> counts)
        : base(precisionBits, buckets, counts)
    {
    }

    /// <summary>Adds all values of another histogram of the same precision.</summary>
    public void Merge(DoubleHistogram other) => MergeFrom(other);

    /// <summary>The bucket of a finite value: below 0, 0 or above 0 as the value is.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public override int BucketOf(double value)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "Must be finite.");
        }

        var magnitude = Math.Abs(value);
        if (magnitude < NormalMin)
        {
            return 0;
        }

        var bucket = (int)(BitConverter.DoubleToInt64Bits(magnitude) >> (MantissaBits - PrecisionBits)) - BeforeFirst;
        return value < 0 ? -bucket : bucket;
    }

    /// <inheritdoc/>
    public override double ValueOf(int bucket)
    {
        if (bucket == 0)
        {
            return 0;
        }

        var lowerEdge = ((long)Math.Abs(bucket) + BeforeFirst) << (MantissaBits - PrecisionBits);
        var middle = BitConverter.Int64BitsToDouble(lowerEdge | (1L << (MantissaBits - PrecisionBits - 1)));
        return bucket < 0 ? -middle : middle;
    }

    /// <summary>Moves the bucket of the least normal number to 1.</summary>
    private int BeforeFirst => (1 << PrecisionBits) - 1;
}
