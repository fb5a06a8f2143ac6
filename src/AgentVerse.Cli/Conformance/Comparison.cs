using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace AgentVerse.Cli.Conformance;

/// <summary>Compares an actual output with an expected one.</summary>
/// <remarks>
/// Only what is expected is asserted: fields that only the actual output has do not matter, and an expected object with
/// digit keys asserts those items of an actual array. Numbers may stand as decimal strings. Integers are compared
/// exactly, whatever their size, before a tolerance is applied.
/// </remarks>
internal static class Comparison
{
    private const int MaxTextLength = 120;

    /// <summary>The differences between the two, in the order of the expectation.</summary>
    /// <param name="expected">What should be.</param>
    /// <param name="actual">What is.</param>
    /// <param name="toleranceOf">The tolerance of a top-level field (the empty name for a bare value).</param>
    internal static IEnumerable<Mismatch> Of(JsonElement expected, JsonElement actual, Func<string, double> toleranceOf)
    {
        if (expected.ValueKind != JsonValueKind.Object)
        {
            return Compare(string.Empty, expected, actual, toleranceOf(string.Empty));
        }

        return expected.EnumerateObject().SelectMany(field =>
            CompareItem(field.Name, field.Name, field.Value, actual, toleranceOf(field.Name)));
    }

    private static IEnumerable<Mismatch> Compare(
        string path, JsonElement expected, JsonElement actual, double tolerance)
    {
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                return expected.EnumerateObject()
                    .SelectMany(item => CompareItem($"{path}.{item.Name}", item.Name, item.Value, actual, tolerance));
            case JsonValueKind.Array when actual.ValueKind == JsonValueKind.Array:
                return CompareArrays(path, expected, actual, tolerance);
            default:
                bool agree = Agree(expected, actual, tolerance);
                return agree ? [] : [new Mismatch(path, Text(expected), Text(actual), tolerance)];
        }
    }

    private static IEnumerable<Mismatch> CompareItem(
        string path, string key, JsonElement expected, JsonElement parent, double tolerance)
    {
        JsonElement? actual = null;
        if (parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(key, out JsonElement field))
        {
            actual = field;
        }
        else if (parent.ValueKind == JsonValueKind.Array
            && int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out int index)
            && index < parent.GetArrayLength())
        {
            actual = parent[index];
        }

        return actual is { } found
            ? Compare(path, expected, found, tolerance)
            : [new Mismatch(path, Text(expected), "missing", tolerance)];
    }

    private static IEnumerable<Mismatch> CompareArrays(
        string path, JsonElement expected, JsonElement actual, double tolerance)
    {
        int length = expected.GetArrayLength();
        if (length != actual.GetArrayLength())
        {
            return [new Mismatch(path, $"{length} items", $"{actual.GetArrayLength()} items", tolerance)];
        }

        return Enumerable.Range(0, length)
            .SelectMany(i => Compare($"{path}.{i}", expected[i], actual[i], tolerance));
    }

    private static bool Agree(JsonElement expected, JsonElement actual, double tolerance)
    {
        if (TryNumber(expected, out string expectedText) && TryNumber(actual, out string actualText))
        {
            return NumbersAgree(expectedText, actualText, tolerance);
        }

        return expected.ValueKind == actual.ValueKind
            && (expected.ValueKind != JsonValueKind.String || expected.GetString() == actual.GetString());
    }

    private static bool NumbersAgree(string expected, string actual, double tolerance)
    {
        if (TryInteger(expected, out BigInteger e) && TryInteger(actual, out BigInteger a))
        {
            return e == a || (double)BigInteger.Abs(e - a) <= tolerance;
        }

        double difference = double.Parse(expected, CultureInfo.InvariantCulture)
            - double.Parse(actual, CultureInfo.InvariantCulture);
        return Math.Abs(difference) <= tolerance;
    }

    private static bool TryInteger(string text, out BigInteger value) =>
        BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);

    private static bool TryNumber(JsonElement element, out string text)
    {
        text = element.ValueKind switch
        {
            JsonValueKind.Number => element.GetRawText(),
            JsonValueKind.String => element.GetString() ?? string.Empty,
            _ => string.Empty,
        };
        return element.ValueKind == JsonValueKind.Number || (text.Length > 0 && TryInteger(text, out _));
    }

    private static string Text(JsonElement element)
    {
        string text = element.ValueKind == JsonValueKind.Undefined ? "nothing" : element.GetRawText();
        return text.Length <= MaxTextLength ? text : string.Concat(text.AsSpan(0, MaxTextLength), "...");
    }
}
