namespace AgentVerse.Mechanisms.Intelligence.Bittensor;

/// <summary>
/// Hyper-parameters of one subnet. The defaults are what a new subnet gets at the pinned version (spec_version 425).
/// </summary>
/// <remarks>
/// Amounts are in rao (1e-9 TAO), times in blocks of 12 s, proportions in 1/65535 unless said. Source of every value:
/// opentensor/subtensor 14bc6f9f, runtime/src/lib.rs lines 969-1035 (compiled defaults) and
/// pallets/subtensor/src/subnets/subnet.rs::init_new_network (what a new subnet gets); other places are named at the
/// value.
/// </remarks>
public sealed record SubnetParameters
{
    /// <summary>Parameters of the chain that the subnet is on.</summary>
    public ChainParameters Chain { get; init; } = new();

    /// <summary>Which version of the epoch runs; default <see cref="EpochEra.V425"/>.</summary>
    public EpochEra Era { get; init; } = EpochEra.V425;

    /// <summary>Blocks from one epoch to the next; default 360, owner may set 360..50400; 0 means no epochs.</summary>
    public int Tempo { get; init; } = 360;

    /// <summary>Majority of consensus, 1/65535; default 32767 (0.49999); 0..65535.</summary>
    public int Kappa { get; init; } = 32767;

    /// <summary>Steepness of the former trust sigmoid; default 10; kept on the chain, read by nothing.</summary>
    public int Rho { get; init; } = 10;

    /// <summary>Memory of bonds, 1/1e6: alpha = 1 - value/1e6; default 900000 (alpha 0.1); 0..1000000.</summary>
    public int BondsMovingAverage { get; init; } = 900_000;

    /// <summary>How far weights that make bonds are clipped, 1/65535; default 65535 (fully); 0..65535.</summary>
    public int BondsPenalty { get; init; } = 65535;

    /// <summary>Whether a published commitment deletes the publisher's bond column; default false.</summary>
    public bool BondsResetOn { get; init; }

    /// <summary>
    /// How bonds grow; default <see cref="BondVariant.Yuma3"/> (the constant of old subnets is Yuma2).
    /// </summary>
    public BondVariant Bonds { get; init; } = BondVariant.Yuma3;

    /// <summary>Lowest liquid alpha, 1/65535; default 45875 (0.7); 1638..AlphaHigh.</summary>
    public int AlphaLow { get; init; } = 45875;

    /// <summary>Highest liquid alpha, 1/65535; default 58982 (0.9); 1638..65535.</summary>
    public int AlphaHigh { get; init; } = 58982;

    /// <summary>Steepness of the liquid alpha sigmoid, 1/100; default 1000; -32768..32767.</summary>
    public int AlphaSigmoidSteepness { get; init; } = 1000;

    /// <summary>
    /// Blocks without an update until a uid counts as inactive, 1/1000 tempo; default 13889; 1000..50000.
    /// </summary>
    public int ActivityCutoffFactorMilli { get; init; } = 13889;

    /// <summary>
    /// The activity cutoff in blocks where it does not scale with the tempo (the chain before the dynamic tempo of
    /// 2026); default none; at least 1.
    /// </summary>
    public long? ActivityCutoffBlocks { get; init; }

    /// <summary>Blocks during which a new uid is not pruned; default 5000 (constant 4096).</summary>
    public long ImmunityPeriod { get; init; } = 5000;

    /// <summary>Uids of the subnet; default 256; MinAllowedUids..256.</summary>
    public int MaxAllowedUids { get; init; } = 256;

    /// <summary>Least number of uids to which an owner may trim; default 64.</summary>
    public int MinAllowedUids { get; init; } = 64;

    /// <summary>Validator permits by stake; default 64 (constant 128); 0..MaxAllowedUids.</summary>
    public int MaxAllowedValidators { get; init; } = 64;

    /// <summary>
    /// Least number of weights in one row, never more than the uids there are; default 1 (constant 1024).
    /// </summary>
    public int MinAllowedWeights { get; init; } = 1;

    /// <summary>Largest weight after normalisation, 1/65535; constantly 65535, so that it never binds.</summary>
    public int MaxWeightLimit { get; init; } = 65535;

    /// <summary>Blocks between two settings or commits of weights; default 100.</summary>
    public long WeightsSetRateLimit { get; init; } = 100;

    /// <summary>Lowest software version that may set weights; default 0, which accepts any.</summary>
    public ulong WeightsVersionKey { get; init; }

    /// <summary>Whether weights are committed before they are shown; default true.</summary>
    public bool CommitRevealWeightsEnabled { get; init; } = true;

    /// <summary>Epochs from a commit to its reveal; default 1; 1..100.</summary>
    public long RevealPeriodEpochs { get; init; } = 1;

    /// <summary>Commits of one hotkey that may wait; constant 10 (subnets/weights.rs).</summary>
    public int MaxUnrevealedCommits { get; init; } = 10;

    /// <summary>Lowest registration price, rao; default 500000.</summary>
    public long MinBurn { get; init; } = 500_000;

    /// <summary>Highest registration price, rao; default 100 TAO.</summary>
    public long MaxBurn { get; init; } = 100_000_000_000;

    /// <summary>
    /// Registration price at the start, rao; default 1 TAO (DefaultNeuronBurnCost; constant 0.1 TAO).
    /// </summary>
    public long InitialBurn { get; init; } = 1_000_000_000;

    /// <summary>Blocks in which the registration price halves; default 360; 0..36100, 0 means no decay.</summary>
    public int BurnHalfLife { get; init; } = 360;

    /// <summary>Factor on the price at each registration; default 1.26; a factor below 1 acts as 1.</summary>
    public double BurnIncreaseMultiplier { get; init; } = 1.26;

    /// <summary>Non-immune uids that pruning leaves alone; default 10.</summary>
    public int MinNonImmuneUids { get; init; } = 10;

    /// <summary>Uids of the owner that are never pruned; default 1; 1..10.</summary>
    public int ImmuneOwnerUidsLimit { get; init; } = 1;

    /// <summary>Whether the owner gets its cut of alpha; default true.</summary>
    public bool OwnerCutEnabled { get; init; } = true;

    /// <summary>Whether the owner cut is locked when it is paid; default false.</summary>
    public bool OwnerCutAutoLockEnabled { get; init; }

    /// <summary>What becomes of incentive for hotkeys of the owner; default burn.</summary>
    public WithheldIncentive WithheldIncentive { get; init; } = WithheldIncentive.Burn;

    /// <summary>Blocks after which the price average weighs the spot at half its rate; default 201600.</summary>
    public long EmaPriceHalvingBlocks { get; init; } = 201_600;

    /// <summary>Swap fee, 1/65535; default 33 (0.0504 %); pallets/swap.</summary>
    public int FeeRate { get; init; } = 33;

    /// <summary>Least reserve from which a pool still pays out, base units; default 1000000; pallets/swap.</summary>
    public long MinimumReserve { get; init; } = 1_000_000;

    /// <summary>Least claim of root dividends, alpha base units; default 500000.</summary>
    public long RootClaimThreshold { get; init; } = 500_000;

    /// <summary>Number of sub-mechanisms; default 1; 1..16 (2 allowed on mainnet).</summary>
    public int MechanismCount { get; init; } = 1;

    /// <summary>
    /// Emission of each sub-mechanism, 1/65535, summing to 65535; default empty, which splits evenly.
    /// </summary>
    public IReadOnlyList<int> MechanismEmissionSplit { get; init; } = [];

    /// <summary>Whether the rule holds, as it always does outside of tests.</summary>
    internal bool Holds(Rule rule) => Chain.Holds(rule);
}
