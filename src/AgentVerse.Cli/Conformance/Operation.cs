using System.Text.Json.Nodes;

namespace AgentVerse.Cli.Conformance;

/// <summary>One operation that cases name.</summary>
/// <param name="Run">From a case's input to the full output, shaped like `expected`.</param>
/// <param name="DerivedUnit">
/// For cases with a full `derived` output: which entry of `tolerance_f64` holds for a field of it.
/// </param>
internal sealed record Operation(Func<Case, JsonNode?> Run, Func<string, string>? DerivedUnit = null);
