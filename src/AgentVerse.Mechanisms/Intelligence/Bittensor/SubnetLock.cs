namespace AgentVerse.Mechanisms.Intelligence.Bittensor;

/// <summary>The last registration of a subnet, which sets the price of the next.</summary>
/// <param name="Lock">TAO it locked, rao.</param>
/// <param name="Block">Its block; 0 if there was none.</param>
public readonly record struct LastSubnetLock(long Lock, long Block);

/// <summary>What pruning reads of one subnet.</summary>
/// <param name="Netuid">Its number.</param>
/// <param name="MovingPrice">Moving average of its alpha price; any unit that orders.</param>
/// <param name="RegisteredAt">Block of registration.</param>
public readonly record struct SubnetCandidate(int Netuid, UInt128 MovingPrice, long RegisteredAt);

/// <summary>The cost of a new subnet, and which subnet makes room for it.</summary>
/// <remarks>
/// Source: opentensor/subtensor 14bc6f9f, pallets/subtensor/src/coinbase/root.rs (get_network_lock_cost,
/// get_lock_reduction_interval, get_network_to_prune).
/// </remarks>
public static class SubnetLock
{
    private const long FullBlockEmission = 1_000_000_000;

    /// <summary>
    /// max(minimum, m*L - floor(L / interval) * blocks since): m = 2 (1 if no subnet was registered before), so that
    /// each registration doubles the price, which then falls by one lock in an interval.
    /// </summary>
    /// <param name="last">L and its block.</param>
    /// <param name="block">Now.</param>
    /// <param name="blockEmission">Emission of a block now, rao: the interval shortens with it.</param>
    /// <param name="chain">Minimum, interval.</param>
    /// <returns>rao; with interval 0 the price does not fall.</returns>
    public static long Cost(in LastSubnetLock last, long block, long blockEmission, ChainParameters chain)
    {
        long interval = ReductionInterval(blockEmission, chain);
        int multiple = last.Block == 0 || !chain.Holds(Rule.LockCostDoubles) ? 1 : 2;
        Int128 age = Math.Max(0, block - last.Block);
        Int128 fallen = interval == 0 ? 0
            : chain.Holds(Rule.LockReductionIsFlooredPerBlock) ? last.Lock / interval * age
            : last.Lock * age / interval;
        Int128 cost = Int128.Max(((Int128)last.Lock * multiple) - fallen, chain.NetworkMinLockCost);
        return (long)Int128.Min(cost, long.MaxValue);
    }

    /// <summary>
    /// The subnet to dissolve for a new one: the lowest moving price among those out of immunity, the oldest of equals,
    /// the first in order of netuid among the equally old.
    /// </summary>
    /// <param name="subnets">All subnets but root, by netuid.</param>
    /// <param name="block">Now.</param>
    /// <param name="chain">Immunity period.</param>
    /// <returns>A netuid, or none: SubnetLimitReached.</returns>
    public static int? ToPrune(ReadOnlySpan<SubnetCandidate> subnets, long block, ChainParameters chain)
    {
        SubnetCandidate? lowest = null;
        bool immunityHolds = chain.Holds(Rule.ImmuneSubnetsAreNotPruned);
        bool oldestFirst = chain.Holds(Rule.OldestSubnetIsPrunedOnTies);
        foreach (SubnetCandidate subnet in subnets)
        {
            if (immunityHolds && block < subnet.RegisteredAt + chain.NetworkImmunityPeriod)
            {
                continue;
            }

            bool isTie = lowest is { } known && subnet.MovingPrice == known.MovingPrice;
            bool isOlder = lowest is { } other && subnet.RegisteredAt < other.RegisteredAt == oldestFirst;
            lowest = lowest is null || subnet.MovingPrice < lowest.Value.MovingPrice || (isTie && isOlder)
                ? subnet
                : lowest;
        }

        return lowest?.Netuid;
    }

    /// <summary>
    /// floor(setting * block emission / 1 TAO), with the quotient cut to 64 fraction bits as on the chain.
    /// </summary>
    private static long ReductionInterval(long blockEmission, ChainParameters chain)
    {
        UInt128 halving = ((UInt128)(ulong)blockEmission << 64) / FullBlockEmission;
        bool scales = chain.Holds(Rule.LockIntervalFollowsTheHalving);
        UInt128 interval = ((UInt128)(ulong)chain.NetworkLockReductionInterval * halving) >> 64;
        return scales ? (long)interval : chain.NetworkLockReductionInterval;
    }
}
