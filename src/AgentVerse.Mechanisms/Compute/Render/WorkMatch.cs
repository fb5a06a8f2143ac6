using AgentVerse.Model.Numerics;

namespace AgentVerse.Mechanisms.Compute.Render;

/// <summary>
/// How well the work of a tick suits a wallet: nodes differ by a log-normal factor, wallets by the mean of theirs.
/// </summary>
/// <remarks>
/// [A] for the form. In the wallet table of RENDER_RNP20_Tools fd40b17, epochs 8 to 52, the logarithm of a wallet's
/// weekly share varies by 1.4 for wallets with 1e-5 of the pool, by 0.8 for 1e-3, by 0.4 for 1e-2: many nodes even out.
/// </remarks>
internal static class WorkMatch
{
    /// <summary>
    /// Spread of the mean of n independent log-normal factors of one spread, as the log-normal with their mean and
    /// variance has it: sqrt(ln(1 + (exp(s^2) - 1) / n)); s itself for one.
    /// </summary>
    /// <remarks>Source: Fenton, "The sum of log-normal probability distributions in scatter transmission systems", IRE
    /// Transactions on Communications Systems 8 (1960).</remarks>
    /// <param name="spread">Standard deviation s of the logarithm for a node, at least 0.</param>
    /// <param name="nodes">n, at least 1.</param>
    internal static double Spread(double spread, int nodes) =>
        nodes == 1 ? spread
            : Math.Sqrt(DeterministicMath.Log(1 + (DeterministicMath.Expm1(spread * spread) / nodes)));

    /// <summary>The factor of mean 1 that a standard normal number stands for.</summary>
    internal static double Factor(double spread, double normal) =>
        DeterministicMath.Exp((spread * normal) - (spread * spread / 2));
}
