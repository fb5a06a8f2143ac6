using AgentVerse.Model.Contracts;

namespace AgentVerse.Simulation;

/// <summary>A planned world with how its rows are recorded: what every part of a run shares, read-only.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Recording">What is recorded when, and in which shape.</param>
public sealed record World(WorldPlan Plan, Recording Recording)
{
    /// <summary>Makes a part of a table, with zeroed agents or the shard's opening state.</summary>
    public Part Open(PartTable table, int part) =>
        part < table.CohortCount
            ? new CohortPart(this, part, table.FirstAgent(part), table.AgentsIn(part))
            : new ShardPart(this, part, table.ShardAt(part));
}
