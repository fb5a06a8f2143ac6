namespace AgentVerse.Simulation;

/// <summary>
/// One phase of a tick: a pure function over each part of a sort, and what the run does with the merged answers.
/// </summary>
/// <param name="Name">Name, for messages and measurements.</param>
/// <param name="Over">Which parts it runs over.</param>
/// <param name="Run">What one part does; null for phases of the run alone.</param>
/// <param name="Absorb">What the run does with the answers of all groups.</param>
public sealed record Phase(
    string Name, PartSort Over, Func<Part, PartCall, PartAnswer>? Run, Action<RunState, IReadOnlyList<GroupAnswer>> Absorb);
