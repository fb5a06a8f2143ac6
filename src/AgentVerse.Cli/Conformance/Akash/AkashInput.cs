using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Nodes;
using AgentVerse.Mechanisms.Compute.Akash;

namespace AgentVerse.Cli.Conformance.Akash;

/// <summary>Reading of inputs and writing of outputs in the words of the Akash cases.</summary>
internal static class AkashInput
{
    /// <summary>An exact decimal; an exponent is allowed.</summary>
    internal static Dec18 AsDec(this JsonElement value)
    {
        string text = value.ValueKind == JsonValueKind.String ? value.GetString() ?? "" : value.GetRawText();
        const NumberStyles Whole = NumberStyles.AllowLeadingSign;
        if (BigInteger.TryParse(text, Whole, CultureInfo.InvariantCulture, out BigInteger whole))
        {
            return new Dec18((Int128)(whole * Dec18.Unit));
        }

        decimal number = decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
        decimal integer = decimal.Floor(number);
        return new Dec18(((Int128)integer * Dec18.Unit) + (Int128)((number - integer) * Dec18.Unit));
    }

    /// <summary>A decimal field, or what it is without one.</summary>
    internal static Dec18 DecOr(this JsonElement input, string field, Dec18 otherwise) =>
        input.Find(field)?.AsDec() ?? otherwise;

    /// <summary>An integer field, or what it is without one.</summary>
    internal static long LongOr(this JsonElement input, string field, long otherwise) =>
        input.Find(field)?.AsLong() ?? otherwise;

    /// <summary>A truth value, or what it is without one.</summary>
    internal static bool FlagOr(this JsonElement input, string field, bool otherwise) =>
        input.Find(field)?.GetBoolean() ?? otherwise;

    /// <summary>A word, or none.</summary>
    internal static string? Word(this JsonElement input, string field) => input.Find(field)?.GetString();

    /// <summary>A state by its name.</summary>
    internal static T StateOr<T>(this JsonElement input, string field, T otherwise)
        where T : struct, Enum => input.Word(field) is { } name ? Enum.Parse<T>(name) : otherwise;

    /// <summary>A decimal as a number: whole where it is, else the nearest double.</summary>
    internal static JsonNode Json(this Dec18 value) =>
        value.Whole() == value ? JsonValue.Create((long)(value.Raw / Dec18.Unit)) : JsonValue.Create(value.ToDouble());

    /// <summary>The output of something that may be refused.</summary>
    internal static JsonObject Outcome(AkashError error) => error == AkashError.None
        ? new JsonObject { ["result"] = "ok" }
        : new JsonObject { ["result"] = "error", ["error"] = error.ToString() };

    /// <summary>The chain with the take rate and the other parameters that a case may give.</summary>
    internal static AkashParameters Take(JsonElement input, AkashParameters chain) =>
        input.Find("takeRatePct") is { } percent
            ? chain with { TakeRateAkt = percent.AsDec() / Dec18.Of(100) }
            : chain;
}
