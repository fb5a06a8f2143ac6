using System.Globalization;
using System.Text;
using AgentVerse.Scenarios.Yaml;

namespace AgentVerse.Scenarios.Reading;

/// <summary>How values stand in messages: short, on one line, visible.</summary>
internal static class Shown
{
    private const int LengthMax = 60;

    /// <summary>A text without line ends and controls, cut after 60 characters.</summary>
    public static string Text(string text)
    {
        StringBuilder shown = new();
        foreach (char c in text.AsSpan(0, Math.Min(text.Length, LengthMax)))
        {
            _ = c switch
            {
                '\n' => shown.Append("\\n"),
                '\t' => shown.Append("\\t"),
                '\r' => shown.Append("\\r"),
                _ when char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029' or >= '\ufefe' =>
                    shown.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => shown.Append(c),
            };
        }

        return text.Length > LengthMax ? shown.Append("...").ToString() : shown.ToString();
    }

    /// <summary>A value as written: a single one without quotes, others on one line.</summary>
    public static string Node(Node node) => node switch
    {
        ScalarNode { Type: ScalarType.Null } => "nothing",
        ScalarNode { Text: "" } => "\"\"",
        ScalarNode { Plain: false } scalar when CoreSchema.TypeOf(scalar.Text) != ScalarType.Text =>
            $"\"{Text(scalar.Text)}\"",
        ScalarNode scalar => Text(scalar.Text),
        _ => Text(FlowText.Of(node)),
    };

    /// <summary>A key: as it is where it is one word, else quoted.</summary>
    public static string Key(string key)
    {
        bool word = key.Length > 0;
        foreach (char c in key)
        {
            word &= char.IsAsciiLetterOrDigit(c) || c is '-' or '_';
        }

        return word && key.Length <= LengthMax ? key : $"\"{Text(key)}\"";
    }

    /// <summary>A path with one more key.</summary>
    public static string Path(string path, string key) => path.Length == 0 ? Key(key) : $"{path}.{Key(key)}";

    /// <summary>A number with its noun: <c>1 byte</c>, <c>2 bytes</c>.</summary>
    public static string Count(long count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");

    /// <summary>A character by its number: <c>U+0000</c>.</summary>
    public static string CodePoint(char c) => string.Create(CultureInfo.InvariantCulture, $"U+{(int)c:X4}");
}
