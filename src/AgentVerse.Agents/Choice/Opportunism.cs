using AgentVerse.Model.Contracts;
using AgentVerse.Model.Numerics;

namespace AgentVerse.Agents.Choice;

/// <summary>
/// Who considers dishonest options at all: a share of controllers, pinned, so that a larger share contains a smaller.
/// </summary>
public static class Opportunism
{
    private static readonly Purpose Pin = Purpose.Of("choice.opportunistic");

    /// <summary>
    /// Whether the controller of an agent, who takes the profit, is among the share: it is drawn by the key of its
    /// first account.
    /// </summary>
    public static bool Is(Draws draws, PopulationPlan population, int index, double share) =>
        Is(draws, AccountKey.Of(population.Name, population.ControllerOf(index), 0), share);

    /// <summary>Whether a controller is among the share, by the key of its first account.</summary>
    public static bool Is(Draws draws, ulong controller, double share) => draws.Uniform(controller, -1, Pin) < share;
}
