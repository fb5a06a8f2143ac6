using AgentVerse.Model.Records;
using AgentVerse.Results.Files;
using AgentVerse.Results.Tables;

namespace AgentVerse.Results.Experiments;

/// <summary>Proves that the files of a run say what its manifest says.</summary>
public static class Verification
{
    /// <summary>
    /// What does not fit: files that are missing or other than listed, and digests, taken from the rows as they stand,
    /// that differ from the manifest's. Empty where all is well.
    /// </summary>
    public static IReadOnlyList<string> Problems(ExperimentFolder folder, ManifestRun run)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(run);
        List<string> problems = [.. run.Parts.Select(part => ProblemOf(folder, part)).OfType<string>()];
        return problems.Count > 0 ? problems : ProblemsOfDigests(folder, run);
    }

    private static string? ProblemOf(ExperimentFolder folder, PartFile part)
    {
        string path = folder.Absolute(part.Path);
        if (!File.Exists(path))
        {
            return $"{part.Path} is missing";
        }

        string checksum = Disk.Read(path, () => FileChecksum.Of(path));
        return string.Equals(checksum, part.Checksum, StringComparison.Ordinal)
            ? null
            : $"{part.Path} has checksum {checksum}; the manifest lists {part.Checksum}";
    }

    private static List<string> ProblemsOfDigests(ExperimentFolder folder, ManifestRun run)
    {
        var reader = new RunReader(folder, run.Parts);
        IReadOnlyDictionary<string, TableDigest> digests = reader.Digests(run.Tables.Select(table => table.Name));
        List<string> problems = [];
        foreach (ManifestTable listed in run.Tables)
        {
            TableDigest found = digests[listed.Name];
            if (found.Rows != listed.Rows || !string.Equals(found.SumText, listed.Sum, StringComparison.Ordinal))
            {
                problems.Add(
                    $"table {listed.Name} has {found.Rows} rows with sum {found.SumText}; "
                    + $"the manifest lists {listed.Rows} with {listed.Sum}");
            }
        }

        string digest = RunDigest.Of(digests);
        if (run.Digest.Length > 0 && !string.Equals(digest, run.Digest, StringComparison.Ordinal))
        {
            problems.Add($"the run's digest is {digest}; the manifest lists {run.Digest}");
        }

        return problems;
    }
}
