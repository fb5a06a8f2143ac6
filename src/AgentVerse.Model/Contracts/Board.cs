namespace AgentVerse.Model.Contracts;

/// <summary>All bulletins of the last tick and the totals that went with them: what everybody sees.</summary>
/// <param name="bulletins">Bulletins by index of the shard.</param>
/// <param name="totals">Totals of the last tick.</param>
public sealed class Board(IReadOnlyList<Bulletin> bulletins, Totals totals)
{
    /// <summary>Totals of the last tick; zero before the first.</summary>
    public Totals Totals { get; } = totals;

    /// <summary>Number of shards.</summary>
    public int Count => bulletins.Count;

    /// <summary>Bulletin of a shard.</summary>
    public Bulletin this[int shard] => bulletins[shard];

    /// <summary>Bulletin of a shard, as what it is.</summary>
    public T Get<T>(int shard)
        where T : Bulletin => (T)bulletins[shard];
}
