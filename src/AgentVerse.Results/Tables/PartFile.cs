namespace AgentVerse.Results.Tables;

/// <summary>One file of rows, sorted by key.</summary>
/// <param name="Table">Name of the table.</param>
/// <param name="Path">Path relative to the experiment's folder, with <c>/</c>.</param>
/// <param name="FirstTick">Smallest tick of its rows.</param>
/// <param name="LastTick">Largest tick of its rows.</param>
/// <param name="Rows">Number of rows.</param>
/// <param name="Bytes">Size.</param>
/// <param name="Checksum">XxHash128 of its bytes, 32 hexadecimal digits.</param>
public sealed record PartFile(
    string Table, string Path, long FirstTick, long LastTick, long Rows, long Bytes, string Checksum);

/// <summary>A part file that nobody reads yet: it is published by renaming it to its path.</summary>
/// <param name="Staged">Where it is, relative to the experiment's folder, with <c>/</c>.</param>
/// <param name="Part">What it becomes.</param>
public sealed record StagedFile(string Staged, PartFile Part);
