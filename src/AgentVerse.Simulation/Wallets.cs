using System.Runtime.Intrinsics;

using AgentVerse.Model;
using AgentVerse.Model.Contracts;

namespace AgentVerse.Simulation;

/// <summary>Counts wallets: the cohort's side of the ledger identity.</summary>
public static class Wallets
{
    /// <summary>Adds the sum of every wallet of the cohort to its totals. A negative wallet stops the run.</summary>
    public static void AddTo(CohortTick tick)
    {
        for (int token = 0; token < tick.World.Tokens.Count; token++)
        {
            if (tick.HasWallet(token))
            {
                tick.Totals.Add(tick.World.Totals.Wallets(token), Sum(tick.Wallet(token)));
            }
        }
    }

    /// <summary>
    /// Exact sum of non-negative amounts: high and low halves are added apart, so that no lane can overflow, and joined
    /// with a check.
    /// </summary>
    public static long Sum(ReadOnlySpan<long> amounts)
    {
        Vector256<long> low = Vector256<long>.Zero;
        Vector256<long> high = Vector256<long>.Zero;
        Vector256<long> signs = Vector256<long>.Zero;
        Vector256<long> lowMask = Vector256.Create((long)uint.MaxValue);
        int i = 0;
        for (; i <= amounts.Length - Vector256<long>.Count; i += Vector256<long>.Count)
        {
            Vector256<long> some = Vector256.Create(amounts[i..]);
            low += some & lowMask;
            high += Vector256.ShiftRightArithmetic(some, 32);
            signs |= some;
        }

        long rest = 0;
        long sign = 0;
        for (; i < amounts.Length; i++)
        {
            rest = checked(rest + amounts[i]);
            sign |= amounts[i];
        }

        bool negative = sign < 0 || Vector256.ExtractMostSignificantBits(signs) != 0;
        Invariant.Check(!negative, "no wallet is negative");
        return checked((Vector256.Sum(high) * (1L << 32)) + Vector256.Sum(low) + rest);
    }
}
