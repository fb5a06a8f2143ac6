using AgentVerse.Model.Numerics;

namespace AgentVerse.Agents.Choice;

/// <summary>Who considers dishonest options at all: a share of agents, pinned, so that a larger share contains a
/// smaller.</summary>
public static class Opportunism
{
    private static readonly Purpose Pin = Purpose.Of("choice.opportunistic");

    /// <summary>Whether an account, or a controller by its first account, is among the share.</summary>
    public static bool Is(Draws draws, ulong account, double share) => draws.Uniform(account, -1, Pin) < share;
}
