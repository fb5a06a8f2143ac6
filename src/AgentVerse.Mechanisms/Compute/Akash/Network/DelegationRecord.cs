using System.Runtime.InteropServices;

using AgentVerse.Model.Contracts;

namespace AgentVerse.Mechanisms.Compute.Akash.Network;

/// <summary>What one account has bonded.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct DelegationRecord
{
    /// <summary>The account; 0 where the record is free.</summary>
    internal ulong Account;

    /// <summary>Whose it is.</summary>
    internal AgentRef Holder;

    /// <summary>Bonded, uakt.</summary>
    internal long Stake;

    /// <summary>Unbondings that are not over.</summary>
    internal long Unbondings;

    /// <summary>Reward a unit of stake, up to which it has been paid; raw decimal.</summary>
    internal Int128 PaidUpTo;
}

/// <summary>Tokens on their way out of a delegation.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct UnbondingRecord
{
    /// <summary>The account.</summary>
    internal ulong Account;

    /// <summary>Whose they are.</summary>
    internal AgentRef Holder;

    /// <summary>How many, uakt.</summary>
    internal long Amount;

    /// <summary>Height of the block at whose end they are free.</summary>
    internal long Height;
}
