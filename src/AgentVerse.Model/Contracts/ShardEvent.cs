namespace AgentVerse.Model.Contracts;

/// <summary>A happening in a shard.</summary>
/// <param name="Type">Index of the event's name in the world's sorted list.</param>
/// <param name="Second">Seconds since the start of the tick.</param>
/// <param name="Agent">Whom it concerns, or none.</param>
/// <param name="Amount">Amount of money, base units.</param>
/// <param name="A">First value.</param>
/// <param name="B">Second value.</param>
public readonly record struct ShardEvent(int Type, int Second, AgentRef Agent, long Amount, long A, long B);
