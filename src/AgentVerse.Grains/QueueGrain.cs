using System.Diagnostics;

namespace AgentVerse.Grains;

/// <summary>Keeps the queue; who runs how much is worked out anew from what the experiments ask.</summary>
public sealed class QueueGrain(
    [PersistentState("queue", RunGrain.Storage)] IPersistentState<QueueState> state,
    QueueLimits limits,
    ComputePool pool,
    ISiloStatusOracle silos) : Grain, IQueueGrain
{
    /// <summary>Ended experiments that are listed; earlier ones still have their folders.</summary>
    private const int EndedKept = 200;

    private readonly LaneShares _shares = new();

    private List<QueueEntry> Entries => state.State.Entries;

    /// <inheritdoc/>
    public async Task<string> Enter(string experiment, int priority)
    {
        int unfinished = Entries.Count(
            e => !e.Ended && !string.Equals(e.Experiment, experiment, StringComparison.Ordinal));
        if (unfinished >= limits.ExperimentsMax)
        {
            return $"the queue is full: {unfinished} experiments wait or run; cancel some, or try again later";
        }

        QueueEntry entry = Find(experiment) ?? Add(experiment);
        entry.Priority = priority;
        entry.Phase = RunPhase.Running;
        await state.WriteStateAsync();
        return "";
    }

    /// <inheritdoc/>
    public async Task Leave(string experiment, RunPhase phase)
    {
        if (Find(experiment) is { } entry && entry.Phase != phase)
        {
            entry.Phase = phase;
            QueueEntry[] old = [.. Entries.Where(e => e.Ended).OrderByDescending(e => e.Order).Skip(EndedKept)];
            Entries.RemoveAll(old.Contains);
            await state.WriteStateAsync();
        }
    }

    /// <inheritdoc/>
    public async Task Forget(string experiment)
    {
        if (Find(experiment) is { } entry)
        {
            Entries.Remove(entry);
            await state.WriteStateAsync();
        }
    }

    /// <inheritdoc/>
    public async Task<bool> Prioritise(string experiment, int priority)
    {
        if (Find(experiment) is not { } entry)
        {
            return false;
        }

        entry.Priority = priority;
        await state.WriteStateAsync();
        return true;
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<QueuedExperiment>> List() => Task.FromResult<IReadOnlyList<QueuedExperiment>>(
        [.. Entries.OrderBy(e => (e.Ended, e.Ended ? 0 : -e.Priority, e.Order)).Select(Shown)]);

    /// <inheritdoc/>
    public Task<int> Lanes(LaneRequest request)
    {
        QueueEntry? entry = Find(request.Experiment);
        return Task.FromResult(_shares.Grant(
            request, (entry?.Priority ?? 0, entry?.Order ?? long.MaxValue), Capacity(), Stopwatch.GetElapsedTime(0)));
    }

    /// <summary>One run a compute thread; silos of a cluster are taken to be alike.</summary>
    private int Capacity() => limits.RunsAtOnce > 0
        ? limits.RunsAtOnce
        : pool.Threads * Math.Max(1, silos.GetApproximateSiloStatuses(onlyActive: true).Count);

    private QueueEntry? Find(string experiment) =>
        Entries.Find(e => string.Equals(e.Experiment, experiment, StringComparison.Ordinal));

    private QueueEntry Add(string experiment)
    {
        QueueEntry entry = new() { Experiment = experiment, Order = ++state.State.Order };
        Entries.Add(entry);
        return entry;
    }

    private QueuedExperiment Shown(QueueEntry entry)
    {
        (int running, int waiting) = entry.Ended ? (0, 0) : _shares.Of(entry.Experiment);
        return new QueuedExperiment
        {
            Experiment = entry.Experiment,
            Priority = entry.Priority,
            Order = entry.Order,
            Phase = entry.Phase == RunPhase.Running && running == 0 ? RunPhase.Waiting : entry.Phase,
            Running = running,
            Waiting = waiting,
        };
    }
}
