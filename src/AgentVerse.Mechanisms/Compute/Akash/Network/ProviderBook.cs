using AgentVerse.Model.State;

namespace AgentVerse.Mechanisms.Compute.Akash.Network;

/// <summary>
/// The providers of a market and an index of their offers by free capacity (levels of 1, 2, 4, ... 64 units and more)
/// and price, so that bidders of an order are found without looking at all. O(log buckets) a change.
/// </summary>
internal sealed class ProviderBook
{
    /// <summary>Levels of free capacity.</summary>
    internal const int Levels = 7;

    private readonly Slots<ProviderRecord> _records = new();
    private readonly Dictionary<ulong, int> _byAccount = [];
    private PriceTree[] _trees = NewTrees();
    private int[] _early = [];

    /// <summary>Providers that there ever were; they never disappear from the registry.</summary>
    internal int Count => _records.Count;

    /// <summary>Providers whose scripts bid before others, in the order in which they came.</summary>
    internal ReadOnlySpan<int> Early => _early;

    /// <summary>A record.</summary>
    internal ref ProviderRecord this[int provider] => ref _records[provider];

    /// <summary>Level of so many free units; -1 for none.</summary>
    internal static int LevelOf(int units) =>
        units <= 0 ? -1 : Math.Min(Levels - 1, 31 - int.LeadingZeroCount(units));

    /// <summary>The index of a level.</summary>
    internal PriceTree Tree(int level) => _trees[level];

    /// <summary>Record of an account, or -1.</summary>
    internal int Find(ulong account) => _byAccount.TryGetValue(account, out int found) ? found : -1;

    /// <summary>Makes a record for an account.</summary>
    internal int Add(ulong account)
    {
        int provider = _records.Take();
        _records[provider].Account = account;
        _records[provider].Level = -1;
        _records[provider].History = 1;
        _byAccount.Add(account, provider);
        return provider;
    }

    /// <summary>Sets whether a provider's script bids before others.</summary>
    internal void SetEarly(int provider, bool isEarly)
    {
        bool was = _early.AsSpan().Contains(provider);
        if (isEarly != was)
        {
            _early = isEarly ? [.. _early, provider] : [.. _early.Where(p => p != provider)];
        }
    }

    /// <summary>Puts a provider where its free units and its price belong in the index.</summary>
    internal void Index(int provider)
    {
        ref ProviderRecord record = ref _records[provider];
        int level = LevelOf(record.Free);
        int bucket = PriceTree.BucketOf(record.Ask);
        if (level == record.Level && bucket == record.Bucket)
        {
            return;
        }

        if (record.Level >= 0)
        {
            int moved = _trees[record.Level].Remove(record.Bucket, record.Place);
            _records[moved].Place = record.Place;
        }

        (record.Level, record.Bucket) = (level, bucket);
        record.Place = level >= 0 ? _trees[level].Add(bucket, provider) : 0;
    }

    /// <summary>Carries all to or from a checkpoint; the order within buckets is part of it.</summary>
    internal void Carry(StateCodec codec)
    {
        _records.Carry(codec, "providers");
        codec.Array("early", ref _early);
        int[] members = Members();
        codec.Array("members", ref members);
        _trees = NewTrees();
        _byAccount.Clear();
        foreach (int provider in members)
        {
            ref ProviderRecord record = ref _records[provider];
            record.Place = _trees[record.Level].Add(record.Bucket, provider);
        }

        for (int p = 0; p < _records.Count; p++)
        {
            _byAccount.Add(_records[p].Account, p);
        }
    }

    private static PriceTree[] NewTrees() => [.. Enumerable.Range(0, Levels).Select(_ => new PriceTree())];

    private int[] Members() =>
    [
        .. _trees.SelectMany(tree => Enumerable.Range(0, PriceTree.Buckets).SelectMany(tree.Members)),
    ];
}
