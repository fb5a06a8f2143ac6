using System.Runtime.InteropServices;

namespace AgentVerse.Model.Networks.Bittensor;

/// <summary>One of a subnet's largest validators, as its bulletin lists it: what nominators choose by.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct ValidatorStanding
{
    /// <summary>Key of the account.</summary>
    public ulong Account;

    /// <summary>Alpha staked with its hotkey by all, base units.</summary>
    public long Stake;

    /// <summary>Alpha that its nominators earn a day for each that is staked, after take: a moving average.</summary>
    public double Yield;

    /// <summary>Take, 1/65535.</summary>
    public long Take;
}
