namespace AgentVerse.Grains;

/// <summary>
/// When a run commits: every so many ticks, or, by default, after a time that is long beside what its last commit took.
/// A crash then loses a time in proportion to what saving costs. Which it is can change no result.
/// </summary>
/// <param name="everyTicks">Ticks between two commits; 0 to go by the time.</param>
/// <param name="time">The clock.</param>
public sealed class CommitRhythm(int everyTicks, TimeProvider time)
{
    /// <summary>Times what the last commit took that go by before the next: 4 % of a run's time are commits.</summary>
    private const int TimesItsCost = 24;

    /// <summary>Least time between two commits, so that short runs do not write for nothing.</summary>
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(10);

    private long _since = time.GetTimestamp();
    private TimeSpan _wait = Least;

    /// <summary>Whether a run at this tick is to commit, given the tick of its last commit.</summary>
    public bool IsDue(int tick, int committed) =>
        tick > committed && (everyTicks > 0 ? tick % everyTicks == 0 : time.GetElapsedTime(_since) >= _wait);

    /// <summary>Commits, and notes what it took.</summary>
    public async Task Commit(Func<Task> commit)
    {
        long began = time.GetTimestamp();
        await commit();
        _since = time.GetTimestamp();
        TimeSpan paid = TimesItsCost * time.GetElapsedTime(began, _since);
        _wait = paid > Least ? paid : Least;
    }
}
