using System.Runtime.InteropServices;
using AgentVerse.Model.Numerics;

namespace AgentVerse.Model.Records;

/// <summary>
/// The stable hashes of a table of names, each computed once. The table may grow; a name never changes its place.
/// </summary>
internal sealed class NameHashes(IReadOnlyList<string> names)
{
    private readonly List<ulong> _hashes = [];

    /// <summary>Hash of the name that a cell points to.</summary>
    public ulong Of(long cell)
    {
        if ((ulong)cell >= (ulong)_hashes.Count)
        {
            Extend(cell);
        }

        return CollectionsMarshal.AsSpan(_hashes)[(int)cell];
    }

    private void Extend(long cell)
    {
        Invariant.Check((ulong)cell < (ulong)names.Count, "a name's cell points into the table of names");
        for (int i = _hashes.Count; i < names.Count; i++)
        {
            _hashes.Add(StableHash.Of(names[i]));
        }
    }
}
