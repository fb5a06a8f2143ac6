namespace AgentVerse.Model.Records;

/// <summary>
/// A result table: its columns, the first <see cref="KeyCount"/> of which are the key that orders and identifies a row
/// within a run. Rows of one table may have different shapes; what a shape lacks is null.
/// </summary>
/// <param name="Name"><c>ticks</c>, <c>agents</c> or <c>events</c>.</param>
/// <param name="Columns">All columns, key first.</param>
/// <param name="KeyCount">Number of key columns; the first is always the tick.</param>
public sealed record TableSchema(string Name, IReadOnlyList<TableColumn> Columns, int KeyCount);
