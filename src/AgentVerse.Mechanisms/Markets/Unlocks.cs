namespace AgentVerse.Mechanisms.Markets;

/// <summary>Tokens that come free at a time.</summary>
/// <param name="Time">Seconds since 1970.</param>
/// <param name="Amount">Base units.</param>
public readonly record struct Unlock(long Time, long Amount);

/// <summary>The calendar by which locked tokens come free.</summary>
public static class Unlocks
{
    /// <summary>Sum of the unlocks in [from, to), base units.</summary>
    public static long Between(IReadOnlyList<Unlock> unlocks, long from, long to)
    {
        long sum = 0;
        foreach (Unlock unlock in unlocks)
        {
            sum = checked(sum + (unlock.Time >= from && unlock.Time < to ? unlock.Amount : 0));
        }

        return sum;
    }
}
