using System.Text.Json;

namespace AgentVerse.Grains;

/// <summary>
/// The result files of a run's earlier commits, beside the run's own state in its segment: the list grows with every
/// commit, and the control state is to stay small however long a run is.
/// </summary>
internal static class PublishedParts
{
    private const string Name = "published";

    /// <summary>The list for a segment; it is no state of the world and has no part in its digest.</summary>
    internal static NamedState Save(IReadOnlyList<StagedPart> parts) =>
        new(Name, JsonSerializer.SerializeToUtf8Bytes(parts), UInt128.Zero);

    /// <summary>The files of all commits up to the last one.</summary>
    /// <exception cref="Results.ResultsException">The run's segment is missing or damaged.</exception>
    internal static IReadOnlyList<StagedPart> Of(RunControl control, Func<IReadOnlyList<string>, SegmentSet> open)
    {
        if (control.Phase == RunPhase.Done)
        {
            return control.Published;
        }

        // The run's own segment is the first.
        return open([.. control.Segments.Take(1)]).Read([Name]).TryGetValue(Name, out ReadOnlyMemory<byte> earlier)
            ? [.. JsonSerializer.Deserialize<List<StagedPart>>(earlier.Span)!, .. control.Staged]
            : [];
    }
}
