using AgentVerse.Model.State;

namespace AgentVerse.Mechanisms.Compute.Akash.Network;

/// <summary>Bids on orders that wait for their award: a block of equal length for each such order.</summary>
/// <param name="most">Bids that a block holds.</param>
internal sealed class BidBook(int most)
{
    private BidRecord[] _bids = [];
    private int[] _free = [];
    private int _freeCount;
    private int _blockCount;

    /// <summary>The bids of a block.</summary>
    internal Span<BidRecord> this[int block] => _bids.AsSpan(block * most, most);

    /// <summary>Takes a block.</summary>
    internal int Take()
    {
        int block = _freeCount > 0 ? _free[--_freeCount] : _blockCount++;
        if (_blockCount * most > _bids.Length)
        {
            Array.Resize(ref _bids, Math.Max(16, 2 * _blockCount) * most);
        }

        this[block].Clear();
        return block;
    }

    /// <summary>Gives a block back.</summary>
    internal void Free(int block)
    {
        if (_freeCount == _free.Length)
        {
            Array.Resize(ref _free, Math.Max(16, _free.Length * 2));
        }

        this[block].Clear();
        _free[_freeCount++] = block;
    }

    /// <summary>Carries all to or from a checkpoint.</summary>
    internal void Carry(StateCodec codec)
    {
        BidRecord[] bids = _bids.AsSpan(0, _blockCount * most).ToArray();
        int[] free = _free.AsSpan(0, _freeCount).ToArray();
        codec.Array("bids", ref bids);
        codec.Array("bidsFree", ref free);
        (_bids, _blockCount) = (bids, bids.Length / most);
        (_free, _freeCount) = (free, free.Length);
    }
}
