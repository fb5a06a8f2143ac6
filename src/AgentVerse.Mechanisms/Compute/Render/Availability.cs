using AgentVerse.Model.Numerics;

namespace AgentVerse.Mechanisms.Compute.Render;

/// <summary>
/// Rewards for rendering nodes that stand ready:
/// score = idle x (3 ln OB / ln mean OB + 3 ln VRAM / ln mean VRAM + ln age / ln mean age) x phi(k), the pool divided
/// in
/// proportion.
/// </summary>
/// <remarks>
/// Source: RNP-015. The proposal leaves the unit of age open: days here [A]. A logarithm of at most 1 counts as 0,
/// and a
/// mean of at most 1 drops its term: undefined otherwise.
/// </remarks>
public static class Availability
{
    private const double OctaneWeight = 3;
    private const double MemoryWeight = 3;

    /// <summary>
    /// Factor for a wallet with k nodes: 1 up to 3, e^(-0.65 (k - 3)) above; since wallets are free, k nodes in
    /// ceil(k/3) wallets regain k from k x phi(k).
    /// </summary>
    public static double Penalty(int nodes, RenderParameters parameters)
    {
        int free = parameters.Holds(Rule.ThreeNodesGoUnpunished) ? parameters.FreeNodes : 1;
        double rate = parameters.Holds(Rule.FurtherNodesAreDamped) ? parameters.NodePenalty : 0;
        return nodes <= free ? 1 : DeterministicMath.Exp(-rate * (nodes - free));
    }

    /// <summary>Score of one node of a wallet.</summary>
    /// <param name="node">The node.</param>
    /// <param name="mean">Means over all nodes.</param>
    /// <param name="nodes">Nodes k of its wallet.</param>
    /// <param name="parameters">The penalty.</param>
    /// <returns>At least 0; a pure number.</returns>
    public static double Score(
        in StandingNode node, in StandingNode mean, int nodes, RenderParameters parameters) =>
        node.Idle * Penalty(nodes, parameters)
            * ((OctaneWeight * Ratio(node.Octane, mean.Octane))
                + (MemoryWeight * Ratio(node.Memory, mean.Memory))
                + Ratio(node.AgeDays, mean.AgeDays));

    private static double Ratio(double value, double mean) =>
        value > 1 && mean > 1 ? DeterministicMath.Log(value) / DeterministicMath.Log(mean) : 0;
}
