namespace AgentVerse.Mechanisms.Intelligence.Bittensor;

/// <summary>
/// Weights that a validator has committed and not yet shown. Nobody may read them before their epoch.
/// </summary>
public sealed record WeightsCommit
{
    /// <summary>The validator's uid.</summary>
    public required int Uid { get; init; }

    /// <summary>Epoch of the commit, by <see cref="CommitReveal.CurrentEpoch"/>.</summary>
    public required long Epoch { get; init; }

    /// <summary>Block of the commit.</summary>
    public required long Block { get; init; }

    /// <summary>Whether the chain itself opens it (version 4); otherwise the validator must reveal it.</summary>
    public bool IsTimeLocked { get; init; }

    /// <summary>Stands for the hash of weights and salt: equal weights under another salt have another.</summary>
    public ulong Hash { get; init; }

    /// <summary>Uids of miners.</summary>
    public IReadOnlyList<int> Uids { get; init; } = [];

    /// <summary>Their weights, in any scale.</summary>
    public IReadOnlyList<ushort> Values { get; init; } = [];

    /// <summary>Version of the validator's software.</summary>
    public ulong VersionKey { get; init; }
}

/// <summary>The commits that wait in one sub-mechanism, in order of arrival.</summary>
public sealed class CommitBook
{
    private readonly List<WeightsCommit> _waiting = [];

    /// <summary>Commits in order of arrival, for checkpoints.</summary>
    public IReadOnlyList<WeightsCommit> Waiting => _waiting;

    /// <summary>Adds a commit, or puts one back from a checkpoint.</summary>
    public void Add(WeightsCommit commit) => _waiting.Add(commit);

    /// <summary>Drops all commits of a uid, as when its neuron is replaced.</summary>
    public void Drop(int uid) => _waiting.RemoveAll(commit => commit.Uid == uid);

    internal void RemoveAll(Predicate<WeightsCommit> match) => _waiting.RemoveAll(match);
}
