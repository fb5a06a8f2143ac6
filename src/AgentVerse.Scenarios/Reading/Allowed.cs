using AgentVerse.Model.Settings;

namespace AgentVerse.Scenarios.Reading;

/// <summary>What a field allows, in words.</summary>
internal static class Allowed
{
    private const int WordsMax = 20;

    /// <summary>The words after "must be".</summary>
    public static string Of(Field field)
    {
        string range = Bounds.Text(field);
        return field.Type switch
        {
            FieldType.Integer when field.Choices.Count == 1 => $"{field.Choices[0]} or a whole number {range}",
            FieldType.Integer => Join("a whole number", range),
            FieldType.Number => Join("a number", range),
            FieldType.Text when field.Min > 0 => $"text of {range} characters",
            FieldType.Text => $"text of at most {Max(field)} characters",
            FieldType.Name => $"a name of a-z, 0-9 and -, at most {Max(field)} characters",
            FieldType.Flag => "true or false",
            FieldType.Choice => OneOf(field.Choices),
            FieldType.Duration => Join("a duration", range),
            FieldType.Date => Join("a date", range),
            FieldType.Amount => $"{Join("an amount", range)} with at most {field.Decimals} decimals",
            FieldType.File => "the relative path of a .csv or .parquet file",
            FieldType.Numbers => $"a list of {range} numbers",
            FieldType.Texts when field.Choices.Count > 0 => $"a list of {range} out of: {Words(field.Choices)}",
            FieldType.Texts => $"a list of {range} texts",
            FieldType.Value => "a single value",
            FieldType.Section => range.Length == 0 ? "a map of keys" : $"a map of keys, {range}",
            FieldType.List => $"a list of {range} maps",
            FieldType.Overrides => $"a map from {range} paths to values",
            FieldType.Points => $"a list of {range} maps from paths to values",
            FieldType.Levels => $"a map from {range} paths to lists of values",
            FieldType.Ranges => $"a map from {range} paths to ranges",
            _ => "a value",
        };
    }

    /// <summary><c>one of: a, b, c</c>, or the one word.</summary>
    public static string OneOf(IReadOnlyCollection<string> words) =>
        words.Count == 1 ? words.First() : $"one of: {Words(words)}";

    private static string Words(IReadOnlyCollection<string> words) =>
        words.Count <= WordsMax
            ? string.Join(", ", words)
            : $"{string.Join(", ", words.Take(WordsMax))} and {words.Count - WordsMax} more";

    private static string Max(Field field) => ScalarText.OfNumber(field.Max);

    private static string Join(string noun, string range) => range.Length == 0 ? noun : $"{noun} {range}";
}
