using System.Globalization;
using AgentVerse.Model.Settings;
using AgentVerse.Scenarios.Yaml;

namespace AgentVerse.Scenarios.Reading;

/// <summary>A scalar as its field's type, or what to do about it.</summary>
/// <param name="Value">long, double, bool or string; null where it does not fit.</param>
/// <param name="Fix">What to do where it does not fit.</param>
internal readonly record struct ScalarReading(object? Value, string Fix);

/// <summary>Reads single values. Quotes make text of a value: a number in quotes is no number.</summary>
internal static class ScalarReader
{
    private const string Quote = "put it in quotes";
    private const string InRange = "choose a value in that range";
    private const string Unquote = "remove the quotes";

    /// <summary>Reads a scalar as a field's type.</summary>
    public static ScalarReading Read(Field field, ScalarNode scalar)
    {
        if (scalar.Type == ScalarType.Null)
        {
            return Bad("give it a value, or remove the key");
        }

        return field.Type switch
        {
            FieldType.Integer when field.Choices.Contains(scalar.Text) => new ScalarReading(0L, ""),
            FieldType.Integer => Units(field, scalar, 0),
            FieldType.Number => Number(field, scalar),
            FieldType.Flag => Flag(scalar),
            FieldType.Duration => Span(field, scalar.Text),
            FieldType.Date => Date(field, scalar.Text),
            FieldType.Amount => Units(field, scalar with { Plain = true }, field.Decimals),
            FieldType.Value => new ScalarReading(FlowText.Of(scalar), ""),
            FieldType.Text or FieldType.Name or FieldType.Choice or FieldType.File => Word(field, scalar),
            _ => Bad($"write {Allowed.Of(field)}"),
        };
    }

    private static ScalarReading Bad(string fix) => new(null, fix);

    private static ScalarReading Units(Field field, ScalarNode scalar, int decimals)
    {
        if (ExactDecimal.HasLeadingZero(scalar.Text))
        {
            return Bad("write it without zeros in front");
        }

        return ExactDecimal.TryRead(scalar.Text, decimals, out Int128 units) switch
        {
            DecimalOutcome.NotDecimal => Bad(NoNumber(scalar)),
            _ when !scalar.Plain => Bad(Unquote),
            DecimalOutcome.TooFine when decimals > 0 =>
                Bad(string.Create(CultureInfo.InvariantCulture, $"round it to {decimals} decimals")),
            DecimalOutcome.TooFine => Bad("write a whole number"),
            DecimalOutcome.Exact when Bounds.Hold(field, units) => new ScalarReading((long)units, ""),
            _ => Bad(InRange),
        };
    }

    private static ScalarReading Number(Field field, ScalarNode scalar)
    {
        if (!CoreSchema.IsDecimal(scalar.Text))
        {
            return Bad(NoNumber(scalar));
        }

        if (!scalar.Plain)
        {
            return Bad(Unquote);
        }

        if (ExactDecimal.HasLeadingZero(scalar.Text))
        {
            return Bad("write it without zeros in front");
        }

        // Adding 0 makes 0 of -0, so that equal values have one form.
        double number = double.Parse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture) + 0.0;
        return double.IsFinite(number) && number >= field.Min && number <= field.Max
            ? new ScalarReading(number, "")
            : Bad(InRange);
    }

    private static string NoNumber(ScalarNode scalar)
    {
        string text = scalar.Text;
        if (CoreSchema.IsSpecial(text))
        {
            return "write a finite number";
        }

        if (CoreSchema.IsRadix(text))
        {
            return "write it in decimal";
        }

        if (CoreSchema.IsDecimal(text.Replace("_", "", StringComparison.Ordinal)))
        {
            return "write it without underscores";
        }

        return CoreSchema.IsDecimal(text.Replace(",", "", StringComparison.Ordinal))
            ? "write it without commas; the decimal sign is a point"
            : "write a number";
    }

    private static ScalarReading Flag(ScalarNode scalar) =>
        scalar.Type == ScalarType.Flag
            ? new ScalarReading(scalar.Text[0] is 't' or 'T', "")
            : Bad(scalar.Plain ? "write true or false" : Unquote);

    private static ScalarReading Span(Field field, string text) => TimeText.TryReadSpan(text, out Int128 seconds) switch
    {
        DecimalOutcome.NotDecimal => Bad("write a number and one of s, m, h, d, such as 90m"),
        DecimalOutcome.TooFine => Bad("write whole seconds"),
        DecimalOutcome.Exact when Bounds.Hold(field, seconds) => new ScalarReading((long)seconds, ""),
        _ => Bad(InRange),
    };

    private static ScalarReading Date(Field field, string text) =>
        !TimeText.TryReadDate(text, out long seconds) ? Bad("write a UTC date as year-month-day, such as 2025-12-20")
        : Bounds.Hold(field, seconds) ? new ScalarReading(seconds, "")
        : Bad(InRange);

    private static ScalarReading Word(Field field, ScalarNode scalar)
    {
        string text = scalar.Text;
        if (scalar.Type != ScalarType.Text)
        {
            return Bad(field.Type == FieldType.Choice ? Nearest.WordFix(text, field.Choices) : Quote);
        }

        string fix = field.Type switch
        {
            FieldType.Choice => field.Choices.Contains(text) ? "" : Nearest.WordFix(text, field.Choices),
            FieldType.Name => NameFix(field, text),
            FieldType.File => FilePath.Fix(text, (int)field.Max),
            _ => TextFix(field, text),
        };
        return fix.Length == 0 ? new ScalarReading(text, "") : Bad(fix);
    }

    private static string NameFix(Field field, string text)
    {
        if (text.Length > field.Max)
        {
            return "shorten it";
        }

        bool fits = text.Length > 0 && text[0] != '-';
        foreach (char c in text)
        {
            fits &= char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-';
        }

        return fits ? "" : "begin with a letter or digit and use no other characters";
    }

    private static string TextFix(Field field, string text)
    {
        foreach (char c in text)
        {
            if (char.IsControl(c) && c is not ('\n' or '\t'))
            {
                return "remove control characters";
            }
        }

        return text.Length > field.Max ? "shorten it" : text.Length < field.Min ? "write more" : "";
    }
}
