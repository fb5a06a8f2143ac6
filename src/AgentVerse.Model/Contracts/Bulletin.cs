using AgentVerse.Model.State;

namespace AgentVerse.Model.Contracts;

/// <summary>
/// What a shard publishes after settling: prices, difficulty, totals, pay rules; read-only once published.
/// </summary>
public abstract class Bulletin
{
    /// <summary>Carries the fields to or from the wire.</summary>
    public abstract void Carry(StateCodec codec);
}
