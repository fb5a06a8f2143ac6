using Orleans.Concurrency;

namespace AgentVerse.Grains;

/// <summary>
/// Coordinates one run; its key is <see cref="RunSpec.Key"/>. It outlives any silo: a supervisor wakes it elsewhere.
/// </summary>
public interface IRunGrain : IGrainWithStringKey
{
    /// <summary>Begins the run, or resumes it from its last commit; a run that is done stays done.</summary>
    Task Start(RunSpec spec);

    /// <summary>Goes on with an unfinished run whose coordinator is gone.</summary>
    Task Wake();

    /// <summary>Commits between two ticks and stops; it can be resumed.</summary>
    [AlwaysInterleave]
    Task Stop();

    /// <summary>Stops the run for good and forgets all of it.</summary>
    Task Forget();

    /// <summary>Where the run stands; answered while a tick is running.</summary>
    [AlwaysInterleave]
    Task<RunStatus> Status();

    /// <summary>What the run has committed.</summary>
    [AlwaysInterleave]
    Task<RunResult> Result();

    /// <summary>State, decisions and income of one agent, as JSON.</summary>
    [AlwaysInterleave]
    Task<string> Inspect(string population, int index);

    /// <summary>
    /// Makes an agent follow another policy of its population. Written to the run's log before it acts; returns the
    /// tick
    /// from which it holds.
    /// </summary>
    [AlwaysInterleave]
    Task<int> Intervene(string population, int index, string policy);
}
