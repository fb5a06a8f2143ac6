using AgentVerse.Model.Numerics;

namespace AgentVerse.Model.Records;

/// <summary>
/// The result tables of a run, fixed when its world is planned: the same for every part, whatever the cluster does.
/// </summary>
/// <param name="Ticks">A row a tick and shard (or population): all series.</param>
/// <param name="Agents">A panel of agents every k ticks, everyone at the end.</param>
/// <param name="Events">Sparse happenings.</param>
/// <param name="Names">What cells of type <see cref="CellType.Name"/> point into.</param>
public sealed record RunTables(TableSchema Ticks, TableSchema Agents, TableSchema Events, IReadOnlyList<string> Names)
{
    private readonly ulong[] _nameHashes = [.. Names.Select(StableHash.Of)];

    /// <summary>The three tables by name.</summary>
    public IReadOnlyList<TableSchema> All => [Agents, Events, Ticks];

    /// <summary>Stable hashes of the names: what a name's cell enters a digest as.</summary>
    public ReadOnlySpan<ulong> NameHashes => _nameHashes;
}
