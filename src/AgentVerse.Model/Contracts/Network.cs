using AgentVerse.Model.Settings;

namespace AgentVerse.Model.Contracts;

/// <summary>A simulated protocol, as it registers itself.</summary>
/// <param name="Name">Key of its section under <c>networks:</c>.</param>
/// <param name="Doc">What it is, one sentence.</param>
/// <param name="Section">Its keys.</param>
/// <param name="Events">What it writes to <c>events</c>.</param>
/// <param name="Plan">Its tokens and shards for the given settings; problems found go to the planning.</param>
public sealed record Network(
    string Name,
    string Doc,
    Section Section,
    IReadOnlyList<EventType> Events,
    Func<SettingsMap, WorldPlanning, NetworkPlan> Plan);

/// <summary>What one network brings to a run.</summary>
/// <param name="Tokens">
/// Its tokens that no network planned before can have planned; one that has a market or is shared goes through
/// <see cref="WorldPlanning.EnsureToken"/> instead.
/// </param>
/// <param name="Shards">Its shards, the chain's first where it has one.</param>
public sealed record NetworkPlan(IReadOnlyList<TokenInfo> Tokens, IReadOnlyList<ShardPlan> Shards);

/// <summary>One shard before the run.</summary>
/// <param name="Name">Name within its network, such as <c>subnet/15</c>.</param>
/// <param name="Series">What it publishes to <c>ticks</c>; shards of one sort share one list.</param>
/// <param name="Open">Makes the shard with its opening state.</param>
/// <param name="NewBulletin">Makes an empty bulletin for a received one to be read into.</param>
public sealed record ShardPlan(
    string Name, IReadOnlyList<Quantity> Series, Func<WorldPlan, Shard> Open, Func<Bulletin> NewBulletin)
{
    /// <summary>
    /// What kinds and policies may know of the shard when they are bound, in the network's own words; or null.
    /// </summary>
    public object? Facts { get; init; }
}
