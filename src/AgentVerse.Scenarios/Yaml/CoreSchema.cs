namespace AgentVerse.Scenarios.Yaml;

/// <summary>Type of a plain scalar.</summary>
internal enum ScalarType
{
    /// <summary>Nothing: empty, <c>null</c> or <c>~</c>.</summary>
    Null,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Flag,

    /// <summary>An integer or a floating-point number.</summary>
    Number,

    /// <summary>Anything else.</summary>
    Text,
}

/// <summary>
/// The core schema of YAML 1.2: what a scalar without quotes is. Unlike in YAML 1.1, <c>no</c>, <c>yes</c>, <c>on</c>
/// and <c>off</c> are text, <c>1:30</c> is text (not 90) and <c>1_000</c> is text. Numbers of the schema that authors
/// and programs disagree about (<c>010</c>, <c>0o17</c>, <c>0x1F</c>, <c>.inf</c>, <c>.nan</c>) are numbers here, and
/// refused where a number is read.
/// </summary>
/// <remarks><b>Source:</b> YAML 1.2.2, section 10.3.2.</remarks>
internal static class CoreSchema
{
    /// <summary>The type of a plain scalar.</summary>
    public static ScalarType TypeOf(string text) => text switch
    {
        "" or "~" or "null" or "Null" or "NULL" => ScalarType.Null,
        "true" or "True" or "TRUE" or "false" or "False" or "FALSE" => ScalarType.Flag,
        _ => IsDecimal(text) || IsRadix(text) || IsSpecial(text) ? ScalarType.Number : ScalarType.Text,
    };

    /// <summary><c>[-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?</c></summary>
    public static bool IsDecimal(string text)
    {
        int at = text.Length > 0 && text[0] is '-' or '+' ? 1 : 0;
        int whole = Digits(text, ref at);
        int fraction = 0;
        if (at < text.Length && text[at] == '.')
        {
            at++;
            fraction = Digits(text, ref at);
        }

        if (whole + fraction == 0)
        {
            return false;
        }

        if (at < text.Length && text[at] is 'e' or 'E')
        {
            at++;
            at += at < text.Length && text[at] is '-' or '+' ? 1 : 0;
            if (Digits(text, ref at) == 0)
            {
                return false;
            }
        }

        return at == text.Length;
    }

    /// <summary>Whether the text is a number in base 8 or 16.</summary>
    public static bool IsRadix(string text) =>
        text.Length > 2 && text[0] == '0' &&
        ((text[1] == 'x' && text.Skip(2).All(char.IsAsciiHexDigit)) ||
        (text[1] == 'o' && text.Skip(2).All(c => c is >= '0' and <= '7')));

    /// <summary>Whether the text is an infinity or not a number.</summary>
    public static bool IsSpecial(string text)
    {
        string magnitude = text.Length > 0 && text[0] is '-' or '+' ? text[1..] : text;
        return magnitude is ".inf" or ".Inf" or ".INF" || text is ".nan" or ".NaN" or ".NAN";
    }

    private static int Digits(string text, ref int at)
    {
        int start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return at - start;
    }
}
