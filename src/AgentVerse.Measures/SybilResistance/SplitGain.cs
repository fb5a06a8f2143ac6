using AgentVerse.Model;
using AgentVerse.Model.Numerics;

namespace AgentVerse.Measures.SybilResistance;

/// <summary>
/// What a pot that weighs each identity by a power of its stake pays a controller who splits: the yardstick of a split
/// gain. <b>Source:</b> Chen, Papadimitriou and Roughgarden 2019 (arXiv 1909.10645): only the proportional rule,
/// exponent 1, gives nothing for splitting and nothing for merging.
/// </summary>
public static class SplitGain
{
    /// <summary>Share of the pot of k identities with equal parts of the stake: k (s/k)^a / (k (s/k)^a + W).</summary>
    /// <param name="stake">s, what the controller has in all, above 0.</param>
    /// <param name="identities">k, at least 1.</param>
    /// <param name="exponent">a, at least 0: 0 pays identities alike, 1 is proportional.</param>
    /// <param name="others">W, the others' weight in all, at least 0.</param>
    public static double Share(double stake, double identities, double exponent, double others)
    {
        Invariant.Check(stake > 0 && identities >= 1 && others >= 0, "somebody has something and an identity");
        double weight = identities * DeterministicMath.Pow(stake / identities, exponent);
        return weight / (weight + others);
    }

    /// <summary>Split gain g(k) = R(k) / R(1) - 1, at least -1; NaN where R(1) is not above 0.</summary>
    /// <param name="one">R(1), reward with one identity.</param>
    /// <param name="many">R(k), reward with k identities and equal resources.</param>
    public static double Of(double one, double many) => one > 0 ? (many / one) - 1 : double.NaN;

    /// <summary>
    /// Net split gain n(k) = [NPV(k) - NPV(1)] / R(1): what splitting brings after its costs, over the income of one
    /// identity. Sybil-proof over the window iff no k has it above 0. NaN where R(1) is not above 0.
    /// </summary>
    /// <param name="netOne">NPV(1).</param>
    /// <param name="netMany">NPV(k).</param>
    /// <param name="one">R(1).</param>
    public static double Net(double netOne, double netMany, double one) =>
        one > 0 ? (netMany - netOne) / one : double.NaN;
}
