using System.Runtime.InteropServices;
using AgentVerse.Model.Contracts;

namespace AgentVerse.Mechanisms.Compute.Akash.Network;

/// <summary>A request to burn and mint that waits for its epoch.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct BurnMintRecord
{
    /// <summary>Base units to be burned.</summary>
    internal long Amount;

    /// <summary>Whose.</summary>
    internal AgentRef Owner;

    /// <summary>Attempts so far.</summary>
    internal int Attempts;

    /// <summary>Whether ACT is to be minted, else AKT.</summary>
    internal bool ToAct;
}
