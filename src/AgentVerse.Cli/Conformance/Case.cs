using System.Text.Json;

namespace AgentVerse.Cli.Conformance;

/// <summary>One published case: an operation, its input, and what it should give.</summary>
internal sealed record Case(string Id, string Op, JsonElement Json)
{
    /// <summary>The operation's input.</summary>
    internal JsonElement Input => Json.TryGetProperty("input", out JsonElement input) ? input : default;

    /// <summary>What is expected, if anything is.</summary>
    internal JsonElement? Expected => Field("expected");

    /// <summary>
    /// Largest absolute difference: one number, or one for each expected field; 0 if it is not given.
    /// </summary>
    internal JsonElement? Tolerance => Field("tolerance");

    /// <summary>A field of the case, if it is there and not null.</summary>
    internal JsonElement? Field(string name) =>
        Json.TryGetProperty(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null ? value : null;
}

/// <summary>The cases of one file.</summary>
/// <param name="Name">Path relative to the folder, with forward slashes.</param>
/// <param name="Cases">In the order of the file.</param>
internal sealed record CaseFile(string Name, IReadOnlyList<Case> Cases);
