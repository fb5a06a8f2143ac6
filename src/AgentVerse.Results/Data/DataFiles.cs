using AgentVerse.Model.Contracts;
using AgentVerse.Model.Settings;
using AgentVerse.Results.Files;

namespace AgentVerse.Results.Data;

/// <summary>
/// Reads the data files that a scenario names: CSV (RFC 4180, UTF-8, with a header) by the ending <c>.csv</c> and
/// Parquet by <c>.parquet</c>. They lie in the scenario's folder or below it; a link is not followed.
/// </summary>
/// <remarks>
/// A table holds numbers. Dates (<c>2025-12-31</c>) and times are seconds since 1970 UTC, flags 0 and 1, an empty cell
/// or null is NaN. A column without any number is text and left out; text among numbers is a problem.
/// </remarks>
public static class DataFiles
{
    /// <summary>Largest file that is read.</summary>
    public const long BytesMax = 256L << 20;

    /// <summary>Reads a file, or adds what is wrong with it to the problems and gives null.</summary>
    /// <param name="scenarioFolder">Folder of the scenario.</param>
    /// <param name="path">Path as the scenario names it, relative to the folder, with <c>/</c>.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static DataTable? Read(string scenarioFolder, string path, ICollection<Problem> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        string? full = Find(scenarioFolder, path, problems);
        if (full is null)
        {
            return null;
        }

        try
        {
            return Disk.Read(path, () =>
            {
                using FileStream stream = File.OpenRead(full);
                return path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)
                    ? CsvTable.Read(path, stream, problems)
                    : ParquetTable.Read(path, stream, problems);
            });
        }
        catch (ResultsException refused)
        {
            problems.Add(new Problem(path, 0, "file", "", "a readable file", refused.Message));
            return null;
        }
    }

    /// <summary>
    /// Copies a data file to the experiment's <c>inputs</c>, under the same path, so that the experiment can be run
    /// again from its own folder; gives the file's checksum (XxHash128, 32 hexadecimal digits).
    /// </summary>
    /// <exception cref="ResultsException">The path leads out of the folder, or the disk refuses.</exception>
    public static string Keep(ExperimentFolder folder, string scenarioFolder, string path)
    {
        ArgumentNullException.ThrowIfNull(folder);
        List<Problem> problems = [];
        string source = Find(scenarioFolder, path, problems)
            ?? throw new ResultsException(problems[0].ToString(), Disk.NothingChanged, "Mend the scenario");
        string target = folder.Absolute($"inputs/{path}");
        return Disk.Do("copying", path, Disk.NothingChanged, () =>
        {
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            using FileStream stream = File.OpenRead(source);
            DurableFile.Write(target, stream.CopyTo);
            return FileChecksum.Of(target);
        });
    }

    private static string? Find(string scenarioFolder, string path, ICollection<Problem> problems)
    {
        Problem Wrong(string value, string allowed, string fix) => new(path, 0, "file", value, allowed, fix);

        string root = Path.GetFullPath(scenarioFolder);
        bool plain = path.Length > 0 && path.All(c => !char.IsControl(c) && c != '\\')
            && !Path.IsPathRooted(path) && !path.Split('/').Contains("..");
        if (!plain)
        {
            problems.Add(Wrong("", "a path inside the scenario's folder", "put the file there, without '..' or '\\'"));
            return null;
        }

        string full = Path.GetFullPath(Path.Combine(root, path));
        if (LinkOnTheWay(root, full) is { } link)
        {
            problems.Add(Wrong(link, "a file and folders, not links", "copy the file into the scenario's folder"));
            return null;
        }

        var file = new FileInfo(full);
        Problem? problem =
            !file.Exists ? Wrong("", "an existing file", "check its name and that it is beside the scenario")
            : file.Length == 0 ? Wrong("", "a file with content", "fill it or remove its key")
            : file.Length > BytesMax ? Wrong($"{file.Length} bytes", $"at most {BytesMax} bytes", "keep what is needed")
            : file.Extension.ToLowerInvariant() is not (".csv" or ".parquet")
                ? Wrong("", "a .csv or .parquet file", "convert it")
            : null;
        if (problem is not null)
        {
            problems.Add(problem);
        }

        return problem is null ? full : null;
    }

    private static string? LinkOnTheWay(string root, string full)
    {
        for (string? at = full; at is not null && at.Length > root.Length; at = Path.GetDirectoryName(at))
        {
            if (new FileInfo(at).LinkTarget is not null)
            {
                return at;
            }
        }

        return null;
    }
}
