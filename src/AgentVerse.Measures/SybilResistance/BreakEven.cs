using AgentVerse.Model;
using AgentVerse.Model.Numerics;

namespace AgentVerse.Measures.SybilResistance;

/// <summary>
/// The break-even cost c*: the smallest up-front fee an account at which no split pays, where behaviour does not react
/// to the fee, and its search by bisection on the logarithm of the fee where it does.
/// </summary>
public static class BreakEven
{
    /// <summary>
    /// c* = max_k [NPV(k) - NPV(1)] / (accounts(k) - accounts(1)), at least 0, for runs in which the fee was not
    /// charged. NaN where no k has more accounts.
    /// </summary>
    /// <param name="gains">NPV(k) - NPV(1) for each k.</param>
    /// <param name="accounts">Accounts beyond those of k = 1, for each k.</param>
    public static double Fee(ReadOnlySpan<double> gains, ReadOnlySpan<double> accounts)
    {
        Invariant.Check(gains.Length == accounts.Length, "every split has a gain and a number of accounts");
        double most = double.NaN;
        for (int k = 0; k < gains.Length; k++)
        {
            if (accounts[k] > 0 && !(gains[k] / accounts[k] <= most))
            {
                most = gains[k] / accounts[k];
            }
        }

        return double.IsNaN(most) ? most : Math.Max(0, most);
    }

    /// <summary>
    /// The next fee to try between one at which splitting pays and one at which it does not: sqrt(low high), the middle
    /// of their logarithms.
    /// </summary>
    /// <param name="low">A fee at which splitting pays, above 0.</param>
    /// <param name="high">A fee at which it does not, above the lower one.</param>
    public static double Middle(double low, double high)
    {
        Invariant.Check(low > 0 && high > low, "a bracket of fees is positive and ascending");
        return low * DeterministicMath.Exp(0.5 * DeterministicMath.Log(high / low));
    }
}
