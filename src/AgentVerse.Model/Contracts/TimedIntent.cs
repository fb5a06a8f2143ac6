namespace AgentVerse.Model.Contracts;

/// <summary>An intent with its time inside the tick.</summary>
/// <param name="Time">Time as a fraction of the tick in units of 2^-32.</param>
/// <param name="Tie">Drawn hash that breaks ties of time.</param>
/// <param name="Intent">The intent.</param>
public readonly record struct TimedIntent(uint Time, ulong Tie, Intent Intent)
{
    /// <summary>
    /// Number of the block of a tick of <paramref name="blocks"/> blocks that the intent falls into, from 0.
    /// </summary>
    public int BlockOf(int blocks) => (int)(((ulong)Time * (ulong)blocks) >> 32);
}
