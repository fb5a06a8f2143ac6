using AgentVerse.Simulation;

namespace AgentVerse.Grains;

/// <summary>
/// A group of parts as the run grain sees it: in a silo behind a relay, or whole within the run grain.
/// </summary>
internal interface IGroup
{
    /// <summary>Whether its silo is about to leave, as of its last answer.</summary>
    bool Leaving { get; }

    /// <summary>Makes the parts, new or from the segments of a commit.</summary>
    Task Open(IReadOnlyList<string> segments);

    /// <summary>Runs a phase over the parts.</summary>
    Task<GroupAnswer> Execute(Phase phase, GroupCall call);

    /// <summary>Closes the staged result files and, unless the run has ended, writes a segment of all parts.</summary>
    Task<RelayCommit> Commit(int tick, bool final);

    /// <summary>State of one agent, as JSON.</summary>
    Task<string> Inspect(int part, int row);

    /// <summary>Lets go of the parts.</summary>
    Task Close();
}
