using AgentVerse.Model.State;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor.Network;

/// <summary>
/// The share pool and take of every hotkey that ever had stake or set a take, in order of their accounts.
/// </summary>
internal sealed class StakeHotkeys
{
    private ulong[] _accounts = [];
    private long[] _totals = [];
    private UInt128[] _shares = [];
    private int[] _takes = [];
    private long[] _takeSetAt = [];

    /// <summary>What stands for a take that was never set.</summary>
    internal const int NoTake = -1;

    /// <summary>Number of hotkeys.</summary>
    internal int Count { get; private set; }

    /// <summary>Accounts, ascending.</summary>
    internal ReadOnlySpan<ulong> Accounts => _accounts.AsSpan(0, Count);

    /// <summary>Stake with each, base units.</summary>
    internal ReadOnlySpan<long> Totals => _totals.AsSpan(0, Count);

    /// <summary>Place of a hotkey, or the complement of where it belongs.</summary>
    internal int Find(ulong account) => Array.BinarySearch(_accounts, 0, Count, account);

    /// <summary>Place of a hotkey, which is made if there is none.</summary>
    internal int Ensure(ulong account)
    {
        int place = Find(account);
        if (place >= 0)
        {
            return place;
        }

        place = ~place;
        SortedKeys.Insert(ref _accounts, Count, place, account);
        SortedKeys.Insert(ref _totals, Count, place, 0);
        SortedKeys.Insert(ref _shares, Count, place, UInt128.Zero);
        SortedKeys.Insert(ref _takes, Count, place, NoTake);
        SortedKeys.Insert(ref _takeSetAt, Count, place, -1);
        Count++;
        return place;
    }

    /// <summary>The share pool at a place.</summary>
    internal SharePool this[int place]
    {
        get => new(_totals[place], _shares[place]);
        set => (_totals[place], _shares[place]) = value;
    }

    /// <summary>Take of a hotkey, 1/65535; <see cref="NoTake"/> if it never set one.</summary>
    internal int TakeOf(ulong account) => Find(account) is int place and >= 0 ? _takes[place] : NoTake;

    /// <summary>Block at which a hotkey last set its take, or none.</summary>
    internal long? TakeSetAt(ulong account) =>
        Find(account) is int place and >= 0 && _takeSetAt[place] >= 0 ? _takeSetAt[place] : null;

    /// <summary>Sets a take.</summary>
    internal void SetTake(ulong account, int take, long block)
    {
        int place = Ensure(account);
        _takes[place] = take;
        _takeSetAt[place] = block;
    }

    /// <summary>Forgets all.</summary>
    internal void Clear() => Count = 0;

    /// <summary>Carries it to or from a checkpoint.</summary>
    internal void Carry(StateCodec codec)
    {
        Array.Resize(ref _accounts, Count);
        Array.Resize(ref _totals, Count);
        Array.Resize(ref _shares, Count);
        Array.Resize(ref _takes, Count);
        Array.Resize(ref _takeSetAt, Count);
        codec.Array("hotkeys", ref _accounts);
        codec.Array("hotkeyTotals", ref _totals);
        codec.Array("hotkeyShares", ref _shares);
        codec.Array("hotkeyTakes", ref _takes);
        codec.Array("hotkeyTakeSetAt", ref _takeSetAt);
        Count = _accounts.Length;
    }
}
