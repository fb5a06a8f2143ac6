namespace AgentVerse.Model.Contracts;

/// <summary>
/// What the bulletin of a shard that accounts enter says about entering, in words that all networks share, so that a
/// controller can time an attack on any of them.
/// </summary>
public interface IEntryTerms
{
    /// <summary>What one more account costs now, base units of the token that is paid.</summary>
    long EntryPrice { get; }

    /// <summary>What the shard paid out last, in whatever unit it counts; only compared with its own past.</summary>
    double EntryWorth { get; }
}
