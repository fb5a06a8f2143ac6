using AgentVerse.Model.Numerics;
using AgentVerse.Model.Settings;
using AgentVerse.Scenarios.Reading;
using AgentVerse.Scenarios.Yaml;

namespace AgentVerse.Scenarios.Plans;

/// <summary>
/// A range of one value, from u in [0, 1): linear <c>from + u (to - from)</c>, log <c>from (to / from)^u</c>. A whole
/// value (integer, duration, date, amount in base units) is the floor of the same over <c>[from, to + 1)</c>, so that
/// both ends are as likely as what lies between; plain rounding would give them half as much.
/// </summary>
/// <param name="Path">Path of the key.</param>
/// <param name="Field">Its declaration.</param>
/// <param name="From">Lower end: long or double.</param>
/// <param name="To">Upper end, above the lower one.</param>
/// <param name="IsLog">Whether logarithms are even; both ends are positive.</param>
internal sealed record Axis(string Path, Field Field, object From, object To, bool IsLog)
{
    /// <summary>The value at a coordinate in [0, 1).</summary>
    public Override At(double u) => Override.Of(Path, ScalarText.Of(Field, From is long ? Whole(u) : (object)Real(u)));

    /// <summary>Whether points can lie on such a field.</summary>
    public static bool CanHold(Field field) => field.Type is FieldType.Integer or FieldType.Number
        or FieldType.Duration or FieldType.Date or FieldType.Amount;

    /// <summary>An end of a range, from its text; null where it does not fit its field.</summary>
    public static object? End(Field field, string text)
    {
        Node? node = TreeReader.ReadValue(default, text, new ProblemLog());
        object? value = node is ScalarNode scalar ? ScalarReader.Read(field, scalar).Value : null;
        return value is long whole && !Bounds.Hold(field, whole) ? null : value;
    }

    private double Real(double u)
    {
        double from = (double)From;
        double to = (double)To;
        return Math.Clamp(Between(from, to, u), from, to);
    }

    private long Whole(double u)
    {
        long grain = Field.Type == FieldType.Date ? TimeText.Day : 1;
        Int128 from = (long)From / grain;
        Int128 to = (long)To / grain;
        Int128 value = IsLog
            ? (Int128)Between((double)from, (double)(to + 1), u)
            : from + (Int128)(u * (double)(to + 1 - from));
        return (long)Int128.Clamp(value, from, to) * grain;
    }

    private double Between(double from, double to, double u) => IsLog
        ? from * DeterministicMath.Exp(u * DeterministicMath.Log(to / from))
        : from + (u * (to - from));
}
