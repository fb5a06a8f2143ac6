namespace AgentVerse.Model.Contracts;

/// <summary>
/// Facts of a shard (<see cref="ShardPlan.Facts"/>) that say, in words that all networks share, which agents have a
/// place there when it opens.
/// </summary>
public interface ISeatFacts
{
    /// <summary>Who has a place; an agent may be named more than once.</summary>
    IReadOnlyList<AgentRef> Seats { get; }
}
