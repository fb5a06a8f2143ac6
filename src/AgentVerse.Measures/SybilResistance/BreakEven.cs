using AgentVerse.Model;

namespace AgentVerse.Measures.SybilResistance;

/// <summary>
/// The break-even cost c*: the smallest up-front fee an account at which no split pays, where behaviour does not react
/// to the fee. Where it does, a search by bisection on the logarithm of the fee finds it.
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
}
