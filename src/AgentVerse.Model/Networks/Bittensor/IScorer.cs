using AgentVerse.Model.Numerics;

namespace AgentVerse.Model.Networks.Bittensor;

/// <summary>
/// A validator's script: a policy of validators that the subnet runs at the validator's own block of every tempo, found
/// by the index of the policy in the validator's population.
/// </summary>
public interface IScorer
{
    /// <summary>
    /// Scores what the subnet shows.
    /// </summary>
    /// <param name="shown">What the validator sees.</param>
    /// <param name="scores">
    /// Result by uid, zero before the call: finite, at least 0; 0 leaves a uid out. The subnet scales them to the
    /// largest.
    /// </param>
    /// <returns>False to keep the weights that stand.</returns>
    bool Score(in ScoringView shown, Span<double> scores);

    /// <summary>
    /// Whether the script runs in the last block before an epoch, when it sees what all others have set, and not at a
    /// block of its own.
    /// </summary>
    bool IsLast => false;
}

/// <summary>What a subnet shows one validator when its script runs. Columns are by uid.</summary>
public readonly ref struct ScoringView
{
    /// <summary>Key of the validator's account.</summary>
    public required ulong Validator { get; init; }

    /// <summary>The validator's own uid.</summary>
    public required int OwnUid { get; init; }

    /// <summary>Number of the subnet's epochs so far: one task round.</summary>
    public required int Epoch { get; init; }

    /// <summary>Account behind each uid, for draws about two parties.</summary>
    public required ReadOnlySpan<ulong> Accounts { get; init; }

    /// <summary>True quality of each uid's output; 0 where it produces nothing. A script adds its own error.</summary>
    public required ReadOnlySpan<double> Qualities { get; init; }

    /// <summary>Consensus of the last epoch by uid, 1/65535: public on the chain.</summary>
    public required ReadOnlySpan<ushort> Consensus { get; init; }

    /// <summary>The validator's own weights that stand, 1/65535 of the largest; 0 for none.</summary>
    public required ReadOnlySpan<ushort> Standing { get; init; }

    /// <summary>
    /// Number of the model behind each uid's output, never 0: equal numbers serve equal output. A script must not read
    /// it as such: it adds the error of its own duplicate detector.
    /// </summary>
    public required ReadOnlySpan<ulong> Models { get; init; }

    /// <summary>Consensus of the last epochs, all that is public: the newest first, each by uid, 1/65535.</summary>
    public required ReadOnlySpan<ushort> ConsensusHistory { get; init; }

    /// <summary>Part of each uid in all stake, as the last epoch counted it, 1/65535.</summary>
    public required ReadOnlySpan<ushort> Stakes { get; init; }

    /// <summary>All weights that stand, <see cref="WeightsWidth"/> in a row a uid; hidden ones do not stand.</summary>
    public required ReadOnlySpan<ushort> Weights { get; init; }

    /// <summary>Length of a row of <see cref="Weights"/>, at least the number of uids.</summary>
    public required int WeightsWidth { get; init; }

    /// <summary>Uid of the subnet's owner; -1 if it has none.</summary>
    public required int OwnerUid { get; init; }

    /// <summary>Randomness of the run.</summary>
    public required Draws Draws { get; init; }

    /// <summary>Weights that a uid has set and that stand, 1/65535 of its largest; 0 for none.</summary>
    public ReadOnlySpan<ushort> WeightsOf(int uid) => Weights.Slice(uid * WeightsWidth, Accounts.Length);
}
