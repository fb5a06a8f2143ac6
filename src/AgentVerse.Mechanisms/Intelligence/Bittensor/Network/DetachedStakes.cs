using AgentVerse.Model.State;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor.Network;

/// <summary>
/// Alpha staked with hotkeys that lost their uid, by account: it waits for its owner to register again.
/// </summary>
internal sealed class DetachedStakes
{
    private ulong[] _accounts = [];
    private long[] _alpha = [];
    private int _count;

    /// <summary>Sum of all, base units.</summary>
    internal long Sum
    {
        get
        {
            long sum = 0;
            for (int i = 0; i < _count; i++)
            {
                sum = checked(sum + _alpha[i]);
            }

            return sum;
        }
    }

    /// <summary>Keeps alpha for an account that keeps none yet; nothing is kept for 0.</summary>
    internal void Put(ulong account, long alpha)
    {
        if (alpha == 0)
        {
            return;
        }

        if (_count == _accounts.Length)
        {
            int capacity = Math.Max(16, 2 * _count);
            Array.Resize(ref _accounts, capacity);
            Array.Resize(ref _alpha, capacity);
        }

        int place = ~Array.BinarySearch(_accounts, 0, _count, account);
        Array.Copy(_accounts, place, _accounts, place + 1, _count - place);
        Array.Copy(_alpha, place, _alpha, place + 1, _count - place);
        _accounts[place] = account;
        _alpha[place] = alpha;
        _count++;
    }

    /// <summary>Gives back what is kept for an account, or 0.</summary>
    internal long Take(ulong account)
    {
        int place = Array.BinarySearch(_accounts, 0, _count, account);
        if (place < 0)
        {
            return 0;
        }

        long alpha = _alpha[place];
        _count--;
        Array.Copy(_accounts, place + 1, _accounts, place, _count - place);
        Array.Copy(_alpha, place + 1, _alpha, place, _count - place);
        return alpha;
    }

    /// <summary>Carries it to or from a checkpoint.</summary>
    internal void Carry(StateCodec codec)
    {
        Array.Resize(ref _accounts, _count);
        Array.Resize(ref _alpha, _count);
        codec.Array("detachedAccounts", ref _accounts);
        codec.Array("detachedAlpha", ref _alpha);
        _count = _accounts.Length;
    }
}
