using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace AgentVerse.Tests.Scenarios;

/// <summary>Checks JSON by the keywords of draft 2020-12 that our schema uses; any other keyword is an error.</summary>
internal static class SchemaCheck
{
    private static readonly string[] Silent = ["$schema", "title", "description", "default", "required"];

    internal static IEnumerable<string> Misfits(JsonObject schema, JsonNode? value, string at) =>
        schema.SelectMany(keyword => Keyword(schema, keyword.Key, keyword.Value!, value, at));

    private static IEnumerable<string> Keyword(JsonObject schema, string keyword, JsonNode rule, JsonNode? value, string at)
    {
        double number = value is JsonValue n && n.GetValueKind() == JsonValueKind.Number ? n.GetValue<double>() : double.NaN;
        string? text = value is JsonValue t && t.GetValueKind() == JsonValueKind.String ? t.GetValue<string>() : null;
        JsonArray? list = value as JsonArray;
        JsonObject? map = value as JsonObject;
        double bound = rule is JsonValue r && r.GetValueKind() == JsonValueKind.Number ? double.Parse(rule.ToJsonString(), CultureInfo.InvariantCulture) : 0;
        return keyword switch
        {
            "type" => When(!Types(rule).Any(type => Is(type, value)), at, $"is no {rule.ToJsonString()}"),
            "const" => When(!JsonNode.DeepEquals(Plain(rule), Plain(value)), at, $"is not {rule.ToJsonString()}"),
            "enum" => When(!rule.AsArray().Any(w => JsonNode.DeepEquals(Plain(w), Plain(value))), at, "is none of the words"),
            "minimum" => When(number < bound, at, $"is below {bound}"),
            "maximum" => When(number > bound, at, $"is above {bound}"),
            "minLength" => When(text?.Length < bound, at, "is too short"),
            "maxLength" => When(text?.Length > bound, at, "is too long"),
            "pattern" => When(text is not null && !Regex.IsMatch(text, rule.GetValue<string>()), at, "has another form"),
            "minItems" => When(list?.Count < bound, at, "has too few items"),
            "maxItems" => When(list?.Count > bound, at, "has too many items"),
            "minProperties" => When(map?.Count < bound, at, "has too few keys"),
            "maxProperties" => When(map?.Count > bound, at, "has too many keys"),
            "uniqueItems" => When(list?.Select(i => i?.ToJsonString()).Distinct().Count() < list?.Count, at, "lists one twice"),
            "items" => list?.SelectMany((item, i) => Misfits(rule.AsObject(), item, $"{at}[{i}]")) ?? [],
            "properties" => map is null ? [] : Properties(schema, rule.AsObject(), map, at),
            "additionalProperties" => map is null || schema.ContainsKey("properties")
                ? [] : map.SelectMany(p => Misfits(rule.AsObject(), p.Value, $"{at}.{p.Key}")),
            "anyOf" => When(!rule.AsArray().Any(a => Fits(a!, value)), at, "fits no alternative"),
            "oneOf" => When(rule.AsArray().Count(a => Fits(a!, value)) != 1, at, "fits not exactly one alternative"),
            _ => When(!Silent.Contains(keyword), at, $"meets the unknown keyword {keyword}"),
        };
    }

    private static IEnumerable<string> Properties(JsonObject schema, JsonObject properties, JsonObject map, string at)
    {
        IEnumerable<string> missing = (schema["required"] as JsonArray ?? []).Select(k => k!.GetValue<string>())
            .Where(k => !map.ContainsKey(k)).Select(k => $"{at}.{k} is missing");
        IEnumerable<string> unknown = map.Select(p => p.Key).Where(k => !properties.ContainsKey(k))
            .Select(k => $"{at}.{k} is unknown");
        return missing.Concat(unknown).Concat(map.Where(p => properties.ContainsKey(p.Key))
            .SelectMany(p => Misfits(properties[p.Key]!.AsObject(), p.Value, $"{at}.{p.Key}")));
    }

    private static bool Fits(JsonNode schema, JsonNode? value) => !Misfits(schema.AsObject(), value, "").Any();

    private static IEnumerable<string> Types(JsonNode rule) =>
        rule is JsonArray types ? types.Select(t => t!.GetValue<string>()) : [rule.GetValue<string>()];

    private static bool Is(string type, JsonNode? value) => type switch
    {
        "null" => value is null,
        "object" => value is JsonObject,
        "array" => value is JsonArray,
        "string" => value is JsonValue v && v.GetValueKind() == JsonValueKind.String,
        "boolean" => value is JsonValue v && v.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
        "number" => value is JsonValue v && v.GetValueKind() == JsonValueKind.Number,
        "integer" => value is JsonValue v && v.GetValueKind() == JsonValueKind.Number && double.IsInteger(v.GetValue<double>()),
        _ => throw new InvalidOperationException(type),
    };

    /// <summary>The value read anew, so that 1 and 1.0 are equal.</summary>
    private static JsonNode? Plain(JsonNode? value) =>
        value is JsonValue v && v.GetValueKind() == JsonValueKind.Number
            ? JsonValue.Create(double.Parse(v.ToJsonString(), CultureInfo.InvariantCulture))
            : value;

    private static IEnumerable<string> When(bool wrong, string at, string what) => wrong ? [$"{at} {what}"] : [];
}
