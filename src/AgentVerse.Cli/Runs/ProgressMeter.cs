using AgentVerse.Grains;

namespace AgentVerse.Cli.Runs;

/// <summary>How far an experiment has come and how fast it goes, from its status now and then.</summary>
/// <param name="runs">Runs of its plan.</param>
internal sealed class ProgressMeter(long runs)
{
    /// <summary>Speed is measured over the last seconds, so that it follows what happens now.</summary>
    private const double WindowSeconds = 10;

    private readonly Queue<(double Second, double Share, long Steps)> _window = [];

    /// <summary>Takes a status with its time in seconds since the start.</summary>
    internal ProgressReading Read(ExperimentStatus status, double second)
    {
        double share = Math.Min(1, status.Runs.Sum(ShareOf) / Math.Max(1, Math.Max(runs, status.Runs.Count)));
        long steps = status.Runs.Sum(r => r.Status.AgentSteps);
        _window.Enqueue((second, share, steps));
        while (_window.Count > 2 && second - _window.Peek().Second > WindowSeconds)
        {
            _window.Dequeue();
        }

        (double from, double shareThen, long stepsThen) = _window.Peek();
        double span = second - from;
        double speed = span > 0 ? Math.Max(0, steps - stepsThen) / span : 0;
        double gain = span > 0 ? (share - shareThen) / span : 0;
        return new ProgressReading(
            share, steps, speed, gain > 0 ? TimeSpan.FromSeconds(Math.Min((1 - share) / gain, 1e8)) : null,
            status.Runs.Count(r => r.Status.Phase is RunPhase.Done or RunPhase.Failed), Math.Max(runs, status.Runs.Count));
    }

    private static double ShareOf(PlannedRun run) =>
        run.Status.Phase is RunPhase.Done or RunPhase.Failed ? 1
        : run.Status.Ticks > 0 ? (double)run.Status.TicksDone / run.Status.Ticks
        : 0;
}

/// <summary>One reading of the meter.</summary>
/// <param name="Share">Share of all ticks that is done, 0 to 1.</param>
/// <param name="Steps">Agent steps so far.</param>
/// <param name="StepsPerSecond">Agent steps a second, now.</param>
/// <param name="Left">Time left at this speed; null if it is not known.</param>
/// <param name="RunsEnded">Runs that have ended.</param>
/// <param name="Runs">Runs in all.</param>
internal sealed record ProgressReading(
    double Share, long Steps, double StepsPerSecond, TimeSpan? Left, int RunsEnded, long Runs);
