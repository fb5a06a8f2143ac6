using AgentVerse.Model.Settings;

namespace AgentVerse.Scenarios.Reading;

/// <summary>Ranges of fields, and how messages and pages say them.</summary>
internal static class Bounds
{
    /// <summary>Smallest whole value, or null; bounds outside long are those of long.</summary>
    public static Int128? Lower(Field field) =>
        double.IsNegativeInfinity(field.Min) ? null : Int128.Max((Int128)Math.Ceiling(field.Min), long.MinValue);

    /// <summary>Largest whole value, or null; bounds outside long are those of long.</summary>
    public static Int128? Upper(Field field) =>
        double.IsPositiveInfinity(field.Max) ? null : Int128.Min((Int128)Math.Floor(field.Max), long.MaxValue);

    /// <summary>Whether a whole value lies in the range of its field and fits a long.</summary>
    public static bool Hold(Field field, Int128 value) =>
        value >= (Lower(field) ?? long.MinValue) && value <= (Upper(field) ?? long.MaxValue);

    /// <summary>The range: <c>1..512 blocks</c>, <c>at least 1</c>; empty where there is none.</summary>
    public static string Text(Field field)
    {
        string range = field.Type switch
        {
            FieldType.Number => Range(Real(field.Min), Real(field.Max)),
            FieldType.Integer or FieldType.Duration or FieldType.Date or FieldType.Amount =>
                Range(Whole(field, Lower(field)), Whole(field, Upper(field))),
            FieldType.Text or FieldType.Name or FieldType.File or FieldType.Numbers or FieldType.Texts
                or FieldType.List or FieldType.Points or FieldType.Levels or FieldType.Ranges
                or FieldType.Overrides or FieldType.Section =>
                Range(Whole(Length, Lower(field)), Whole(Length, Upper(field))),
            _ => "",
        };
        bool bare = field.Unit.Length == 0 || field.Type == FieldType.Duration || range.Length == 0;
        return bare ? range : $"{range} {field.Unit}";
    }

    private static Field Length { get; } = new("length", FieldType.Integer, "A length.");

    private static string Range(string lower, string upper) => (lower, upper) switch
    {
        ("", "") => "",
        ("", _) => $"at most {upper}",
        (_, "") => $"at least {lower}",
        _ when lower == upper => lower,
        _ => $"{lower}..{upper}",
    };

    private static string Real(double bound) => double.IsInfinity(bound) ? "" : ScalarText.OfNumber(bound);

    private static string Whole(Field field, Int128? bound)
    {
        if (bound is null)
        {
            return "";
        }

        // The word that may stand for 0 is no bound.
        return ScalarText.OfUnits(field with { Choices = [] }, bound.Value);
    }
}
