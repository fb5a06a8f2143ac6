using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace AgentVerse.Cli.Conformance;

/// <summary>Typed reading of a case's input; a missing or wrong field throws with its name.</summary>
internal static class CaseInput
{
    /// <summary>The field.</summary>
    internal static JsonElement Get(this JsonElement json, string field) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(field, out JsonElement value)
            ? value
            : throw new FormatException($"input field {field} is missing");

    /// <summary>The field, unless it is missing or null.</summary>
    internal static JsonElement? Find(this JsonElement json, string field) =>
        json.TryGetProperty(field, out JsonElement value) && value.ValueKind != JsonValueKind.Null ? value : null;

    /// <summary>
    /// An integer, also from a decimal string. Above 2^63 - 1 it is 2^63 - 1: the chain's u64 maximum means "no limit",
    /// and amounts of the mechanism fit a long.
    /// </summary>
    internal static long AsLong(this JsonElement value)
    {
        BigInteger integer = value.AsBigInteger();
        return integer > long.MaxValue ? long.MaxValue : (long)integer;
    }

    /// <summary>An unsigned integer, also from a decimal string.</summary>
    internal static ulong AsUlong(this JsonElement value) => (ulong)value.AsBigInteger();

    /// <summary>An unsigned integer of 128 bits, also from a decimal string.</summary>
    internal static UInt128 AsUInt128(this JsonElement value) => (UInt128)value.AsBigInteger();

    /// <summary>An integer of 32 bits.</summary>
    internal static int AsInt(this JsonElement value) => checked((int)value.AsLong());

    /// <summary>The numbers of an array.</summary>
    internal static double[] AsDoubles(this JsonElement value) =>
        [.. value.EnumerateArray().Select(item => item.GetDouble())];

    /// <summary>The integers of an array.</summary>
    internal static long[] AsLongs(this JsonElement value) => [.. value.EnumerateArray().Select(AsLong)];

    /// <summary>The integers of an array.</summary>
    internal static int[] AsInts(this JsonElement value) => [.. value.EnumerateArray().Select(AsInt)];

    /// <summary>The rows of a matrix.</summary>
    internal static double[][] AsMatrix(this JsonElement value) => [.. value.EnumerateArray().Select(AsDoubles)];

    private static BigInteger AsBigInteger(this JsonElement value)
    {
        string text = value.ValueKind == JsonValueKind.String ? value.GetString() ?? string.Empty : value.GetRawText();
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        bool isInteger = BigInteger.TryParse(text, Style, CultureInfo.InvariantCulture, out BigInteger integer);
        return isInteger ? integer : throw new FormatException($"not an integer: {text}");
    }
}
