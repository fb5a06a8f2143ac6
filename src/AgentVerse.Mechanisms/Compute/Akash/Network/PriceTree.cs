namespace AgentVerse.Mechanisms.Compute.Akash.Network;

/// <summary>
/// Providers of one level of capacity by the bucket of their price: how many there are up to a bucket, and which is the
/// n-th of them, each in O(log buckets). A bucket is a 128th of a doubling of the price.
/// </summary>
internal sealed class PriceTree
{
    private const int StepBits = 7;

    /// <summary>Buckets: prices up to 2^32 - 1 (4,294 USD an hour); dearer ones are in the last.</summary>
    internal const int Buckets = 1 << 12;

    private readonly int[] _sums = new int[Buckets + 1];
    private readonly List<int>?[] _members = new List<int>?[Buckets];

    /// <summary>Number of providers.</summary>
    internal int Count { get; private set; }

    /// <summary>Bucket of a price, never falling with it.</summary>
    internal static int BucketOf(long price)
    {
        uint p = (uint)Math.Clamp(price, 1, uint.MaxValue);
        int log = 31 - int.LeadingZeroCount((int)p);
        uint fraction = log >= StepBits ? p >> (log - StepBits) : p << (StepBits - log);
        return (log << StepBits) | (int)(fraction & ((1 << StepBits) - 1));
    }

    /// <summary>Adds a provider; gives its place in the bucket.</summary>
    internal int Add(int bucket, int provider)
    {
        List<int> members = _members[bucket] ??= [];
        members.Add(provider);
        Shift(bucket, 1);
        return members.Count - 1;
    }

    /// <summary>Takes a provider away; gives the one that now has its place, or itself.</summary>
    internal int Remove(int bucket, int place)
    {
        List<int> members = _members[bucket]!;
        int moved = members[^1];
        members[place] = moved;
        members.RemoveAt(members.Count - 1);
        Shift(bucket, -1);
        return moved;
    }

    /// <summary>Providers in buckets up to and including this one.</summary>
    internal int CountTo(int bucket)
    {
        int sum = 0;
        for (int i = bucket + 1; i > 0; i &= i - 1)
        {
            sum += _sums[i];
        }

        return sum;
    }

    /// <summary>The n-th provider in order of buckets, from 0.</summary>
    internal int At(int n)
    {
        int bucket = 0;
        for (int step = Buckets; step > 0; step >>= 1)
        {
            if (bucket + step <= Buckets && _sums[bucket + step] <= n)
            {
                bucket += step;
                n -= _sums[bucket];
            }
        }

        return _members[bucket]![n];
    }

    /// <summary>Members of a bucket, or none.</summary>
    internal IReadOnlyList<int> Members(int bucket) => _members[bucket] ?? (IReadOnlyList<int>)[];

    private void Shift(int bucket, int by)
    {
        Count += by;
        for (int i = bucket + 1; i <= Buckets; i += i & -i)
        {
            _sums[i] += by;
        }
    }
}
