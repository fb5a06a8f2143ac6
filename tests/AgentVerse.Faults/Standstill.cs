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
        foreach (RunStatus run in status.Runs.Select(r => r.Status).Where(HasBegun))
        {
            Mark mark = _marks.TryGetValue(run.RunId, out Mark? known) ? known : new Mark(run.TicksDone, now);
            bool isFurther = run.TicksDone > mark.Ticks;
            if (isFurther || run.Phase == RunPhase.Running)
            {
                TimeSpan still = now - mark.Since;
                Longest = still > Longest ? still : Longest;
            }

            _marks[run.RunId] = isFurther ? new Mark(run.TicksDone, now) : mark;
        }
    }

    /// <summary>Whether every run that was seen under way has ended or come further after a moment of this clock.</summary>
    internal bool IsOver(ExperimentStatus status, TimeSpan since) => status.Runs.Select(r => r.Status)
        .All(r => r.Phase == RunPhase.Done || !_marks.TryGetValue(r.RunId, out Mark? mark) || mark.Since > since);

    /// <summary>This clock.</summary>
    internal TimeSpan Now => _clock.Elapsed;

    private static bool HasBegun(RunStatus run) => run is { Ticks: > 0, Phase: RunPhase.Running or RunPhase.Done };

    /// <summary>The furthest that a run has been, and since when.</summary>
    private sealed record Mark(int Ticks, TimeSpan Since);
}
