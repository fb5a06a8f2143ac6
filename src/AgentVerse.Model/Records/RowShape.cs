namespace AgentVerse.Model.Records;

/// <summary>Which columns of a table a kind of row fills, key columns first, ascending.</summary>
/// <param name="Table">The table.</param>
/// <param name="Columns">Indices of the columns that are present.</param>
public sealed record RowShape(TableSchema Table, IReadOnlyList<int> Columns);
