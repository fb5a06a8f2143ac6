namespace AgentVerse.Results.Tables;

/// <summary>Which writer of a run this is, and what memory it may use.</summary>
/// <param name="Incarnation">How many times the run was started or restarted; part of every path.</param>
/// <param name="Writer">Number of the writer within the run, distinct for each silo.</param>
public sealed record RunWriterOptions(int Incarnation, int Writer)
{
    /// <summary>Cells (8 bytes each) that may wait before a part file is written; 64 MiB by default.</summary>
    public long CellsMax { get; init; } = 8L << 20;
}
