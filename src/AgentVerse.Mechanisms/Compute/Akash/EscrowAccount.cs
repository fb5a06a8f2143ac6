using System.Runtime.InteropServices;

namespace AgentVerse.Mechanisms.Compute.Akash;

/// <summary>
/// The escrow account of a deployment or a bid, in one token. It holds Own + Foreign; Debt is what it could not pay
/// (eras B and C, where the chain stores Own + Foreign - Debt as the account's funds).
/// </summary>
[StructLayout(LayoutKind.Sequential)]
public struct EscrowAccount
{
    /// <summary>State.</summary>
    public EscrowState State;

    /// <summary>Whether the other depositor paid in before the owner did.</summary>
    public bool IsForeignFirst;

    /// <summary>Whether there is another depositor.</summary>
    public bool HasForeign;

    /// <summary>Height up to which payments have been settled.</summary>
    public long SettledAt;

    /// <summary>What is left of the owner's money.</summary>
    public Dec18 Own;

    /// <summary>What is left of another depositor's money.</summary>
    public Dec18 Foreign;

    /// <summary>What was due beyond the funds, as of the last settlement.</summary>
    public Dec18 Debt;

    /// <summary>Paid into payments since the account was made.</summary>
    public Dec18 Transferred;

    /// <summary>To be sent back to the owner; the caller sends and clears it.</summary>
    public long RefundOwn;

    /// <summary>To be sent back to the other depositor; the caller sends and clears it.</summary>
    public long RefundForeign;

    /// <summary>An account of the owner's, made at a height with a deposit.</summary>
    public static EscrowAccount At(long height, long deposit = 0) =>
        new() { SettledAt = height, Own = Dec18.Of(deposit) };

    /// <summary>The money in it.</summary>
    public readonly Dec18 Held => Own + Foreign;

    /// <summary>Funds as the chain stores them in eras B and C; negative where it owes.</summary>
    public readonly Dec18 Funds => Own + Foreign - Debt;

    /// <summary>Takes up to an amount: the money that came first goes first. Gives what it took.</summary>
    public Dec18 Draw(Dec18 amount, bool isForeignFirst)
    {
        Dec18 first = Dec18.Min(isForeignFirst ? Foreign : Own, amount);
        Dec18 second = Dec18.Min(isForeignFirst ? Own : Foreign, amount - first);
        Foreign -= isForeignFirst ? first : second;
        Own -= isForeignFirst ? second : first;
        Transferred += first + second;
        return first + second;
    }

    /// <summary>Moves what is left, in whole units, to the refunds; dust stays.</summary>
    public void Refund()
    {
        long own = Own.Truncate();
        long foreign = Foreign.Truncate();
        RefundOwn = checked(RefundOwn + own);
        RefundForeign = checked(RefundForeign + foreign);
        Own -= Dec18.Of(own);
        Foreign -= Dec18.Of(foreign);
    }
}
