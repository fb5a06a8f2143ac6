using System.Text;

using AgentVerse.Results;

namespace AgentVerse.Grains;

/// <summary>The folder that holds a folder for each experiment; all silos of a cluster see the same one.</summary>
/// <param name="Path">Absolute path.</param>
public sealed record DataFolder(string Path)
{
    /// <summary>
    /// Longest name of an experiment, bytes of UTF-8: control state is kept under a name made from it.
    /// </summary>
    public const int NameBytesMax = 80;

    /// <summary>The folder of an experiment.</summary>
    /// <exception cref="ResultsException">The name is no plain folder name: it could lead elsewhere.</exception>
    public ExperimentFolder Experiment(string name) =>
        IsPlain(name)
            ? new ExperimentFolder(System.IO.Path.Combine(Path, name))
            : throw new ResultsException(
                $"'{name}' cannot name an experiment", "Nothing was changed",
                $"Take 1 to {NameBytesMax} bytes without '/', '\\' and control characters that do not begin with '.'");

    /// <summary>Whether a text is a plain folder name.</summary>
    public static bool IsPlain(string name) =>
        name.Length > 0 && name[0] != '.' && Encoding.UTF8.GetByteCount(name) <= NameBytesMax
        && name.All(c => c is not ('/' or '\\') && !char.IsControl(c));
}
