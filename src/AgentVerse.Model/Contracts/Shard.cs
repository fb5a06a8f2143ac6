using AgentVerse.Model.State;

namespace AgentVerse.Model.Contracts;

/// <summary>A part of a network that settles: its state and the pure functions that change it.</summary>
public abstract class Shard
{
    /// <summary>What everybody sees before the first tick.</summary>
    public abstract Bulletin Opening();

    /// <summary>
    /// Runs the shard's own blocks of the tick, intents in order of their times, and publishes. Of other shards it sees
    /// the bulletins of the last tick only.
    /// </summary>
    public abstract Bulletin Settle(ShardTick tick);

    /// <summary>
    /// Names every account that the shard holds money in, undistributed pots too; not what rows carry.
    /// </summary>
    public abstract void Accounts(AccountBook book);

    /// <summary>Carries the whole state to or from a checkpoint.</summary>
    public abstract void Carry(StateCodec codec);
}
