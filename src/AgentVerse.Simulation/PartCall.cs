using AgentVerse.Model.Contracts;

namespace AgentVerse.Simulation;

/// <summary>What a group is sent for a phase: the broadcast, and mail for its parts.</summary>
/// <param name="Tick">Number of the tick.</param>
/// <param name="Board">What was published after the last tick.</param>
/// <param name="Totals">Totals of this tick, for shards.</param>
/// <param name="Mail">Raw rows (for cohorts) or intents (for shards) in any order.</param>
public sealed record GroupCall(int Tick, Board Board, Totals Totals, IReadOnlyList<byte[]> Mail);

/// <summary>What a part is sent for a phase.</summary>
/// <param name="Tick">Number of the tick.</param>
/// <param name="Board">What was published after the last tick.</param>
/// <param name="Totals">Totals of this tick, for shards.</param>
/// <param name="Rows">For a cohort: what it receives, in any order; the part may sort it in place.</param>
/// <param name="Intents">For a shard: what it receives, in any order; the part may sort it in place.</param>
public sealed record PartCall(int Tick, Board Board, Totals Totals, Row[] Rows, Intent[] Intents);
