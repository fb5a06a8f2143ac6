namespace AgentVerse.Results.Tables;

/// <summary>Which rows of a table to read: those of some ticks whose name columns have the given names.</summary>
/// <param name="FirstTick">Smallest tick.</param>
/// <param name="LastTick">Largest tick.</param>
/// <param name="Names">Columns and the names that they must have.</param>
public sealed record RowFilter(long FirstTick, long LastTick, IReadOnlyList<KeyValuePair<string, string>> Names)
{
    /// <summary>All rows.</summary>
    public static RowFilter All { get; } = new(long.MinValue, long.MaxValue, []);

    /// <summary>Rows of one tick.</summary>
    public static RowFilter At(long tick) => new(tick, tick, []);

    /// <summary>The filter with one more column that must have a name.</summary>
    public RowFilter Where(string column, string name) =>
        this with { Names = [.. Names, new KeyValuePair<string, string>(column, name)] };

    /// <summary>Whether a file with rows of these ticks may have rows that pass.</summary>
    internal bool MayPass(long firstTick, long lastTick) => firstTick <= LastTick && lastTick >= FirstTick;
}
