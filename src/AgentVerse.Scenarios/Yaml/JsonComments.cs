namespace AgentVerse.Scenarios.Yaml;

/// <summary>
/// Takes the comments out of JSON: <c>//</c> to the end of the line, and <c>/*</c> to <c>*/</c>. What is left is YAML.
/// </summary>
internal static class JsonComments
{
    /// <summary>
    /// The text with blanks for its comments and for tabs between values, so that lines keep their numbers.
    /// </summary>
    public static string Blank(string text)
    {
        char[] shown = text.ToCharArray();
        int i = 0;
        while (i < shown.Length)
        {
            int end = shown[i] switch
            {
                '"' => EndOfString(text, i),
                '/' when Follows(text, i, '/') => Blank(shown, i, EndOfLine(text, i)),
                '/' when Follows(text, i, '*') => Blank(shown, i, EndOfBlock(text, i)),
                '\t' => Blank(shown, i, i + 1),
                _ => i + 1,
            };
            i = end;
        }

        return new string(shown);
    }

    private static bool Follows(string text, int i, char next) => i + 1 < text.Length && text[i + 1] == next;

    private static int EndOfString(string text, int begin)
    {
        int i = begin + 1;
        while (i < text.Length && text[i] is not ('"' or '\n'))
        {
            i += text[i] == '\\' ? 2 : 1;
        }

        return Math.Min(i + 1, text.Length);
    }

    private static int EndOfLine(string text, int begin)
    {
        int end = text.IndexOf('\n', begin);
        return end < 0 ? text.Length : end;
    }

    private static int EndOfBlock(string text, int begin)
    {
        int end = text.IndexOf("*/", begin + 2, StringComparison.Ordinal);
        return end < 0 ? text.Length : end + 2;
    }

    private static int Blank(char[] text, int begin, int end)
    {
        for (int i = begin; i < end; i++)
        {
            text[i] = text[i] is '\n' or '\r' ? text[i] : ' ';
        }

        return end;
    }
}
