using AgentVerse.Model.State;

namespace AgentVerse.Mechanisms.Compute.Akash.Network;

/// <summary>Records by number; freed ones are used again, the last freed first.</summary>
internal sealed class Slots<T>
    where T : unmanaged
{
    private T[] _records = [];
    private int[] _free = [];
    private int _freeCount;

    /// <summary>Records that there are, free ones included.</summary>
    internal int Count { get; private set; }

    /// <summary>A record.</summary>
    internal ref T this[int slot] => ref _records[slot];

    /// <summary>Takes a record, zeroed.</summary>
    internal int Take()
    {
        int slot = _freeCount > 0 ? _free[--_freeCount] : Count++;
        if (slot >= _records.Length)
        {
            Array.Resize(ref _records, Math.Max(16, slot * 2));
        }

        _records[slot] = default;
        return slot;
    }

    /// <summary>Gives a record back.</summary>
    internal void Free(int slot)
    {
        if (_freeCount == _free.Length)
        {
            Array.Resize(ref _free, Math.Max(16, _free.Length * 2));
        }

        _records[slot] = default;
        _free[_freeCount++] = slot;
    }

    /// <summary>Carries all to or from a checkpoint.</summary>
    internal void Carry(StateCodec codec, string name)
    {
        T[] records = _records.AsSpan(0, Count).ToArray();
        int[] free = _free.AsSpan(0, _freeCount).ToArray();
        codec.Array(name, ref records);
        codec.Array(name + "Free", ref free);
        (_records, Count) = (records, records.Length);
        (_free, _freeCount) = (free, free.Length);
    }
}
