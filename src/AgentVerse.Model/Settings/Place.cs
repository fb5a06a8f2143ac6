namespace AgentVerse.Model.Settings;

/// <summary>Where a value is written.</summary>
/// <param name="File">A file's name, or an override of the command line, <c>--set path=value</c>.</param>
/// <param name="Line">Line, from 1; 0 on the command line.</param>
public readonly record struct Place(string File, int Line);
