using AgentVerse.Model.Numerics;

namespace AgentVerse.Mechanisms.Compute.Render;

/// <summary>
/// When nodes that are reachable a part of the time are so: their owner lends them for spells that begin at random, and
/// one who lends them seldom does not in some weeks.
/// </summary>
/// <remarks>[A]: wallets miss weeks the more often the less they earn, from 0.1 of weeks where they have 1e-5 of the
/// pool to 0.005 at 1e-3; how is not known.</remarks>
internal static class Reach
{
    /// <summary>
    /// Probability that a tick has a spell: 1 - exp(-u T / L), at least u since no tick has more hours than it has; 1
    /// for L = 0. If there is one it lasts u T over the probability, so that the mean is u T.
    /// </summary>
    /// <param name="uptime">Share u of time that nodes are reachable, 0..1.</param>
    /// <param name="hours">T, hours of the tick.</param>
    /// <param name="spell">L, mean hours of a spell, at least 0.</param>
    internal static double Probability(double uptime, double hours, double spell) =>
        spell > 0 ? Math.Max(uptime, -DeterministicMath.Expm1(-uptime * hours / spell)) : 1;
}
