namespace AgentVerse.Mechanisms.Intelligence.Bittensor;

/// <summary>
/// Parameters of the whole chain. The defaults are the values in use on mainnet at the pinned version.
/// </summary>
/// <remarks>
/// Amounts are in rao (1e-9 TAO), times in blocks of 12 s, proportions in 1/65535 unless said. Source:
/// opentensor/subtensor 14bc6f9f, runtime/src/lib.rs lines 969-1035 and the type values of
/// pallets/subtensor/src/lib.rs.
/// </remarks>
public sealed record ChainParameters
{
    /// <summary>Supply at which emission ends, rao; 21 million TAO. Each alpha has the same cap.</summary>
    public long MaxSupply { get; init; } = 21_000_000_000_000_000;

    /// <summary>Emission a block before the first halving, rao; 1 TAO. The same for each alpha.</summary>
    public long InitialBlockEmission { get; init; } = 1_000_000_000;

    /// <summary>How a block's TAO is divided among subnets; default price times unburned share (v425).</summary>
    public EmissionAllocator Allocator { get; init; } = EmissionAllocator.UnburnedPrice;

    /// <summary>Lowest flow average that still earns, rao; default 0 (flow allocator only).</summary>
    public double FlowCutoff { get; init; }

    /// <summary>Exponent on flows; default 1; at least 1 (flow allocator only).</summary>
    public double FlowNormExponent { get; init; } = 1;

    /// <summary>
    /// Weight of a block in the flow average, 1/(2^63 - 1); default 29597889189277, half-life 216000 blocks.
    /// </summary>
    public long FlowEmaSmoothingFactor { get; init; } = 29_597_889_189_277;

    /// <summary>Whether the protocol's own flows count against a subnet; default true (flow allocator only).</summary>
    public bool NetTaoFlowEnabled { get; init; } = true;

    /// <summary>Epochs that may run in one block; default 2. The others wait for the next block.</summary>
    public int MaxEpochsPerBlock { get; init; } = 2;

    /// <summary>Blocks after which an epoch runs whatever the schedule says; constant 50400.</summary>
    public int MaxTempo { get; init; } = 50_400;

    /// <summary>Least tempo an owner may set; constant 360.</summary>
    public int MinTempo { get; init; } = 360;

    /// <summary>Blocks before an epoch in which an owner may change nothing; default 10.</summary>
    public int AdminFreezeWindow { get; init; } = 10;

    /// <summary>Tempos between two changes of one hyper-parameter by the owner; default 2.</summary>
    public int OwnerHyperparamRateLimit { get; init; } = 2;

    /// <summary>Least stake weight of a validator, rao-equivalents; mainnet 1000 TAO (constant 0).</summary>
    public long StakeThreshold { get; init; } = 1_000_000_000_000;

    /// <summary>
    /// Weight of TAO on root in stake, 1/(2^64 - 1); mainnet 0.18 (constant 971718665099567868, 0.05268).
    /// </summary>
    public ulong TaoWeight { get; init; } = 3_320_413_933_267_719_290;

    /// <summary>Share of alpha for the subnet owner, 1/65535; default 11796 (18 %).</summary>
    public int SubnetOwnerCut { get; init; } = 11_796;

    /// <summary>
    /// Take of a delegate that has set none, 1/65535; default 11796 (18 %), which is also the highest.
    /// </summary>
    public int DefaultTake { get; init; } = 11_796;

    /// <summary>Least take of a delegate, 1/65535; default 0.</summary>
    public int MinDelegateTake { get; init; }

    /// <summary>Highest take of a delegate, 1/65535; 11796 (18 %).</summary>
    public int MaxDelegateTake { get; init; } = 11_796;

    /// <summary>Blocks between two raises of a delegate's take; default 216000 (30 days).</summary>
    public long DelegateTakeRateLimit { get; init; } = 216_000;

    /// <summary>Take of a child hotkey that has set none, 1/65535; default 0.</summary>
    public int DefaultChildKeyTake { get; init; }

    /// <summary>Highest take of a child hotkey, 1/65535; default 11796 (18 %).</summary>
    public int MaxChildKeyTake { get; init; } = 11_796;

    /// <summary>Blocks between two changes of a child take; default 216000 (30 days).</summary>
    public long ChildKeyTakeRateLimit { get; init; } = 216_000;

    /// <summary>Share of a parent's dividend that is recycled, 1/(2^64 - 1); default 0.</summary>
    public ulong ChildKeyBurn { get; init; }

    /// <summary>Blocks until new children may take effect; constant 7200.</summary>
    public long PendingChildrenCooldown { get; init; } = 7200;

    /// <summary>Children a hotkey may have on one subnet; constant 5.</summary>
    public int MaxChildren { get; init; } = 5;

    /// <summary>Blocks between two settings of children; constant 150 (utils/rate_limiting.rs).</summary>
    public long SetChildrenRateLimit { get; init; } = 150;

    /// <summary>Number of subnets without root; default 128.</summary>
    public int SubnetLimit { get; init; } = 128;

    /// <summary>Blocks in which a subnet is not pruned; default 1296000 (180 days).</summary>
    public long NetworkImmunityPeriod { get; init; } = 1_296_000;

    /// <summary>Least cost of a subnet, rao; default 1000 TAO.</summary>
    public long NetworkMinLockCost { get; init; } = 1_000_000_000_000;

    /// <summary>
    /// Blocks in which the subnet cost falls by one lock at a block emission of 1 TAO; default 100800.
    /// </summary>
    public long NetworkLockReductionInterval { get; init; } = 14 * 7200;

    /// <summary>Blocks between two registrations of subnets; default 7200.</summary>
    public long NetworkRateLimit { get; init; } = 7200;

    /// <summary>First block at which subnets may be registered; default 0.</summary>
    public long NetworkRegistrationStartBlock { get; init; }

    /// <summary>Blocks from the registration of a subnet to its start call; default 0 (50400 before 2026).</summary>
    public long StartCallDelay { get; init; }

    /// <summary>Rate of the price average; default 0.000003.</summary>
    public double SubnetMovingAlpha { get; init; } = 0.000003;

    /// <summary>Least stake movement, rao; default 2000000.</summary>
    public long MinStake { get; init; } = 2_000_000;

    /// <summary>Seats of root; 64.</summary>
    public int RootSeats { get; init; } = 64;

    /// <summary>Root coldkeys whose dividends are claimed in a block; default 5.</summary>
    public int RootClaimsPerBlock { get; init; } = 5;

    /// <summary>Time constant of the decay of locks, blocks; default 934866, half-life about 90 days.</summary>
    public long UnlockRate { get; init; } = 934_866;

    /// <summary>Time constant with which locks gain conviction, blocks; default 934866.</summary>
    public long MaturityRate { get; init; } = 934_866;

    /// <summary>Age at which a subnet's owner may change, blocks; a year, 7200*365 + 1800 (staking/lock.rs).</summary>
    public long OwnerChangeAge { get; init; } = (7200 * 365) + 1800;

    /// <summary>The one rule that does not hold, for tests that break the mechanism.</summary>
    internal Rule Broken { get; init; } = Rule.None;

    /// <summary>Whether the rule holds, as it always does outside of tests.</summary>
    internal bool Holds(Rule rule) => Broken != rule;
}
