using AgentVerse.Model.Settings;

namespace AgentVerse.Scenarios.Yaml;

/// <summary>One value of the scenario's tree, immutable.</summary>
internal abstract record Node(Place Place);

/// <summary>A single value. <paramref name="Plain"/>: written without quotes, so its form decides its type.</summary>
internal sealed record ScalarNode(Place Place, string Text, bool Plain) : Node(Place)
{
    /// <summary>Its type by the core schema.</summary>
    public ScalarType Type => Plain ? CoreSchema.TypeOf(Text) : ScalarType.Text;
}

/// <summary>A list.</summary>
internal sealed record ListNode(Place Place, IReadOnlyList<Node> Items) : Node(Place)
{
    /// <summary>The same list with another item at a place.</summary>
    public ListNode With(int index, Node item)
    {
        Node[] items = [.. Items];
        items[index] = item;
        return this with { Items = items };
    }
}

/// <summary>A map, in written order; keys are different.</summary>
internal sealed record MapNode(Place Place, IReadOnlyList<MapEntry> Entries) : Node(Place)
{
    /// <summary>A map without keys.</summary>
    public static MapNode Empty(Place place) => new(place, []);

    /// <summary>The value of a key, or null.</summary>
    public Node? Find(string key)
    {
        int index = IndexOf(key);
        return index < 0 ? null : Entries[index].Value;
    }

    /// <summary>The same map with a key set to a value.</summary>
    public MapNode With(string key, Place place, Node value)
    {
        int index = IndexOf(key);
        if (index < 0)
        {
            return this with { Entries = [.. Entries, new MapEntry(key, place, value)] };
        }

        MapEntry[] entries = [.. Entries];
        entries[index] = new MapEntry(key, place, value);
        return this with { Entries = entries };
    }

    /// <summary>The same map without a key.</summary>
    public MapNode Without(string key) =>
        this with { Entries = [.. Entries.Where(e => !string.Equals(e.Key, key, StringComparison.Ordinal))] };

    private int IndexOf(string key)
    {
        for (int i = 0; i < Entries.Count; i++)
        {
            if (string.Equals(Entries[i].Key, key, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }
}

/// <summary>A key of a map with its value.</summary>
internal sealed record MapEntry(string Key, Place Place, Node Value);
