using System.Text.Json.Nodes;

namespace AgentVerse.Cli.Conformance;

/// <summary>Builds outputs.</summary>
internal static class Output
{
    /// <summary>An output of one value under the usual name.</summary>
    internal static JsonObject Result(JsonNode? value) => new() { ["result"] = value };

    /// <summary>An array.</summary>
    internal static JsonArray Array<T>(IEnumerable<T> values) => [.. values.Select(value => JsonValue.Create(value))];

    /// <summary>An array.</summary>
    internal static JsonArray Column<T>(ReadOnlySpan<T> values) => Array<T>(values.ToArray().AsEnumerable());

    /// <summary>An array of arrays.</summary>
    internal static JsonArray Matrix<T>(IEnumerable<IEnumerable<T>> rows) =>
        [.. rows.Select(row => (JsonNode)Array(row))];
}
