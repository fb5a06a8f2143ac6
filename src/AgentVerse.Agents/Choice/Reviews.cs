using AgentVerse.Model.Numerics;

namespace AgentVerse.Agents.Choice;

/// <summary>When agents review what they do: a Poisson process, so that the length of a tick does not matter.</summary>
public static class Reviews
{
    /// <summary>Probability that an agent reviews within a tick: 1 - exp(-rate * days).</summary>
    /// <param name="rate">Reviews a day, at least 0.</param>
    /// <param name="days">Length of the tick, days.</param>
    public static double Probability(double rate, double days) => -DeterministicMath.Expm1(-rate * days);
}
