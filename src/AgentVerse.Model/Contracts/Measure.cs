using AgentVerse.Model.Settings;

namespace AgentVerse.Model.Contracts;

/// <summary>A measure of a run, computed from a recorded column of one population when the run has ended.</summary>
/// <param name="Name">Name in scenarios, such as <c>gini</c>.</param>
/// <param name="Unit">Unit of its result.</param>
/// <param name="Doc">Formula and meaning.</param>
/// <param name="Section">Its own keys (theta, k), each with a default.</param>
/// <param name="Compute">Its value from non-negative holdings; NaN where it is not defined.</param>
public sealed record Measure(
    string Name, string Unit, string Doc, Section Section, MeasureFormula Compute);

/// <summary>Computes a measure from holdings in no particular order.</summary>
public delegate double MeasureFormula(ReadOnlySpan<double> holdings, SettingsMap settings);
