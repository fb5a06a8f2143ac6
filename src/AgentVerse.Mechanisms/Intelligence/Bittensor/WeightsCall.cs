namespace AgentVerse.Mechanisms.Intelligence.Bittensor;

/// <summary>Why weights are refused; the names are the chain's.</summary>
public enum WeightsError
{
    /// <summary>They are not refused.</summary>
    None,

    /// <summary>Root has no weights.</summary>
    CanNotSetRootNetworkWeights,

    /// <summary>Uids and values differ in number.</summary>
    WeightVecNotEqualSize,

    /// <summary>No such subnet or sub-mechanism.</summary>
    MechanismDoesNotExist,

    /// <summary>More uids than the subnet has.</summary>
    UidsLengthExceedUidsInSubNet,

    /// <summary>The hotkey has no uid.</summary>
    HotKeyNotRegisteredInSubNet,

    /// <summary>Stake weight below the threshold.</summary>
    NotEnoughStakeToSetWeights,

    /// <summary>Version key below the subnet's.</summary>
    IncorrectWeightVersionKey,

    /// <summary>Fewer blocks than the rate limit since the last update.</summary>
    SettingWeightsTooFast,

    /// <summary>No permit, and more than a self-weight.</summary>
    NeuronNoValidatorPermit,

    /// <summary>A uid stands twice.</summary>
    DuplicateUids,

    /// <summary>A uid is not in use.</summary>
    UidVecContainInvalidOne,

    /// <summary>Fewer weights than the minimum.</summary>
    WeightVecLengthIsLow,

    /// <summary>The largest share is above the limit.</summary>
    MaxWeightExceeded,

    /// <summary>Weights must be committed first.</summary>
    CommitRevealEnabled,

    /// <summary>Weights are not committed on this subnet.</summary>
    CommitRevealDisabled,

    /// <summary>Fewer blocks than the rate limit since the last commit or update.</summary>
    CommittingWeightsTooFast,

    /// <summary>As many commits wait as may.</summary>
    TooManyUnrevealedCommits,

    /// <summary>The hotkey has no commit.</summary>
    NoWeightsCommitFound,

    /// <summary>The commit's epoch of reveal is over.</summary>
    ExpiredWeightCommit,

    /// <summary>The commit's epoch of reveal has not come.</summary>
    RevealTooEarly,

    /// <summary>No waiting commit has this hash.</summary>
    InvalidRevealCommitHashNotMatch,

    /// <summary>Another version of commits is in force.</summary>
    IncorrectCommitRevealVersion,

    /// <summary>The lists of a batch differ in length.</summary>
    InputLengthsUnequal,
}

/// <summary>Weights that a hotkey wants to set.</summary>
public readonly ref struct WeightsCall
{
    /// <summary>Uids of miners.</summary>
    public required ReadOnlySpan<int> Uids { get; init; }

    /// <summary>Their weights, in any scale.</summary>
    public required ReadOnlySpan<ushort> Values { get; init; }

    /// <summary>Version of the validator's software.</summary>
    public ulong VersionKey { get; init; }
}

/// <summary>Who sets weights, and where.</summary>
public readonly record struct WeightsCaller
{
    /// <summary>The subnet; 0 is root.</summary>
    public required int Netuid { get; init; }

    /// <summary>Whether subnet and sub-mechanism exist.</summary>
    public required bool MechanismExists { get; init; }

    /// <summary>Uids in use.</summary>
    public required int NeuronCount { get; init; }

    /// <summary>The caller's uid, or -1 without one.</summary>
    public required int Uid { get; init; }

    /// <summary>Whether the caller has a permit, or is the owner's uid.</summary>
    public required bool HasPermit { get; init; }

    /// <summary>Stake weight of the caller, alpha and weighted TAO, rao-equivalents.</summary>
    public required long StakeWeight { get; init; }

    /// <summary>Block of the caller's last update.</summary>
    public required long LastUpdate { get; init; }

    /// <summary>Now.</summary>
    public required long Block { get; init; }
}
