using Orleans.Concurrency;

namespace AgentVerse.Grains;

/// <summary>One grain a silo, run and incarnation: calls the parts of its silo and merges their answers.</summary>
public interface IRelayGrain : IGrainWithStringKey
{
    /// <summary>Makes all parts of the relay's group, new or from the last commit.</summary>
    [ResponseTimeout("00:30:00")]
    Task<RelayAnswer> Open(RelayOpening opening);

    /// <summary>
    /// Runs a phase over the parts of the group. The timeout is for a phase that never ends: a lost message or a dead
    /// silo is noticed long before.
    /// </summary>
    [ResponseTimeout("00:10:00")]
    Task<RelayAnswer> Execute(int phase, Bulk call);

    /// <summary>Closes the staged result files and, unless the run has ended, writes a segment of all parts.</summary>
    [ResponseTimeout("00:10:00")]
    Task<RelayCommit> Commit(int tick, bool final);

    /// <summary>
    /// Whether it is at work on one of the calls above, the first being call 1. If it is not, and the caller has no
    /// answer, then a message was lost.
    /// </summary>
    [AlwaysInterleave]
    [ResponseTimeout("00:00:10")]
    Task<bool> IsAtWork(int call);

    /// <summary>State of one agent, as JSON.</summary>
    [AlwaysInterleave]
    Task<string> Inspect(int part, int index);

    /// <summary>Lets go of all parts.</summary>
    Task Close();
}
