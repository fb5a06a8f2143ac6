using Orleans.Concurrency;

namespace AgentVerse.Grains;

/// <summary>One grain a silo, run and incarnation: calls the parts of its silo and merges their answers.</summary>
public interface IRelayGrain : IGrainWithStringKey
{
    /// <summary>Makes all parts of the relay's group, new or from the last commit.</summary>
    [ResponseTimeout("00:30:00")]
    Task<RelayAnswer> Open(RelayOpening opening);

    /// <summary>Runs a phase over the parts of the group.</summary>
    [ResponseTimeout("00:01:00")]
    Task<RelayAnswer> Execute(int phase, Bulk call);

    /// <summary>Writes a segment with all parts and closes the staged result files.</summary>
    [ResponseTimeout("00:10:00")]
    Task<RelayCommit> Commit(int tick);

    /// <summary>State of one agent, as JSON.</summary>
    [AlwaysInterleave]
    Task<string> Inspect(int part, int index);

    /// <summary>Lets go of all parts.</summary>
    Task Close();
}
