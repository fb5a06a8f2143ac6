namespace AgentVerse.Model.Settings;

/// <summary>One thing wrong with a scenario or its data, said so that its author can mend it.</summary>
/// <param name="File">File as the user named it.</param>
/// <param name="Line">Line, from 1; 0 where there is none (an override on the command line).</param>
/// <param name="Path">Path of the key, such as <c>populations[2].count</c>.</param>
/// <param name="Value">The value as written; empty where the key is missing.</param>
/// <param name="Allowed">What would be allowed.</param>
/// <param name="Fix">What to do.</param>
public sealed record Problem(string File, int Line, string Path, string Value, string Allowed, string Fix)
{
    /// <summary>One line: <c>file:line: path = value; must be allowed; fix</c>.</summary>
    public override string ToString()
    {
        string where = Line > 0 ? $"{File}:{Line}" : File;
        string value = Value.Length > 0 ? $"{Path} = {Value}" : Path;
        return $"{where}: {value}; must be {Allowed}; {Fix}";
    }
}
