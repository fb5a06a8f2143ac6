namespace AgentVerse.Model.Numerics;

/// <summary>
/// Counts of values in log-linear buckets: each power of two is cut into 2^k buckets of equal width, k being the
/// precision bits. Integer counts, so that histograms merge to the same bits in any order.
/// </summary>
/// <remarks>
/// Buckets are integers in the order of the values, 0 for zero and -b for the negatives of bucket b. Only buckets in
/// use are kept, in order, as an array of buckets and an array of counts: the form that is sent and stored. A value
/// read back from its bucket is off by at most 2^-(k+1) of itself.
/// </remarks>
/// <typeparam name="TValue">What is counted.</typeparam>
public abstract class Histogram<TValue>
    where TValue : struct
{
    /// <summary>The default precision: values are read back within 1/256, that is 0.4 %.</summary>
    public const int DefaultPrecisionBits = 7;

    /// <summary>The finest precision, within 2^-17.</summary>
    public const int PrecisionBitsMax = 16;

    private const int FirstCapacity = 16;

    private int[] _buckets;
    private long[] _counts;
    private int _size;

    private protected Histogram(int precisionBits)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(precisionBits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(precisionBits, PrecisionBitsMax);
        PrecisionBits = precisionBits;
        _buckets = new int[FirstCapacity];
        _counts = new long[FirstCapacity];
    }

    private protected Histogram(int precisionBits, ReadOnlySpan<int> buckets, ReadOnlySpan<long> counts)
        : this(precisionBits)
    {
        if (buckets.Length != counts.Length)
        {
            throw new ArgumentException($"{counts.Length} counts for {buckets.Length} buckets.", nameof(counts));
        }

        for (var i = 0; i < buckets.Length; i++)
        {
            if (counts[i] <= 0 || (i > 0 && buckets[i] <= buckets[i - 1]))
            {
                throw new ArgumentException($"Bucket {i}: buckets must ascend and counts be above 0.", nameof(buckets));
            }

            Count = checked(Count + counts[i]);
        }

        (_buckets, _counts, _size) = (buckets.ToArray(), counts.ToArray(), buckets.Length);
    }

    /// <summary>The k of 2^k buckets a power of two.</summary>
    public int PrecisionBits { get; }

    /// <summary>How many values were added.</summary>
    public long Count { get; private set; }

    /// <summary>The buckets in use, ascending. Valid until the next change.</summary>
    public ReadOnlySpan<int> Buckets => _buckets.AsSpan(0, _size);

    /// <summary>The counts of <see cref="Buckets"/>, each above 0. Valid until the next change.</summary>
    public ReadOnlySpan<long> Counts => _counts.AsSpan(0, _size);

    /// <summary>The bucket of a value.</summary>
    public abstract int BucketOf(TValue value);

    /// <summary>The middle of a bucket.</summary>
    public abstract TValue ValueOf(int bucket);

    /// <summary>
    /// Adds a value, some times over. Cost O(log of the buckets in use); a new bucket moves those above it.
    /// </summary>
    /// <param name="value">The value.</param>
    /// <param name="count">How often, at least 0.</param>
    /// <exception cref="OverflowException">The total count exceeds a long.</exception>
    public void Add(TValue value, long count = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var bucket = BucketOf(value);
        if (count == 0)
        {
            return;
        }

        Count = checked(Count + count);
        var at = Array.BinarySearch(_buckets, 0, _size, bucket);
        if (at < 0)
        {
            at = ~at;
            Reserve(_size + 1);
            Array.Copy(_buckets, at, _buckets, at + 1, _size - at);
            Array.Copy(_counts, at, _counts, at + 1, _size - at);
            (_buckets[at], _counts[at]) = (bucket, 0);
            _size++;
        }

        _counts[at] += count;
    }

    /// <summary>Forgets all values and keeps the memory.</summary>
    public void Clear() => (_size, Count) = (0, 0);

    /// <summary>
    /// The q-quantile: the middle of the bucket that holds the ⌈q n⌉-th smallest of the n values (the first for q = 0);
    /// off by at most 2^-(k+1) of that value.
    /// </summary>
    /// <param name="q">In [0, 1].</param>
    /// <exception cref="InvalidOperationException">The histogram is empty.</exception>
    public TValue Quantile(double q)
    {
        if (!(q >= 0 && q <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(q), q, "Must be in [0, 1].");
        }

        var rank = (long)Math.Ceiling(q * Count);
        for (var i = 0; i < _size; i++)
        {
            rank -= _counts[i];
            if (rank <= 0)
            {
                return ValueOf(_buckets[i]);
            }
        }

        return _size > 0
            ? ValueOf(_buckets[_size - 1])
            : throw new InvalidOperationException("An empty histogram has no quantiles.");
    }

    private protected void MergeFrom(Histogram<TValue> other)
    {
        if (other.PrecisionBits != PrecisionBits)
        {
            throw new ArgumentException(
                $"{other.PrecisionBits} precision bits do not merge into {PrecisionBits}.", nameof(other));
        }

        Count = checked(Count + other.Count);
        var size = SizeOfUnion(other.Buckets);
        Reserve(size);
        var (i, j) = (_size - 1, other._size - 1);
        for (var to = size - 1; j >= 0; to--)
        {
            var (mine, theirs) = (i >= 0 ? _buckets[i] : long.MinValue, other._buckets[j]);
            var count = (mine >= theirs ? _counts[i] : 0) + (theirs >= mine ? other._counts[j] : 0);
            (_buckets[to], _counts[to]) = ((int)Math.Max(mine, theirs), count);
            i -= mine >= theirs ? 1 : 0;
            j -= theirs >= mine ? 1 : 0;
        }

        _size = size;
    }

    private int SizeOfUnion(ReadOnlySpan<int> other)
    {
        var size = _size;
        foreach (var bucket in other)
        {
            size += Array.BinarySearch(_buckets, 0, _size, bucket) < 0 ? 1 : 0;
        }

        return size;
    }

    private void Reserve(int size)
    {
        if (size > _buckets.Length)
        {
            var capacity = Math.Max(size, 2 * _buckets.Length);
            Array.Resize(ref _buckets, capacity);
            Array.Resize(ref _counts, capacity);
        }
    }
}
