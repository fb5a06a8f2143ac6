namespace AgentVerse.Model.Records;

/// <summary>One column of a result table.</summary>
/// <param name="Name">Name as written to Parquet.</param>
/// <param name="Type">Type of its cells.</param>
/// <param name="Unit">Unit, empty for pure numbers and names.</param>
/// <param name="Doc">Meaning, one sentence; written to the Parquet metadata.</param>
public sealed record TableColumn(string Name, CellType Type, string Unit, string Doc);
