using System.Diagnostics;

using AgentVerse.Grains;

namespace AgentVerse.Faults;

/// <summary>
/// How long a fault holds runs up, as a client sees it: the longest time in which a run that is under way comes no tick
/// further than it has ever been. Ticks that are done again after a restart are no progress.
/// </summary>
internal sealed class Standstill
{
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly SortedDictionary<string, Mark> _marks = new(StringComparer.Ordinal);

    /// <summary>The longest one so far.</summary>
    internal TimeSpan Longest { get; private set; }

    /// <summary>Notes where the runs are.</summary>
    internal void See(ExperimentStatus status)
    {
        TimeSpan now = _clock.Elapsed;
        foreach ((string run, int ticks) in UnderWay(status))
        {
            Mark mark = _marks.TryGetValue(run, out Mark? known) ? known : new Mark(ticks, now);
            TimeSpan still = now - mark.Since;
            Longest = still > Longest ? still : Longest;
            _marks[run] = ticks > mark.Ticks ? new Mark(ticks, now) : mark;
        }
    }

    /// <summary>Whether every run that is under way has come further after a moment of this clock.</summary>
    internal bool IsOver(ExperimentStatus status, TimeSpan since) =>
        UnderWay(status).All(r => _marks.TryGetValue(r.Run, out Mark? mark) && mark.Since > since);

    /// <summary>This clock.</summary>
    internal TimeSpan Now => _clock.Elapsed;

    private static IEnumerable<(string Run, int Ticks)> UnderWay(ExperimentStatus status) => status.Runs
        .Where(r => r.Status is { Ticks: > 0, Phase: RunPhase.Running })
        .Select(r => (r.Status.RunId, r.Status.TicksDone));

    /// <summary>The furthest that a run has been, and since when.</summary>
    private sealed record Mark(int Ticks, TimeSpan Since);
}
