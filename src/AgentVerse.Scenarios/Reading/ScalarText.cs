using System.Globalization;
using AgentVerse.Model.Settings;
using AgentVerse.Scenarios.Yaml;

namespace AgentVerse.Scenarios.Reading;

/// <summary>Checked values back to text: the one form of each that the canonical scenario and messages use.</summary>
public static class ScalarText
{
    /// <summary>A scalar of the field's type.</summary>
    public static string Of(Field field, object value) => value switch
    {
        long number => OfUnits(field, number),
        double number => OfNumber(number),
        bool flag => flag ? "true" : "false",
        string text when field.Type == FieldType.Value => text,
        string text => FlowText.Text(text),
        _ => throw new InvalidOperationException($"'{field.Name}' holds a scalar"),
    };

    /// <summary>A whole number, span, date or amount.</summary>
    public static string OfUnits(Field field, Int128 units) => field.Type switch
    {
        FieldType.Duration => TimeText.Span(units),
        FieldType.Date => TimeText.Date(units),
        FieldType.Amount => ExactDecimal.Write(units, field.Decimals),
        _ when units == 0 && field.Choices.Count == 1 => field.Choices[0],
        _ => units.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>The shortest decimal that reads back as the same double.</summary>
    public static string OfNumber(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
