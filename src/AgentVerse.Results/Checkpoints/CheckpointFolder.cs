using System.Globalization;

namespace AgentVerse.Results.Checkpoints;

/// <summary>
/// The checkpoints of one run: a folder for each under <c>checkpoints</c> of its experiment, named by tick and
/// incarnation, with a segment for each silo.
/// </summary>
public sealed class CheckpointFolder(ISegmentStore store, string run)
{
    private const int Kept = 2;

    private readonly string _root = $"checkpoints/{run}";

    /// <summary>Path of one silo's segment, relative to the experiment's folder.</summary>
    public string Segment(CheckpointId checkpoint, int writer) =>
        string.Create(CultureInfo.InvariantCulture, $"{_root}/{checkpoint.FolderName}/w{writer:D4}.segment");

    /// <summary>
    /// Deletes the run's checkpoints but the newest two that are committed, and but those that this incarnation or a
    /// later one may still be writing. Call it after a commit; gives the number of checkpoints deleted. A silo that
    /// was paused and does not know yet that others have gone on may call it late: it touches nothing of theirs.
    /// </summary>
    /// <param name="committed">Committed checkpoints that can still be resumed from, in any order.</param>
    /// <exception cref="ResultsException">The disk refuses.</exception>
    public int Prune(IReadOnlyList<CheckpointId> committed)
    {
        CheckpointId[] newest = [.. committed.OrderByDescending(c => c.Tick).ThenByDescending(c => c.Incarnation)];
        if (newest.Length == 0)
        {
            return 0;
        }

        string[] old = [.. store.Folders(_root)
            .Where(name => CheckpointId.TryParse(name) is { } id && IsOld(id, newest))];
        foreach (string name in old)
        {
            store.Delete($"{_root}/{name}");
        }

        return old.Length;
    }

    /// <summary>Deletes all checkpoints of a run that has ended.</summary>
    /// <exception cref="ResultsException">The disk refuses.</exception>
    public void Clear() => store.Delete(_root);

    private static bool IsOld(CheckpointId id, CheckpointId[] newest) =>
        !newest.Take(Kept).Contains(id)
        && (id.Incarnation < newest[0].Incarnation
            || (id.Incarnation == newest[0].Incarnation && id.Tick <= newest[0].Tick));
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
