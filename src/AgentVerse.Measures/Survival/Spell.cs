namespace AgentVerse.Measures.Survival;

/// <summary>A time that somebody stayed.</summary>
/// <param name="Duration">How long, above or at 0, in any one unit.</param>
/// <param name="HasEnded">Whether it ended; otherwise it was still on when the watching ended (censored).</param>
public readonly record struct Spell(double Duration, bool HasEnded);
