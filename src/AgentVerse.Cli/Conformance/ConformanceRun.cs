using System.Text.Json;
using System.Text.Json.Nodes;

using AgentVerse.Cli.Replays;

namespace AgentVerse.Cli.Conformance;

/// <summary>Runs cases and compares what comes out with what is expected.</summary>
internal static class ConformanceRun
{
    private const string ErrorField = "failed";

    /// <summary>Runs every case of the files.</summary>
    /// <param name="files">Cases.</param>
    /// <param name="operations">Operations by name; a case that names another fails.</param>
    /// <param name="emit">Where each output goes as a JSON line, or none.</param>
    internal static ConformanceReport Of(
        IReadOnlyList<CaseFile> files, IReadOnlyDictionary<string, Operation> operations, TextWriter? emit)
    {
        ConformanceReport report = new();
        foreach (CaseFile file in files)
        {
            foreach (Case one in file.Cases)
            {
                if (string.Equals(one.Op, ShardAudit.Settle, StringComparison.Ordinal))
                {
                    // The record of a whole tick of a shard stands for itself; its inner steps are cases of their own.
                    report.Add(file.Name, one, null);
                    continue;
                }

                Operation? operation = operations.GetValueOrDefault(one.Op);
                JsonElement actual = operation is null ? Failure($"unknown op {one.Op}") : Run(operation, one);
                emit?.WriteLine(Line(file, one, actual));
                report.Add(file.Name, one, Judge(one, actual, operation));
            }
        }

        return report;
    }

    private static JsonElement Run(Operation operation, Case one)
    {
        try
        {
            return JsonSerializer.SerializeToElement(operation.Run(one));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // A case may be malformed in any way: it fails with its reason, and the others go on.
            return Failure($"{e.GetType().Name}: {e.Message}");
        }
    }

    private static JsonElement Failure(string reason) =>
        JsonSerializer.SerializeToElement(new JsonObject { [ErrorField] = reason });

    /// <summary>The mismatches of a case; null when it has no expectation to compare with.</summary>
    private static List<Mismatch>? Judge(Case one, JsonElement actual, Operation? operation)
    {
        if (actual.ValueKind == JsonValueKind.Object && actual.TryGetProperty(ErrorField, out JsonElement reason))
        {
            return [new Mismatch(ErrorField, "an output", reason.GetString() ?? string.Empty, 0)];
        }

        List<Mismatch> mismatches = [];
        bool isAsserted = false;
        if (one.Expected is { } expected)
        {
            isAsserted = expected.ValueKind != JsonValueKind.Object || expected.EnumerateObject().Any();
            mismatches.AddRange(Comparison.Of(expected, actual, field => Tolerance(one.Tolerance, field)));
        }

        if (operation?.DerivedUnit is { } unit)
        {
            JsonElement? derived = one.Field("derived"), floats = one.Field("derived_float");
            isAsserted |= derived is not null || floats is not null;
            mismatches.AddRange(Derived(one, derived, actual, unit));
            JsonElement actualFloats = actual.TryGetProperty("derived_float", out JsonElement found) ? found : default;
            mismatches.AddRange(Derived(one, floats, actualFloats, _ => "float"));
        }

        return isAsserted ? mismatches : null;
    }

    private static IEnumerable<Mismatch> Derived(
        Case one, JsonElement? derived, JsonElement actual, Func<string, string> unit) =>
        derived is { } expected
            ? Comparison.Of(expected, actual, field => Tolerance(one.Field("tolerance_f64"), unit(field)))
            : [];

    private static double Tolerance(JsonElement? tolerance, string field) => tolerance switch
    {
        { ValueKind: JsonValueKind.Number } number => number.GetDouble(),
        { ValueKind: JsonValueKind.Object } byField when byField.TryGetProperty(field, out JsonElement own) =>
            own.GetDouble(),
        _ => 0,
    };

    private static string Line(CaseFile file, Case one, JsonElement actual) => new JsonObject
    {
        ["file"] = file.Name,
        ["id"] = one.Id,
        ["op"] = one.Op,
        ["actual"] = JsonNode.Parse(actual.GetRawText()),
    }.ToJsonString();
}
