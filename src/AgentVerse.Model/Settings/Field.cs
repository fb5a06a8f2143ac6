namespace AgentVerse.Model.Settings;

/// <summary>
/// One key of a scenario: its type, range, default, unit and reason. The reader, the JSON schema and the reference
/// page are all made from it, so that a range is stated once.
/// </summary>
/// <param name="Name">The key as written, camelCase.</param>
/// <param name="Type">How the value is read.</param>
/// <param name="Doc">What it means, one sentence.</param>
public sealed record Field(string Name, FieldType Type, string Doc)
{
    /// <summary>Value when the key is absent: long, double, string, bool or a list; null where there is none.</summary>
    public object? Default { get; init; }

    /// <summary>Whether the key must be present.</summary>
    public bool Required { get; init; }

    /// <summary>
    /// Smallest allowed value (numbers, durations in seconds, amounts in base units), length (text, lists) or number of
    /// written keys (sections, maps).
    /// </summary>
    public double Min { get; init; } = double.NegativeInfinity;

    /// <summary>Largest allowed value, length or number of written keys.</summary>
    public double Max { get; init; } = double.PositiveInfinity;

    /// <summary>Unit of the value, as printed: <c>blocks</c>, <c>TAO</c>; empty for pure numbers.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Where the default comes from: a source, or <c>[A]</c> for an assumption.</summary>
    public string Source { get; init; } = "";

    /// <summary>Decimals of an <see cref="FieldType.Amount"/>: base units = value x 10^Decimals.</summary>
    public int Decimals { get; init; }

    /// <summary>
    /// Allowed words of a <see cref="FieldType.Choice"/> or of each of <see cref="FieldType.Texts"/>; of an
    /// <see cref="FieldType.Integer"/> the one word that may be written for 0 (<c>auto</c>).
    /// </summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Keys of a nested section or of each item of a list.</summary>
    public Section? Nested { get; init; }

    /// <summary>
    /// Whether a nested section that is not written stays away; otherwise it is there, with the defaults of its keys.
    /// </summary>
    public bool Optional { get; init; }

    /// <summary>
    /// Key whose word selects further keys out of <see cref="Variants"/> (a population's <c>kind</c>); empty for none.
    /// </summary>
    public string Tag { get; init; } = "";

    /// <summary>Further keys of a nested section, by the word in <see cref="Tag"/>; sorted by name.</summary>
    public IReadOnlyList<Section> Variants { get; init; } = [];

    /// <summary>A whole number in [min, max].</summary>
    public static Field Integer(
        string name, long? value, long min, long max, string unit, string doc, string source = "") =>
        new(name, FieldType.Integer, doc)
        {
            Default = value, Required = value is null, Min = min, Max = max, Unit = unit, Source = source,
        };

    /// <summary>A finite real number in [min, max].</summary>
    public static Field Number(
        string name, double? value, double min, double max, string unit, string doc, string source = "") =>
        new(name, FieldType.Number, doc)
        {
            Default = value, Required = value is null, Min = min, Max = max, Unit = unit, Source = source,
        };

    /// <summary>A truth value.</summary>
    public static Field Flag(string name, bool value, string doc, string source = "") =>
        new(name, FieldType.Flag, doc) { Default = value, Source = source };

    /// <summary>One of <paramref name="choices"/>.</summary>
    public static Field Choice(
        string name, string? value, IReadOnlyList<string> choices, string doc, string source = "") =>
        new(name, FieldType.Choice, doc)
        {
            Default = value, Required = value is null, Choices = choices, Source = source,
        };

    /// <summary>Text of at most <paramref name="max"/> characters.</summary>
    public static Field Text(string name, string? value, int max, string doc) =>
        new(name, FieldType.Text, doc) { Default = value, Required = value is null, Min = 0, Max = max };

    /// <summary>A name of at most 64 characters; required.</summary>
    public static Field NameOf(string name, string doc) =>
        new(name, FieldType.Name, doc) { Required = true, Min = 1, Max = 64 };

    /// <summary>A list of <paramref name="min"/> to <paramref name="max"/> finite real numbers.</summary>
    public static Field Numbers(
        string name, IReadOnlyList<double>? value, int min, int max, string unit, string doc, string source = "") =>
        new(name, FieldType.Numbers, doc)
        {
            Default = value, Required = value is null, Min = min, Max = max, Unit = unit, Source = source,
        };

    /// <summary>A list of <paramref name="min"/> to <paramref name="max"/> different texts.</summary>
    public static Field Texts(
        string name, IReadOnlyList<string>? value, int min, int max, string doc, string source = "") =>
        new(name, FieldType.Texts, doc)
        {
            Default = value, Required = value is null, Min = min, Max = max, Source = source,
        };

    /// <summary>A UTC date; default and range in seconds since 1970.</summary>
    public static Field Date(string name, long? seconds, long min, long max, string doc, string source = "") =>
        new(name, FieldType.Date, doc)
        {
            Default = seconds, Required = seconds is null, Min = min, Max = max, Source = source,
        };

    /// <summary>A span of time; default and range in seconds.</summary>
    public static Field Duration(
        string name, long? seconds, long min, long max, string doc, string source = "") =>
        new(name, FieldType.Duration, doc)
        {
            Default = seconds, Required = seconds is null, Min = min, Max = max, Unit = "s", Source = source,
        };

    /// <summary>An amount of a token; default and range in base units.</summary>
    public static Field Amount(
        string name, long? baseUnits, long min, long max, string token, int decimals, string doc, string source = "") =>
        new(name, FieldType.Amount, doc)
        {
            Default = baseUnits, Required = baseUnits is null, Min = min, Max = max, Unit = token,
            Decimals = decimals, Source = source,
        };

    /// <summary>A data file beside the scenario; absent means none unless required.</summary>
    public static Field File(string name, string doc, bool required = false) =>
        new(name, FieldType.File, doc) { Required = required, Max = 260 };

    /// <summary>A nested section.</summary>
    public static Field Of(string name, Section section, string doc, bool required = false) =>
        new(name, FieldType.Section, doc) { Nested = section, Required = required };

    /// <summary>A list of nested sections.</summary>
    public static Field ListOf(string name, Section item, int min, int max, string doc) =>
        new(name, FieldType.List, doc) { Nested = item, Min = min, Max = max, Required = min > 0 };
}
