using AgentVerse.Model.Contracts;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor.Network;

/// <summary>
/// Registrations that wait inside a tick for the price to fall to their limit, in order of their times. Empty between
/// ticks.
/// </summary>
internal sealed class RegistrationQueue
{
    private readonly List<(Intent Intent, long LastBlock)> _waiting = [];
    private long _highestLimit;
    private long _earliestEnd = long.MaxValue;

    /// <summary>Number of those that wait.</summary>
    internal int Count => _waiting.Count;

    /// <summary>Whether one may be served, or ends, at a block with this price.</summary>
    internal bool HasWork(long price, long block) =>
        _waiting.Count > 0 && (price <= _highestLimit || block >= _earliestEnd);

    /// <summary>Adds one whose price is tested up to a block.</summary>
    internal void Add(in Intent intent, long lastBlock)
    {
        _waiting.Add((intent, lastBlock));
        _highestLimit = Math.Max(_highestLimit, intent.Amount);
        _earliestEnd = Math.Min(_earliestEnd, lastBlock);
    }

    /// <summary>Takes all out, in order; those that go on waiting are added again.</summary>
    internal (Intent Intent, long LastBlock)[] TakeAll()
    {
        (Intent, long)[] all = [.. _waiting];
        _waiting.Clear();
        _highestLimit = 0;
        _earliestEnd = long.MaxValue;
        return all;
    }
}
