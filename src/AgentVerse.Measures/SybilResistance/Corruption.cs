using AgentVerse.Model;
using AgentVerse.Model.Numerics;

namespace AgentVerse.Measures.SybilResistance;

/// <summary>What it costs to corrupt a system by those who secure it, and what that would bring.</summary>
public static class Corruption
{
    /// <summary>Cost of corruption: threshold x slashable stake x price, in the unit of the price.</summary>
    /// <param name="threshold">Share of stake that corrupts, in (0, 1].</param>
    /// <param name="stake">Slashable stake, tokens.</param>
    /// <param name="price">Price of a token, market impact of buying it left aside.</param>
    public static double Cost(double threshold, double stake, double price) => threshold * stake * price;

    /// <summary>Overcollateralisation gamma = cost / profit - 1; secure iff above 0.</summary>
    /// <param name="cost">Cost of corruption.</param>
    /// <param name="profit">Profit from corruption, above 0; NaN where there is none to be had.</param>
    public static double Margin(double cost, double profit) => profit > 0 ? (cost / profit) - 1 : double.NaN;

    /// <summary>
    /// Largest share of all stake lost when a share psi of it is hit and services share it: (1 + 1/gamma) psi, at most
    /// 1. <b>Source:</b> Durvasula and Roughgarden 2024, arXiv 2407.21785.
    /// </summary>
    /// <param name="margin">gamma, above 0.</param>
    /// <param name="shock">psi, in [0, 1].</param>
    public static double CascadeBound(double margin, double shock) => Math.Min(1, (1 + (1 / margin)) * shock);

    /// <summary>
    /// Probability that an attacker with a share q of the hash power undoes a payment that lies z blocks deep:
    /// 1 - sum_{k=0..z} Poisson(k; z q/p) (1 - (q/p)^(z-k)). <b>Source:</b> Nakamoto 2008, section 11.
    /// </summary>
    /// <param name="share">q, in [0, 1]; from 1/2 on the attacker always succeeds.</param>
    /// <param name="depth">z, at least 0.</param>
    public static double DoubleSpend(double share, int depth)
    {
        Invariant.Check(share is >= 0 and <= 1 && depth >= 0, "a share is in [0, 1] and a depth is not negative");
        if (share >= 0.5)
        {
            return 1;
        }

        double odds = share / (1 - share);
        double mean = depth * odds;
        double term = DeterministicMath.Exp(-mean);
        double kept = 0;
        for (int k = 0; k <= depth; k++)
        {
            kept += term * (1 - DeterministicMath.Pow(odds, depth - k));
            term *= mean / (k + 1);
        }

        return 1 - kept;
    }
}
