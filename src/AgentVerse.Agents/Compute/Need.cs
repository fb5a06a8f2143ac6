namespace AgentVerse.Agents.Compute;

/// <summary>What one order asks for.</summary>
/// <param name="Units">GPUs.</param>
/// <param name="Seconds">Time that they are wanted for.</param>
internal readonly record struct Need(int Units, long Seconds);
