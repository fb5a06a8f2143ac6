using AgentVerse.Model.Settings;

namespace AgentVerse.Scenarios;

/// <summary>Outcome of reading a scenario: the scenario, or all that is wrong with it.</summary>
/// <param name="Scenario">The scenario; null exactly if there are problems.</param>
/// <param name="Problems">The problems in order of their lines.</param>
public sealed record ScenarioReading(Scenario? Scenario, IReadOnlyList<Problem> Problems);
