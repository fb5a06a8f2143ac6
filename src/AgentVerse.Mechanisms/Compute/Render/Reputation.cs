using AgentVerse.Model.Numerics;

namespace AgentVerse.Mechanisms.Compute.Render;

/// <summary>
/// Reputation of a node: rep = (1 - lambda) rep + lambda [frame approved]; three failures in a row pause it for a day.
/// </summary>
/// <remarks>[A]: the mechanism is described, no formula is published.</remarks>
public static class Reputation
{
    /// <summary>
    /// Reputation after frames of which a share is approved, evenly mixed: (1-lambda)^n rep + (1 - (1-lambda)^n) share.
    /// </summary>
    /// <param name="reputation">Before, 0..1.</param>
    /// <param name="frames">n, at least 0.</param>
    /// <param name="approved">Of them approved.</param>
    /// <param name="parameters">lambda.</param>
    public static double After(double reputation, long frames, long approved, RenderParameters parameters)
    {
        if (frames == 0)
        {
            return reputation;
        }

        double kept = DeterministicMath.Pow(1 - parameters.ReputationRate, frames);
        return (kept * reputation) + ((1 - kept) * approved / frames);
    }

    /// <summary>
    /// Probability that among frames, each of which fails with the observed share q, some k fail in a row:
    /// 1 - exp(-q^k (1 + (n - k)(1 - q))), the expected number of runs in the exponent; 0 if fewer than k fail.
    /// </summary>
    /// <param name="frames">n.</param>
    /// <param name="failed">Of them failed.</param>
    /// <param name="parameters">k.</param>
    public static double PauseProbability(long frames, long failed, RenderParameters parameters)
    {
        int k = parameters.FailuresToPause;
        if (failed < k || frames < k)
        {
            return 0;
        }

        double q = (double)failed / frames;
        double runs = DeterministicMath.Pow(q, k) * (1 + ((frames - k) * (1 - q)));
        return 1 - DeterministicMath.Exp(-runs);
    }

    /// <summary>Tier that a node serves: 2 if it is vetted and its reputation suffices, else 3.</summary>
    public static int Tier(bool isVetted, double reputation, RenderParameters parameters) =>
        isVetted && reputation >= parameters.PriorityReputation ? 2 : 3;
}
