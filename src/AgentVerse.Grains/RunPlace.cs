using AgentVerse.Model.Contracts;
using AgentVerse.Model.Records;
using AgentVerse.Simulation;

namespace AgentVerse.Grains;

/// <summary>Where a run's parts work within one silo and incarnation: what all of them share.</summary>
/// <param name="World">The world.</param>
/// <param name="Table">How it is cut.</param>
/// <param name="Sink">Where recorded rows go; takes them from any thread.</param>
public sealed record RunPlace(World World, PartTable Table, IRecordSink Sink)
{
    /// <summary>Name of a part, for checkpoints and errors.</summary>
    public string NameOf(int part)
    {
        if (part >= Table.CohortCount)
        {
            ShardInfo shard = Table.ShardAt(part);
            return $"shard {shard.Network}/{shard.Plan.Name}";
        }

        AgentRef first = Table.FirstAgent(part);
        string population = World.Plan.Populations[first.Population].Name;
        return $"agents {population}[{first.Index}..{first.Index + Table.AgentsIn(part)})";
    }
}
