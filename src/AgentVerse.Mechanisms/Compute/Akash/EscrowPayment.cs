using System.Runtime.InteropServices;

namespace AgentVerse.Mechanisms.Compute.Akash;

/// <summary>What a lease is paid from its deployment's escrow account.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct EscrowPayment
{
    /// <summary>State.</summary>
    public EscrowState State;

    /// <summary>Base units a block: the price of the bid.</summary>
    public Dec18 Rate;

    /// <summary>Settled and not paid out.</summary>
    public Dec18 Balance;

    /// <summary>Due and not covered (eras B and C).</summary>
    public Dec18 Unsettled;

    /// <summary>Paid out since the payment was made, fee included.</summary>
    public long Withdrawn;

    /// <summary>To be sent to the provider; the caller sends and clears it.</summary>
    public long Earnings;

    /// <summary>To be sent to the community pool; the caller sends and clears it.</summary>
    public long Fees;
}
