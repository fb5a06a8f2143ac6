namespace AgentVerse.Scenarios.Reading;

/// <summary>Finds the known name that an author may have meant.</summary>
internal static class Nearest
{
    private const int LengthMax = 64;
    private const int ListedMax = 16;

    /// <summary>What to do about an unknown key: rename it to the nearest known one, or remove it.</summary>
    public static string KeyFix(string key, IReadOnlyCollection<string> known)
    {
        string some = string.Join(", ", known.Take(ListedMax));
        return Find(key, known) is { } best ? $"did you mean '{best}'?"
            : known.Count == 0 ? "remove it"
            : known.Count > ListedMax ? $"remove it; known are {some} and {known.Count - ListedMax} more"
            : $"remove it; known are {some}";
    }

    /// <summary>What to do about an unknown word where the known ones have been listed.</summary>
    public static string WordFix(string word, IReadOnlyCollection<string> known) =>
        Find(word, known) is { } best ? $"did you mean '{best}'?"
        : known.Count == 0 ? "there is none: remove it"
        : known.Count == 1 ? "write that" : "choose one of them";

    /// <summary>The first of the nearest names, if it is near: a third of the letters, or one, may differ.</summary>
    private static string? Find(string name, IReadOnlyCollection<string> known)
    {
        string? best = null;
        int least = Math.Min(Math.Max(1, name.Length / 3) + 1, name.Length);
        foreach (string candidate in known)
        {
            int far = Distance(name, candidate, least);
            if (far < least)
            {
                least = far;
                best = candidate;
            }
        }

        return best;
    }

    /// <summary>
    /// Damerau-Levenshtein distance in its restricted form (optimal string alignment), without case; at least
    /// <paramref name="limit"/> where the lengths alone differ by that much or a word is over 64 characters.
    /// </summary>
    public static int Distance(string a, string b, int limit)
    {
        if (a.Length > LengthMax || b.Length > LengthMax || Math.Abs(a.Length - b.Length) >= limit)
        {
            return limit;
        }

        Span<int> before = stackalloc int[LengthMax + 1];
        Span<int> last = stackalloc int[LengthMax + 1];
        Span<int> row = stackalloc int[LengthMax + 1];
        for (int j = 0; j <= b.Length; j++)
        {
            last[j] = j;
        }

        for (int i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int change = Same(a[i - 1], b[j - 1]) ? 0 : 1;
                row[j] = Math.Min(Math.Min(last[j], row[j - 1]) + 1, last[j - 1] + change);
                if (i > 1 && j > 1 && Same(a[i - 1], b[j - 2]) && Same(a[i - 2], b[j - 1]))
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }

            last.CopyTo(before);
            row.CopyTo(last);
        }

        return last[b.Length];
    }

    private static bool Same(char a, char b) => char.ToLowerInvariant(a) == char.ToLowerInvariant(b);
}
