namespace AgentVerse.Model.Settings;

/// <summary>A value that is set from outside its key: on the command line, by a treatment, by a plan.</summary>
/// <param name="Path">
/// Path of the key: names joined by dots, an item of a list by its index or its name
/// (<c>populations[0].count</c>, <c>populations.miners.count</c>).
/// </param>
/// <param name="Value">The value as YAML on one line: <c>720</c>, <c>30d</c>, <c>[honest, lazy]</c>.</param>
/// <param name="File">Where it is written: a file's name, or <c>--set path=value</c>.</param>
/// <param name="Line">Line in the file; 0 on the command line.</param>
public sealed record Override(string Path, string Value, string File, int Line)
{
    /// <summary>
    /// An override of the command line, <c>path=value</c>. Text without <c>=</c> is an override without a path, which
    /// the reader reports.
    /// </summary>
    public static Override Parse(string text)
    {
        int equals = text.IndexOf('=', StringComparison.Ordinal);
        return equals < 0
            ? new Override("", text, $"--set {text}", 0)
            : new Override(text[..equals].Trim(), text[(equals + 1)..].Trim(), $"--set {text}", 0);
    }

    /// <summary>The same override as the command line would give it.</summary>
    public static Override Of(string path, string value) => new(path, value, $"--set {path}={value}", 0);
}
