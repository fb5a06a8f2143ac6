namespace AgentVerse.Results.Tables;

/// <summary>A column of one row group as it was read: a cell for every row.</summary>
/// <param name="Cells">Cells; 0 where absent. A name is a place in the reader's table of names.</param>
/// <param name="Present">For every row, whether its cell is present.</param>
internal sealed record ReadColumn(long[] Cells, bool[] Present);
