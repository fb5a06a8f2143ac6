using AgentVerse.Model.Contracts;
using AgentVerse.Model.State;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor.Network;

/// <summary>
/// Who has staked how much with whom: a share pool for each hotkey, a position for each (hotkey, coldkey) in order of
/// their accounts. Alpha on a subnet, TAO on root. Dividends raise a pool; no position is touched.
/// </summary>
/// <remarks>
/// A position takes 48 bytes. Looking one up is O(log n), opening or closing one moves what lies behind it.
/// </remarks>
internal sealed class StakeBook
{
    private ulong[] _hotkeys = [];
    private ulong[] _coldkeys = [];
    private AgentRef[] _holders = [];
    private UInt128[] _shares = [];
    private long _sum;

    /// <summary>Pools and takes.</summary>
    internal StakeHotkeys Hotkeys { get; } = new();

    /// <summary>All stake, base units.</summary>
    internal long Sum => _sum;

    /// <summary>Number of positions.</summary>
    internal int Count { get; private set; }

    /// <summary>Stake of all with a hotkey, base units.</summary>
    internal long StakeOf(ulong hotkey) => Hotkeys.Find(hotkey) is int place and >= 0 ? Hotkeys[place].Total : 0;

    /// <summary>What a position is worth, base units.</summary>
    internal long ValueOf(ulong hotkey, ulong coldkey) =>
        Find(hotkey, coldkey) is int position and >= 0
            ? Hotkeys[Hotkeys.Find(hotkey)].ValueOf(_shares[position])
            : 0;

    /// <summary>A position by its place in the order of accounts.</summary>
    internal StakePosition this[int position] => new(
        _hotkeys[position], _coldkeys[position], _holders[position],
        Hotkeys[Hotkeys.Find(_hotkeys[position])].ValueOf(_shares[position]));

    /// <summary>
    /// Adds to a position, which is opened if there is none. An amount too small for one share raises the pool instead:
    /// it belongs to all who stake with the hotkey.
    /// </summary>
    internal void Stake(ulong hotkey, ulong coldkey, AgentRef holder, long amount)
    {
        if (amount == 0)
        {
            return;
        }

        int pool = Hotkeys.Ensure(hotkey);
        int position = Find(hotkey, coldkey);
        UInt128 shares = position >= 0 ? _shares[position] : UInt128.Zero;
        if (!Hotkeys[pool].TryAdd(amount, ref shares, out SharePool after))
        {
            after = Hotkeys[pool].AddForAll(amount);
        }
        else if (position >= 0)
        {
            _shares[position] = shares;
        }
        else
        {
            Open(~position, new StakePosition(hotkey, coldkey, holder, 0), shares);
        }

        Hotkeys[pool] = after;
        _sum = checked(_sum + amount);
    }

    /// <summary>Takes out of a position; false, and nothing happens, if it is worth less.</summary>
    internal bool TryUnstake(ulong hotkey, ulong coldkey, long amount)
    {
        int position = Find(hotkey, coldkey);
        int pool = Hotkeys.Find(hotkey);
        if (position < 0 || !Hotkeys[pool].TryRemove(amount, ref _shares[position], out SharePool after))
        {
            return false;
        }

        Hotkeys[pool] = after;
        _sum -= amount;
        if (_shares[position] == UInt128.Zero)
        {
            Close(position);
        }

        return true;
    }

    /// <summary>Raises a hotkey's pool for all who stake with it; false, and nothing happens, if nobody does.</summary>
    internal bool TryAddForAll(ulong hotkey, long amount)
    {
        int pool = Hotkeys.Find(hotkey);
        if (pool < 0 || Hotkeys[pool].Shares == UInt128.Zero)
        {
            return false;
        }

        Hotkeys[pool] = Hotkeys[pool].AddForAll(amount);
        _sum = checked(_sum + amount);
        return true;
    }

    /// <summary>Of an amount for all who stake with a hotkey, the part of one position, floored.</summary>
    internal long PartOf(ulong hotkey, ulong coldkey, long amount)
    {
        int position = Find(hotkey, coldkey);
        int pool = Hotkeys.Find(hotkey);
        return position < 0 || pool < 0
            ? 0
            : (Hotkeys[pool] with { Total = amount }).ValueOf(_shares[position]);
    }

    /// <summary>Forgets all.</summary>
    internal void Clear()
    {
        Hotkeys.Clear();
        Count = 0;
        _sum = 0;
    }

    /// <summary>Carries it to or from a checkpoint.</summary>
    internal void Carry(StateCodec codec)
    {
        codec.Open("stakes");
        Hotkeys.Carry(codec);
        Array.Resize(ref _hotkeys, Count);
        Array.Resize(ref _coldkeys, Count);
        Array.Resize(ref _holders, Count);
        Array.Resize(ref _shares, Count);
        codec.Array("positionHotkeys", ref _hotkeys);
        codec.Array("positionColdkeys", ref _coldkeys);
        codec.Array("positionHolders", ref _holders);
        codec.Array("positionShares", ref _shares);
        codec.Value("sum", ref _sum);
        codec.Close();
        Count = _hotkeys.Length;
    }

    private int Find(ulong hotkey, ulong coldkey) => SortedKeys.Find(_hotkeys, _coldkeys, Count, hotkey, coldkey);

    private void Open(int place, in StakePosition opened, UInt128 shares)
    {
        SortedKeys.Insert(ref _hotkeys, Count, place, opened.Hotkey);
        SortedKeys.Insert(ref _coldkeys, Count, place, opened.Coldkey);
        SortedKeys.Insert(ref _holders, Count, place, opened.Holder);
        SortedKeys.Insert(ref _shares, Count, place, shares);
        Count++;
    }

    private void Close(int place)
    {
        SortedKeys.Remove(_hotkeys, Count, place);
        SortedKeys.Remove(_coldkeys, Count, place);
        SortedKeys.Remove(_holders, Count, place);
        SortedKeys.Remove(_shares, Count, place);
        Count--;
    }
}

/// <summary>A position.</summary>
/// <param name="Hotkey">Account of the hotkey.</param>
/// <param name="Coldkey">Account of the coldkey.</param>
/// <param name="Holder">Whose it is.</param>
/// <param name="Value">What it is worth, base units.</param>
internal readonly record struct StakePosition(ulong Hotkey, ulong Coldkey, AgentRef Holder, long Value);
