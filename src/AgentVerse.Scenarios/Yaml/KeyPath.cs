using System.Globalization;

namespace AgentVerse.Scenarios.Yaml;

/// <summary>One step of a path: a key (or the name of a list's item), or the index of a list's item.</summary>
/// <param name="Key">The key; empty for an index.</param>
/// <param name="Index">The index; -1 for a key.</param>
internal readonly record struct PathStep(string Key, int Index)
{
    /// <summary>Place of the item in a list: by index, or by the value of its <c>name</c>; -1 for none.</summary>
    public int IndexIn(ListNode list)
    {
        if (Index >= 0)
        {
            return Index < list.Items.Count ? Index : -1;
        }

        for (int i = 0; i < list.Items.Count; i++)
        {
            if (list.Items[i] is MapNode map && map.Find("name") is ScalarNode name && name.Text == Key)
            {
                return i;
            }
        }

        return -1;
    }
}

/// <summary>A path of the tree: <c>populations[0].count</c>, <c>populations.miners.count</c>.</summary>
internal sealed class KeyPath
{
    private KeyPath(IReadOnlyList<PathStep> steps) => Steps = steps;

    /// <summary>Its steps, at least one.</summary>
    public IReadOnlyList<PathStep> Steps { get; }

    /// <summary>Reads a path; null where it is none.</summary>
    public static KeyPath? Parse(string text)
    {
        List<PathStep> steps = [];
        foreach (string part in text.Split('.'))
        {
            int bracket = part.IndexOf('[', StringComparison.Ordinal);
            string key = bracket < 0 ? part : part[..bracket];
            if (!IsKey(key))
            {
                return null;
            }

            steps.Add(new PathStep(key, -1));
            if (bracket >= 0 && !AddIndices(part[bracket..], steps))
            {
                return null;
            }
        }

        return new KeyPath(steps);
    }

    private static bool AddIndices(string text, List<PathStep> steps)
    {
        if (text[^1] != ']')
        {
            return false;
        }

        foreach (string part in text[..^1].Split(']'))
        {
            if (part.Length < 2 || part[0] != '[' ||
                !int.TryParse(part.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out int index))
            {
                return false;
            }

            steps.Add(new PathStep("", index));
        }

        return true;
    }

    private static bool IsKey(string key)
    {
        foreach (char c in key)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_'))
            {
                return false;
            }
        }

        return key.Length > 0;
    }
}
