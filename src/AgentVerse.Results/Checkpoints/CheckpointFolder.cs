using System.Globalization;
using AgentVerse.Results.Files;

namespace AgentVerse.Results.Checkpoints;

/// <summary>
/// The checkpoints of one run: a folder for each under <c>checkpoints</c> of its experiment, named by tick and
/// incarnation, with a segment for each silo.
/// </summary>
public sealed class CheckpointFolder(ExperimentFolder folder, string run)
{
    private const int Kept = 2;

    private readonly string _root = folder.Absolute($"checkpoints/{run}");

    /// <summary>Absolute path of one silo's segment.</summary>
    public string Segment(CheckpointId checkpoint, int writer) =>
        Path.Combine(
            _root, checkpoint.FolderName, string.Create(CultureInfo.InvariantCulture, $"w{writer:D4}.segment"));

    /// <summary>
    /// Deletes the run's checkpoints but the newest two that are committed, and but those that the newest incarnation
    /// may still be writing. Call it after a commit; gives the number of checkpoints deleted.
    /// </summary>
    /// <param name="committed">Committed checkpoints that can still be resumed from, in any order.</param>
    /// <exception cref="ResultsException">The disk refuses.</exception>
    public int Prune(IReadOnlyList<CheckpointId> committed)
    {
        CheckpointId[] newest = [.. committed.OrderByDescending(c => c.Tick).ThenByDescending(c => c.Incarnation)];
        if (newest.Length == 0 || !Directory.Exists(_root))
        {
            return 0;
        }

        return Disk.Do("deleting old checkpoints in", _root, "The newest checkpoints are whole", () =>
        {
            int deleted = 0;
            foreach (string path in Directory.EnumerateDirectories(_root).ToArray())
            {
                if (CheckpointId.TryParse(Path.GetFileName(path)) is { } id && IsOld(id, newest))
                {
                    Directory.Delete(path, recursive: true);
                    deleted++;
                }
            }

            return deleted;
        });
    }

    private static bool IsOld(CheckpointId id, CheckpointId[] newest) =>
        !newest.Take(Kept).Contains(id)
        && (id.Tick <= newest[0].Tick || id.Incarnation < newest[0].Incarnation);
}

/// <summary>One checkpoint of a run.</summary>
/// <param name="Tick">Number of ticks done.</param>
/// <param name="Incarnation">Incarnation that wrote it.</param>
public readonly record struct CheckpointId(long Tick, int Incarnation)
{
    /// <summary>Name of its folder; names sort as ticks do.</summary>
    public string FolderName => string.Create(CultureInfo.InvariantCulture, $"t{Tick:D9}-i{Incarnation:D4}");

    /// <summary>The checkpoint that a folder is of, or null.</summary>
    public static CheckpointId? TryParse(string folderName)
    {
        string[] halves = folderName.Split("-i");
        return halves.Length == 2 && halves[0].StartsWith('t')
            && long.TryParse(halves[0].AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out long tick)
            && int.TryParse(halves[1], NumberStyles.None, CultureInfo.InvariantCulture, out int incarnation)
                ? new CheckpointId(tick, incarnation)
                : null;
    }
}
