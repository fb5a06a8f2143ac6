namespace AgentVerse.Cli.Conformance;

/// <summary>One value that is not as expected.</summary>
/// <param name="Field">Path in the output, as `emission.3`.</param>
/// <param name="Expected">As text.</param>
/// <param name="Actual">As text, or the reason why there is none.</param>
/// <param name="Tolerance">Largest difference allowed.</param>
internal readonly record struct Mismatch(string Field, string Expected, string Actual, double Tolerance);
