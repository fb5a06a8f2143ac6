using System.Runtime.InteropServices;

namespace AgentVerse.Model.Contracts;

/// <summary>Which agent: the population's place in the scenario and the agent's index in it; never reused.</summary>
/// <param name="Population">Index of the population in the run.</param>
/// <param name="Index">Index of the agent in its population.</param>
[StructLayout(LayoutKind.Sequential)]
public readonly record struct AgentRef(int Population, int Index)
{
    /// <summary>No agent.</summary>
    public static AgentRef None => new(-1, -1);
}
