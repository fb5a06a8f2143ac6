namespace AgentVerse.Model.Contracts;

/// <summary>One bulk-synchronous step: its number and the span of simulated time that it covers.</summary>
/// <param name="Index">Number of the tick, from 0.</param>
/// <param name="Seconds">Length of every tick of the run, in seconds.</param>
/// <param name="Start">Start of the run, seconds since 1970, UTC.</param>
public readonly record struct Tick(int Index, long Seconds, long Start)
{
    /// <summary>Start of this tick, seconds since 1970, UTC.</summary>
    public long From => Start + (Index * Seconds);

    /// <summary>Length in days.</summary>
    public double Days => Seconds / 86400.0;
}
