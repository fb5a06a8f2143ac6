using Orleans.Concurrency;

namespace AgentVerse.Grains;

/// <summary>
/// The experiments of a cluster in their order, and who of them may run how much. One in a cluster, key 0.
/// </summary>
public interface IQueueGrain : IGrainWithIntegerKey
{
    /// <summary>Takes an experiment in, at the end of its priority.</summary>
    /// <returns>Why it is refused; empty if it is not.</returns>
    Task<string> Enter(string experiment, int priority);

    /// <summary>Notes that an experiment has ended, and how.</summary>
    Task Leave(string experiment, RunPhase phase);

    /// <summary>Strikes an experiment that has been deleted.</summary>
    Task Forget(string experiment);

    /// <summary>Changes an experiment's priority; runs that are under way go on.</summary>
    /// <returns>Whether there is such an experiment.</returns>
    Task<bool> Prioritise(string experiment, int priority);

    /// <summary>All experiments, those that have not ended first, by priority and order of submission.</summary>
    Task<IReadOnlyList<QueuedExperiment>> List();

    /// <summary>
    /// How many runs an experiment may have under way; asked again every moment, so that nothing is lost with a silo.
    /// </summary>
    [AlwaysInterleave]
    Task<int> Lanes(LaneRequest request);
}
