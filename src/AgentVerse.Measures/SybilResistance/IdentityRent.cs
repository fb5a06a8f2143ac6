using AgentVerse.Model;
using AgentVerse.Model.Numerics;

namespace AgentVerse.Measures.SybilResistance;

/// <summary>
/// An identity that earns r each period until it is detected: with hazard h it loses L instead and is gone. What it is
/// worth is what an identity may cost before Sybils stop paying.
/// </summary>
/// <param name="Reward">r, reward of a period that is survived.</param>
/// <param name="Hazard">h, probability of detection in a period, in [0, 1].</param>
public readonly record struct IdentityRent(double Reward, double Hazard)
{
    /// <summary>delta, worth of the next period's money, in (0, 1].</summary>
    public double Discount { get; init; } = 1;

    /// <summary>L, what a detection costs.</summary>
    public double Loss { get; init; }

    /// <summary>T, periods; infinite by default.</summary>
    public double Periods { get; init; } = double.PositiveInfinity;

    /// <summary>
    /// Break-even cost of an identity, c* = r sum_{t=1..T} (delta (1-h))^t - L h sum_{t=1..T} delta^t (1-h)^(t-1). It
    /// is r (1-h) / h for delta = 1, L = 0 and T infinite. Infinite where it is never detected, never discounted and
    /// never ends. <b>Source:</b> measures.md section 0.
    /// </summary>
    public double BreakEvenCost
    {
        get
        {
            Invariant.Check(Hazard is >= 0 and <= 1 && Discount is > 0 and <= 1, "h is in [0, 1], delta in (0, 1]");
            double kept = Discount * (1 - Hazard);
            double sum = Geometric(kept, Periods);
            double lost = kept > 0 ? sum / (1 - Hazard) : Discount * Math.Min(1, Periods);
            return (Reward * sum) - (Loss > 0 ? Loss * Hazard * lost : 0);
        }
    }

    /// <summary>What an identity that costs so much brings: c* - c.</summary>
    public double ValueAt(double cost) => BreakEvenCost - cost;

    /// <summary>sum_{t=1..T} q^t.</summary>
    private static double Geometric(double q, double periods)
    {
        if (q is <= 0 or >= 1)
        {
            return q <= 0 ? 0 : periods;
        }

        // 1 - q^T by its logarithm: for q near 1 the power has lost the digits that count.
        double spent = double.IsPositiveInfinity(periods)
            ? 1
            : -DeterministicMath.Expm1(periods * DeterministicMath.Log(q));
        return q * spent / (1 - q);
    }
}
