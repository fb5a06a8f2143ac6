using System.Globalization;
using System.Text;

namespace AgentVerse.Scenarios.Yaml;

/// <summary>
/// Values as YAML on one line. Deterministic, and read back it gives an equal tree: text stands without quotes only
/// where no reader of YAML 1.1 or 1.2 can take it for something else.
/// </summary>
internal static class FlowText
{
    private static readonly string[] Words =
        ["true", "false", "null", "yes", "no", "on", "off", "y", "n"];

    /// <summary>A node on one line.</summary>
    public static string Of(Node node)
    {
        StringBuilder text = new();
        Append(text, node);
        return text.ToString();
    }

    /// <summary>A text: plain where that is safe, else in double quotes with the escapes of JSON.</summary>
    public static string Text(string text) => IsSafe(text) ? text : Quoted(text);

    /// <summary>A text in double quotes.</summary>
    public static string Quoted(string text)
    {
        StringBuilder quoted = new("\"");
        foreach (char c in text)
        {
            _ = c switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append("\\\\"),
                '\n' => quoted.Append("\\n"),
                '\t' => quoted.Append("\\t"),
                '\r' => quoted.Append("\\r"),
                < ' ' or (>= '\u007f' and <= '\u009f') or '\u2028' or '\u2029' or >= '\ufefe' =>
                    quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => quoted.Append(c),
            };
        }

        return quoted.Append('"').ToString();
    }

    private static void Append(StringBuilder text, Node node)
    {
        switch (node)
        {
            case ScalarNode scalar:
                text.Append(scalar.Type == ScalarType.Text ? Text(scalar.Text) : Plain(scalar));
                break;
            case ListNode list:
                text.Append('[');
                for (int i = 0; i < list.Items.Count; i++)
                {
                    text.Append(i == 0 ? "" : ", ");
                    Append(text, list.Items[i]);
                }

                text.Append(']');
                break;
            case MapNode map:
                text.Append('{');
                for (int i = 0; i < map.Entries.Count; i++)
                {
                    text.Append(i == 0 ? "" : ", ").Append(Text(map.Entries[i].Key)).Append(": ");
                    Append(text, map.Entries[i].Value);
                }

                text.Append('}');
                break;
        }
    }

    private static string Plain(ScalarNode scalar) => scalar.Type == ScalarType.Null ? "null" : scalar.Text;

    private static bool IsSafe(string text)
    {
        if (text.Length is 0 or > 200 || !(char.IsAsciiLetterOrDigit(text[0])))
        {
            return false;
        }

        foreach (char c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_' or '.' or '/'))
            {
                return false;
            }
        }

        return CoreSchema.TypeOf(text) == ScalarType.Text &&
            !Words.Contains(text, StringComparer.OrdinalIgnoreCase) && !IsOldNumber(text);
    }

    /// <summary>What YAML 1.1 reads as a number although 1.2 does not: <c>1_000</c>, <c>0b11</c>.</summary>
    private static bool IsOldNumber(string text) =>
        char.IsAsciiDigit(text[0]) && (text.Contains('_', StringComparison.Ordinal) ||
        text.StartsWith("0b", StringComparison.Ordinal));
}
