using AgentVerse.Measures.Statistics;
using AgentVerse.Model;

namespace AgentVerse.Measures.SybilResistance;

/// <summary>
/// What an attack costs the honest: their rewards with it against those without it, entity by entity.
/// </summary>
public static class Dilution
{
    /// <summary>
    /// Honest dilution 1 - sum of rewards with / sum of rewards without, over the entities of the control run; who left
    /// counts with 0. NaN where the control paid nothing.
    /// </summary>
    /// <param name="without">Reward of each entity in the control run, at least 0.</param>
    /// <param name="with">Reward of the same entities in the attack run; 0 for those who left.</param>
    public static double Of(ReadOnlySpan<double> without, ReadOnlySpan<double> with)
    {
        Invariant.Check(without.Length == with.Length, "every entity of the control has a reward under attack");
        double before = CompensatedSum.Of(without);
        return before > 0 ? 1 - (CompensatedSum.Of(with) / before) : double.NaN;
    }

    /// <summary>
    /// A quantile over entities of reward with / reward without, at least 0: at 0.05 a twentieth of them fares worse.
    /// Entities whom the control paid nothing have no ratio and do not count; NaN where there are no others.
    /// </summary>
    /// <param name="without">Reward of each entity in the control run.</param>
    /// <param name="with">Reward of the same entities in the attack run.</param>
    /// <param name="probability">In [0, 1].</param>
    public static double KeptAt(ReadOnlySpan<double> without, ReadOnlySpan<double> with, double probability)
    {
        Invariant.Check(without.Length == with.Length, "every entity of the control has a reward under attack");
        List<double> kept = [];
        for (int i = 0; i < without.Length; i++)
        {
            if (without[i] > 0)
            {
                kept.Add(with[i] / without[i]);
            }
        }

        kept.Sort();
        return kept.Count == 0 ? double.NaN : Bootstrap.Quantile([.. kept], probability);
    }
}
