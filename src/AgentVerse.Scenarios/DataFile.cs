using AgentVerse.Model.Settings;

namespace AgentVerse.Scenarios;

/// <summary>
/// A data file that a scenario names. The path is relative, without <c>..</c>, drive or backslash, and ends with .csv
/// or .parquet. The shell opens it below the scenario's folder and must refuse a link that leads out of it.
/// </summary>
/// <param name="Path">Path below the scenario's folder, with / between folders.</param>
/// <param name="Key">Path of the key that names it.</param>
/// <param name="File">Scenario in which it is named.</param>
/// <param name="Line">Line on which it is named.</param>
public sealed record DataFile(string Path, string Key, string File, int Line)
{
    /// <summary>A problem with the file, such as that it is not there.</summary>
    public Problem Problem(string allowed, string fix) => new(File, Line, Key, Path, allowed, fix);
}
