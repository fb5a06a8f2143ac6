namespace AgentVerse.Model.Comparing;

/// <summary>A series of a shard in <c>ticks</c>.</summary>
/// <param name="Network">Name of the network.</param>
/// <param name="Shard">Name of the shard.</param>
/// <param name="Series">Name of the series.</param>
public sealed record SeriesName(string Network, string Shard, string Series)
{
    /// <summary>Reads <c>network/shard/series</c>, where the shard's name may have slashes; null where it is none.</summary>
    public static SeriesName? Parse(string text)
    {
        string[] parts = text.Split('/');
        return parts.Length >= 3 && Array.TrueForAll(parts, p => p.Length > 0)
            ? new SeriesName(parts[0], string.Join('/', parts[1..^1]), parts[^1])
            : null;
    }
}
