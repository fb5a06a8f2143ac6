using AgentVerse.Results;
using AgentVerse.Results.Checkpoints;

namespace AgentVerse.Grains;

/// <summary>
/// The saved parts of one commit, over all its segments; whoever restores takes the parts that are its own.
/// </summary>
public sealed class SegmentSet
{
    private readonly ISegmentStore _store;
    private readonly SortedDictionary<string, string> _segmentOf = new(StringComparer.Ordinal);

    /// <summary>Reads the indices of some segments.</summary>
    /// <exception cref="ResultsException">One is missing or damaged.</exception>
    public SegmentSet(ISegmentStore store, IReadOnlyList<string> segments)
    {
        _store = store;
        foreach (string segment in segments)
        {
            using SegmentReader reader = SegmentReader.Open(store, segment);
            foreach (SegmentPart part in reader.Parts)
            {
                _segmentOf.Add(part.Name, segment);
            }
        }
    }

    /// <summary>State of parts by name, each segment opened once; of a new run, none.</summary>
    /// <exception cref="ResultsException">A segment is damaged, or the commit lacks one of the parts.</exception>
    public IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Read(IEnumerable<string> names)
    {
        SortedDictionary<string, ReadOnlyMemory<byte>> states = new(StringComparer.Ordinal);
        if (_segmentOf.Count == 0)
        {
            return states;
        }

        foreach (IGrouping<string, string> segment in names.GroupBy(SegmentOf))
        {
            using SegmentReader reader = SegmentReader.Open(_store, segment.Key);
            foreach (string name in segment)
            {
                states.Add(name, reader.Read(name));
            }
        }

        return states;
    }

    private string SegmentOf(string part) =>
        _segmentOf.TryGetValue(part, out string? segment)
            ? segment
            : throw new ResultsException(
                $"The checkpoint has no part '{part}'", "The other parts are whole",
                "Resume with the cohort size that the run began with");
}
