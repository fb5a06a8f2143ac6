using AgentVerse.Model.Numerics;

namespace AgentVerse.Model.Records;

/// <summary>Which columns of a table a kind of row fills, key columns first, ascending.</summary>
/// <param name="Table">The table.</param>
/// <param name="Columns">Indices of the columns that are present.</param>
public sealed record RowShape(TableSchema Table, IReadOnlyList<int> Columns)
{
    /// <summary>Stable hash of the table's name.</summary>
    internal ulong TableHash { get; } = StableHash.Of(Table.Name);

    /// <summary>Stable hash of the names of the columns that are present, in order.</summary>
    internal ulong ColumnsHash { get; } =
        Columns.Aggregate(0ul, (hash, column) => StableHash.Combine(hash, StableHash.Of(Table.Columns[column].Name)));

    /// <summary>Places, in a row, of the cells that are names.</summary>
    internal int[] NameCells { get; } = CellsOf(Table, Columns, CellType.Name);

    /// <summary>Places, in a row, of the cells that are real numbers.</summary>
    internal int[] NumberCells { get; } = CellsOf(Table, Columns, CellType.Number);

    private static int[] CellsOf(TableSchema table, IReadOnlyList<int> columns, CellType type) =>
        [.. Enumerable.Range(0, columns.Count).Where(i => table.Columns[columns[i]].Type == type)];
}
