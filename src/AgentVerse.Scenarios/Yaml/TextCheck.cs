using System.Text;
using AgentVerse.Model.Settings;
using AgentVerse.Scenarios.Reading;

namespace AgentVerse.Scenarios.Yaml;

/// <summary>What is wrong with a text before it is read as YAML: its size and its characters.</summary>
internal static class TextCheck
{
    /// <summary>Largest scenario, bytes of UTF-8.</summary>
    public const int BytesMax = 1 << 20;

    /// <summary>
    /// Reports a text over <see cref="BytesMax"/> and, once each, characters that YAML forbids (controls, halves of a
    /// surrogate pair, non-characters) or that its versions read differently (NEL, LS, PS, a byte order mark inside).
    /// </summary>
    public static void Run(string file, string text, ProblemLog problems)
    {
        long bytes = Encoding.UTF8.GetByteCount(text);
        if (bytes > BytesMax)
        {
            problems.Add(new Problem(
                file, 0, "text", Shown.Count(bytes, "byte"), $"at most {BytesMax} bytes", "move data to data files"));
            return;
        }

        List<char> seen = [];
        int line = 1;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c == '\n' || (c == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
            {
                line++;
            }
            else if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (IsForbidden(c) && !seen.Contains(c))
            {
                seen.Add(c);
                problems.Add(new Problem(
                    file, line, "text", Shown.CodePoint(c), "printable characters, spaces and line ends",
                    "remove the character, or write it as an escape in double quotes"));
            }
        }
    }

    private static bool IsForbidden(char c) => c switch
    {
        '\t' or '\r' => false,
        < ' ' or (>= '\u007f' and <= '\u009f') => true,
        '\u2028' or '\u2029' or '\ufeff' or '\ufffe' or '\uffff' => true,
        _ => char.IsSurrogate(c),
    };
}
