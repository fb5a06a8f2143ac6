using AgentVerse.Results.Files;
using AgentVerse.Results.Tables;

namespace AgentVerse.Results.Experiments;

/// <summary>
/// Moves committed part files from <c>_staging</c> to where readers look. A crash between commit and publishing is
/// mended by publishing the committed list again: readers never see a row twice or half.
/// </summary>
public static class Staging
{
    /// <summary>
    /// Renames the files, each atomically; one that is already in its place is left there, so that a list may be
    /// published any number of times.
    /// </summary>
    /// <exception cref="ResultsException">
    /// A listed file is lost, or another file stands in its place, or the disk refuses.
    /// </exception>
    public static void Publish(ExperimentFolder folder, IReadOnlyList<StagedFile> files)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(files);
        foreach (StagedFile file in files)
        {
            Disk.Do("publishing", file.Part.Path, "The committed list still names it", () => Publish(folder, file));
        }

        foreach (string changed in files.Select(file => FolderOf(folder, file.Part)).Distinct(StringComparer.Ordinal))
        {
            Disk.Do("publishing into", changed, "All files are in place", () => FolderSync.Force(changed));
        }
    }

    /// <summary>
    /// Removes the rooms of a run's incarnations up to one, with all that they have staged and no commit lists. Call it
    /// when all that is committed is published: an incarnation that was paused finds no place to write in when it wakes
    /// up.
    /// </summary>
    public static void Clean(ExperimentFolder folder, string run, int incarnation)
    {
        ArgumentNullException.ThrowIfNull(folder);
        string root = folder.Absolute($"{ExperimentFolder.StagingName}/{run}");
        Disk.Do("cleaning", root, "Published files are whole", () =>
        {
            for (int i = 1; i <= incarnation; i++)
            {
                string room = folder.Absolute(ExperimentFolder.StagingOf(run, i));
                if (Directory.Exists(room))
                {
                    Directory.Delete(room, recursive: true);
                }
            }

            if (Directory.Exists(root) && !Directory.EnumerateFileSystemEntries(root).Any())
            {
                Directory.Delete(root);
            }
        });
    }

    /// <summary>
    /// Removes the folders of staged files and checkpoints that stand empty when an experiment has ended: whoever opens
    /// it then sees results alone.
    /// </summary>
    public static void Tidy(ExperimentFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        foreach (string room in (string[])[folder.Absolute(ExperimentFolder.StagingName), folder.Checkpoints])
        {
            Disk.Do("tidying", room, "All files are in place", () =>
            {
                if (Directory.Exists(room))
                {
                    DeleteEmpty(room);
                }
            });
        }
    }

    private static void Publish(ExperimentFolder folder, StagedFile file)
    {
        string staged = folder.Absolute(file.Staged);
        string published = folder.Absolute(file.Part.Path);
        bool isStaged = File.Exists(staged);
        if (!File.Exists(published))
        {
            if (!isStaged)
            {
                throw new ResultsException(
                    $"{file.Part.Path} is lost: it was committed but is neither staged nor published",
                    "The other files of the run are whole", "Resume from an earlier checkpoint or run again");
            }

            Directory.CreateDirectory(Path.GetDirectoryName(published)!);
            DurableFile.Rename(staged, published);
            return;
        }

        if (isStaged || new FileInfo(published).Length != file.Part.Bytes)
        {
            CheckSame(published, file.Part);
            File.Delete(staged);
        }
    }

    private static void CheckSame(string published, PartFile part)
    {
        if (!string.Equals(FileChecksum.Of(published), part.Checksum, StringComparison.Ordinal))
        {
            throw new ResultsException(
                $"{part.Path} is there already with other content", "Neither file was touched",
                "Move it away if it is not a result of this run, then resume");
        }
    }

    private static string FolderOf(ExperimentFolder folder, PartFile part) =>
        Path.GetDirectoryName(folder.Absolute(part.Path))!;

    private static void DeleteEmpty(string folder)
    {
        foreach (string inner in Directory.EnumerateDirectories(folder))
        {
            DeleteEmpty(inner);
        }

        if (!Directory.EnumerateFileSystemEntries(folder).Any())
        {
            Directory.Delete(folder);
        }
    }
}
