using AgentVerse.Measures.Statistics;
using AgentVerse.Model;

namespace AgentVerse.Measures.Concentration;

/// <summary>
/// Holdings by entity: what the accounts of one controller hold together. A measure by identity and the same by
/// entity differ by what Sybils hide.
/// </summary>
public static class Entities
{
    /// <summary>Sum of the holdings of each controller, in ascending order of controllers. Cost O(n log n).</summary>
    /// <param name="controllers">Controller of each account.</param>
    /// <param name="holdings">What each account holds, finite.</param>
    public static double[] Sums(ReadOnlySpan<long> controllers, ReadOnlySpan<double> holdings)
    {
        Invariant.Check(controllers.Length == holdings.Length, "every holding has a controller");
        var accounts = new (long Controller, double Holding)[holdings.Length];
        for (int i = 0; i < accounts.Length; i++)
        {
            accounts[i] = (controllers[i], holdings[i]);
        }

        // Holdings of one controller are sorted too: their sum must not depend on the order of reading.
        accounts.AsSpan().Sort();
        var sums = new List<double>();
        for (int i = 0; i < accounts.Length;)
        {
            long controller = accounts[i].Controller;
            var sum = default(CompensatedSum);
            for (; i < accounts.Length && accounts[i].Controller == controller; i++)
            {
                sum.Add(accounts[i].Holding);
            }

            sums.Add(sum.Value);
        }

        return [.. sums];
    }
}
