using AgentVerse.Model.Numerics;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor;

/// <summary>Alpha that a coldkey has locked in favour of a hotkey, or the sum of such locks.</summary>
/// <param name="LockedAlpha">m, base units: cannot be unstaked.</param>
/// <param name="Conviction">c, base units: grows towards m, and decides who owns the subnet.</param>
/// <param name="LastUpdate">Block to which both refer.</param>
public readonly record struct LockState(long LockedAlpha, double Conviction, long LastUpdate);

/// <summary>How a lock behaves.</summary>
/// <param name="IsPerpetual">Whether the locked alpha stays locked; otherwise it decays.</param>
/// <param name="IsOwners">Whether it is in favour of the subnet owner's hotkey, which has conviction at once.</param>
public readonly record struct LockKind(bool IsPerpetual, bool IsOwners);

/// <summary>Why alpha is not locked; the names are the chain's.</summary>
public enum LockError
{
    /// <summary>It is locked.</summary>
    None,

    /// <summary>Nothing to lock.</summary>
    AmountTooLow,

    /// <summary>No such hotkey.</summary>
    HotKeyAccountNotExists,

    /// <summary>The coldkey's lock on the subnet is in favour of another hotkey.</summary>
    LockHotkeyMismatch,

    /// <summary>The coldkey has less alpha on the subnet than would be locked.</summary>
    InsufficientStakeForLock,
}

/// <summary>Locks, their conviction, and the change of a subnet's owner by it.</summary>
/// <remarks>
/// Amounts are floored integers, convictions doubles (64 fraction bits on the chain). Source: opentensor/subtensor
/// 14bc6f9f, pallets/subtensor/src/staking/lock.rs (roll_forward_lock, calculate_decayed_mass_and_conviction,
/// do_lock_stake, force_reduce_individual, subnet_king, change_subnet_owner_if_needed).
/// </remarks>
public static class Conviction
{
    private const long Dust = 100;

    /// <summary>
    /// A lock at a later block. Decaying: m' = floor(m * e^(-t/u)); c' = c * e^(-t/v) + m * (t/v) * e^(-t/v) for u = v,
    /// else m * u/(u-v) * (e^(-t/u) - e^(-t/v)). Perpetual: m' = m, c' = c * e^(-t/v) + m * (1 - e^(-t/v)). The
    /// owner's: c' = m'. Less than 100 units of both vanish.
    /// </summary>
    /// <param name="lockState">The lock.</param>
    /// <param name="block">
    /// A block not before its last update; an earlier one changes nothing but the owner's conviction.
    /// </param>
    /// <param name="kind">Perpetual, owner's.</param>
    /// <param name="chain">u and v, the time constants of unlocking and maturity.</param>
    public static LockState Roll(in LockState lockState, long block, LockKind kind, ChainParameters chain)
    {
        long elapsed = Math.Max(0, block - lockState.LastUpdate);
        double mass = lockState.LockedAlpha;
        double unlock = Decay(elapsed, chain.UnlockRate), mature = Decay(elapsed, chain.MaturityRate);
        long locked = kind.IsPerpetual || elapsed == 0 ? lockState.LockedAlpha : (long)(unlock * mass);
        double gained = kind.IsPerpetual ? mass * (1 - mature) : mass * GainOfDecaying(elapsed, unlock, mature, chain);
        double conviction = kind.IsOwners ? locked : (mature * lockState.Conviction) + gained;
        bool isDust = locked < Dust && conviction < Dust;
        return new LockState(isDust ? 0 : locked, isDust ? 0 : conviction, Math.Max(block, lockState.LastUpdate));
    }

    /// <summary>Whether alpha may be locked on top of what is: the first check that fails.</summary>
    /// <param name="amount">Alpha to lock, base units.</param>
    /// <param name="current">The coldkey's lock on the subnet, rolled to now.</param>
    /// <param name="totalAlpha">All alpha of the coldkey on the subnet, base units.</param>
    /// <param name="hotkeyExists">Whether the hotkey exists.</param>
    /// <param name="isSameHotkey">Whether there is no lock yet, or it is in favour of the same hotkey.</param>
    public static LockError CheckLock(
        long amount, in LockState current, long totalAlpha, bool hotkeyExists, bool isSameHotkey) =>
        amount <= 0 ? LockError.AmountTooLow
        : !hotkeyExists ? LockError.HotKeyAccountNotExists
        : !isSameHotkey ? LockError.LockHotkeyMismatch
        : current.LockedAlpha + amount > totalAlpha ? LockError.InsufficientStakeForLock
        : LockError.None;

    /// <summary>Locks more alpha; conviction of what is new starts at 0 unless it is the owner's.</summary>
    public static LockState Add(
        in LockState lockState, long amount, long block, LockKind kind, ChainParameters chain)
    {
        LockState rolled = Roll(lockState, block, kind, chain);
        LockState raised = rolled with { LockedAlpha = rolled.LockedAlpha + amount };
        return kind.IsOwners ? raised with { Conviction = raised.LockedAlpha } : raised;
    }

    /// <summary>Takes alpha out of a lock with its share of conviction, as when locked stake moves.</summary>
    public static LockState Reduce(in LockState rolled, long amount)
    {
        if (amount >= rolled.LockedAlpha)
        {
            return new LockState(0, 0, rolled.LastUpdate);
        }

        double kept = 1 - ((double)amount / rolled.LockedAlpha);
        return new LockState(rolled.LockedAlpha - amount, rolled.Conviction * kept, rolled.LastUpdate);
    }

    /// <summary>
    /// The hotkey with the most conviction, the last of equals; -1 for none. It gets the subnet if
    /// <see cref="MayChangeOwner"/>, its coldkey is another than the owner, and it has or can get a uid.
    /// </summary>
    public static int King(ReadOnlySpan<double> convictionByHotkey)
    {
        int king = -1;
        for (int hotkey = 0; hotkey < convictionByHotkey.Length; hotkey++)
        {
            king = king < 0 || convictionByHotkey[hotkey] >= convictionByHotkey[king] ? hotkey : king;
        }

        return king;
    }

    /// <summary>
    /// Whether a subnet may change hands at this epoch: it is a year old, has alpha outside its pool, and all
    /// conviction is at least a tenth of that.
    /// </summary>
    public static bool MayChangeOwner(
        long alphaOut, double totalConviction, long registeredAt, long block, ChainParameters chain) =>
        alphaOut > 0 && block >= registeredAt + chain.OwnerChangeAge && totalConviction * 10 >= alphaOut;

    /// <summary>e^(-t/tau), with t/tau held at 40; 0 for tau 0, 1 for t 0.</summary>
    private static double Decay(long elapsed, long rate) =>
        elapsed == 0 ? 1 : rate == 0 ? 0 : DeterministicMath.Exp(-Math.Min(40, (double)elapsed / rate));

    private static double GainOfDecaying(long elapsed, double unlock, double mature, ChainParameters chain)
    {
        (double u, double v) = (chain.UnlockRate, chain.MaturityRate);
        return elapsed == 0 || u == 0 || v == 0 ? 0
            : u == v ? elapsed / v * mature
            : Math.Max(0, u * (unlock - mature) / (u - v));
    }
}
