using System.Runtime.InteropServices;
using AgentVerse.Model.Numerics;

namespace AgentVerse.Results.Tables;

/// <summary>Names met while reading, in the order of meeting: what name cells that were read point into.</summary>
public sealed class NameTable
{
    private readonly List<string> _names = [];
    private readonly List<ulong> _hashes = [];
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

    /// <summary>The names.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>Their stable hashes.</summary>
    public ReadOnlySpan<ulong> Hashes => CollectionsMarshal.AsSpan(_hashes);

    /// <summary>Place of a name, which is added if it is new.</summary>
    public int PlaceOf(ReadOnlySpan<char> name)
    {
        if (_places.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out int known))
        {
            return known;
        }

        string text = name.ToString();
        _places.Add(text, _names.Count);
        _names.Add(text);
        _hashes.Add(StableHash.Of(text));
        return _names.Count - 1;
    }
}
