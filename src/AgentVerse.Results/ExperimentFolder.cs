using System.Globalization;
using AgentVerse.Results.Files;

namespace AgentVerse.Results;

/// <summary>
/// The folder of one experiment. Paths in manifests and lists are relative to it and use <c>/</c>, so that a folder
/// can be moved as a whole.
/// </summary>
/// <param name="Path">Its path; kept as absolute.</param>
public sealed record ExperimentFolder(string Path)
{
    /// <summary>Name of the manifest.</summary>
    public const string ManifestName = "manifest.json";

    /// <summary>Name of the folder of files that nobody reads yet.</summary>
    public const string StagingName = "_staging";

    private const string RoomsOfCoordinators = $"{StagingName}/coordinators";

    private static readonly string[] Rooms =
        ["agents", "checkpoints", "events", "inputs", "measures", "runs", StagingName, "ticks"];

    /// <summary>Absolute path, without a separator at its end.</summary>
    public string Path { get; init; } =
        System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(Path));

    /// <summary>
    /// Number of the coordinator that writes the experiment's own files; 0 where there can be no other.
    /// </summary>
    public int Coordinator { get; private init; }

    /// <summary>Path of the manifest.</summary>
    public string Manifest => Absolute(ManifestName);

    /// <summary>Folder of the checkpoints of all runs.</summary>
    public string Checkpoints => Absolute("checkpoints");

    /// <summary>Folder of the data files that the scenario was run with.</summary>
    public string Inputs => Absolute("inputs");

    /// <summary>Makes the folder of a new experiment; a folder with anything in it is refused.</summary>
    /// <exception cref="ResultsException">It is not empty or cannot be made.</exception>
    public static ExperimentFolder Create(string path)
    {
        var folder = new ExperimentFolder(path);
        return Disk.Do("making", folder.Path, Disk.NothingChanged, () =>
        {
            if (Directory.Exists(folder.Path) && Directory.EnumerateFileSystemEntries(folder.Path).Any())
            {
                throw new ResultsException(
                    $"{folder.Path} is not empty", Disk.NothingChanged,
                    "Choose another folder, or resume the experiment that is in it");
            }

            foreach (string room in Rooms)
            {
                Directory.CreateDirectory(folder.Absolute(room));
            }

            return folder;
        });
    }

    /// <summary>Opens the folder of an experiment that has a manifest.</summary>
    /// <exception cref="ResultsException">There is none.</exception>
    public static ExperimentFolder Open(string path)
    {
        var folder = new ExperimentFolder(path);
        return File.Exists(folder.Manifest)
            ? folder
            : throw new ResultsException(
                $"{folder.Path} holds no experiment: it has no {ManifestName}", Disk.NothingChanged,
                "Name the folder that a run was written to");
    }

    /// <summary>Folder, relative, of what one incarnation of a run has staged.</summary>
    public static string StagingOf(string run, int incarnation) => $"{StagingName}/{run}/{incarnation:D4}";

    /// <summary>
    /// The folder as a new coordinator writes to it. The file system keeps those before it from writing: files take
    /// their names from a room of each coordinator's own, and theirs are gone, whenever they wake up.
    /// </summary>
    /// <param name="coordinator">Its number, higher than those before.</param>
    /// <exception cref="ResultsException">The disk refuses.</exception>
    public ExperimentFolder TakeOver(int coordinator)
    {
        string rooms = Absolute(RoomsOfCoordinators);
        Disk.Do("taking over", rooms, Disk.NothingChanged, () =>
        {
            Directory.CreateDirectory(Absolute(RoomOf(coordinator)));
            foreach (string room in Directory.EnumerateDirectories(rooms).ToArray())
            {
                if (int.TryParse(System.IO.Path.GetFileName(room), CultureInfo.InvariantCulture, out int other)
                    && other < coordinator)
                {
                    Directory.Delete(room, recursive: true);
                }
            }
        });
        return this with { Coordinator = coordinator };
    }

    /// <summary>
    /// Deletes the folder with all that is in it, the manifest first: what a crash leaves is no experiment any more.
    /// </summary>
    /// <exception cref="ResultsException">The disk refuses.</exception>
    public void Delete() => Disk.Do("deleting", Path, "What is left can be deleted by hand", () =>
    {
        if (Directory.Exists(Path))
        {
            File.Delete(Manifest);
            Directory.Delete(Path, recursive: true);
        }
    });

    /// <summary>Replaces one of the experiment's own files, as a whole.</summary>
    /// <param name="path">Its path, relative.</param>
    /// <param name="content">Writes it to a stream.</param>
    /// <exception cref="ResultsException">The disk did not take it, or another coordinator has taken over.</exception>
    public void Write(string path, Action<Stream> content)
    {
        string target = Absolute(path);
        string name = System.IO.Path.GetFileName(target);
        DurableFile.Write(target, content, Coordinator == 0 ? "" : Absolute($"{RoomOf(Coordinator)}/{name}"));
    }

    /// <summary>Absolute path of a relative one, which must stay inside the folder.</summary>
    public string Absolute(string relative)
    {
        string full = System.IO.Path.GetFullPath(System.IO.Path.Combine(Path, relative));
        bool inside = full.StartsWith(Path + System.IO.Path.DirectorySeparatorChar, StringComparison.Ordinal);
        return inside
            ? full
            : throw new ResultsException(
                $"path '{relative}' leads out of {Path}", Disk.NothingChanged,
                "Restore the manifest from a backup: it names files that are not its own");
    }

    private static string RoomOf(int coordinator) =>
        string.Create(CultureInfo.InvariantCulture, $"{RoomsOfCoordinators}/{coordinator:D6}");
}
