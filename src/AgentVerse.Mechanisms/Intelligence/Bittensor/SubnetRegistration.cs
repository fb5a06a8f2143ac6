using AgentVerse.Mechanisms.Intelligence.Bittensor.Arithmetic;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor;

/// <summary>Why a subnet is not registered or started; the names are the chain's.</summary>
public enum SubnetError
{
    /// <summary>It is.</summary>
    None,

    /// <summary>Another coldkey owns the hotkey.</summary>
    NonAssociatedColdKey,

    /// <summary>The hotkey is an account of the chain.</summary>
    CannotUseSystemAccount,

    /// <summary>Only mechanism 1 exists.</summary>
    MechanismDoesNotExist,

    /// <summary>Before the first block of registrations.</summary>
    SubNetRegistrationDisabled,

    /// <summary>The last registration of any subnet was too recent.</summary>
    NetworkTxRateLimitExceeded,

    /// <summary>All places are taken, and no subnet may be pruned.</summary>
    SubnetLimitReached,

    /// <summary>The coldkey has less than the cost.</summary>
    CannotAffordLockCost,

    /// <summary>No such subnet.</summary>
    SubnetNotExists,

    /// <summary>The caller is not its owner.</summary>
    NotSubnetOwner,

    /// <summary>It has started.</summary>
    FirstEmissionBlockNumberAlreadySet,

    /// <summary>It may not start yet.</summary>
    NeedWaitingMoreBlocksToStarCall,
}

/// <summary>A wish to register a subnet, and what the chain knows of who wishes.</summary>
public readonly record struct SubnetCall
{
    /// <summary>Now.</summary>
    public required long Block { get; init; }

    /// <summary>The last registration.</summary>
    public required LastSubnetLock Last { get; init; }

    /// <summary>Emission of a block, rao.</summary>
    public required long BlockEmission { get; init; }

    /// <summary>Subnets without root.</summary>
    public required int SubnetCount { get; init; }

    /// <summary>TAO the coldkey has free, rao.</summary>
    public required long Balance { get; init; }

    /// <summary>Subnet that would make room, if any (<see cref="SubnetLock.ToPrune"/>).</summary>
    public int? ToPrune { get; init; }

    /// <summary>Whether the hotkey is new or the coldkey's.</summary>
    public bool OwnsHotkey { get; init; }

    /// <summary>Kind of subnet; only 1 exists.</summary>
    public int Mechanism { get; init; }
}

/// <summary>The registration of a subnet and its start.</summary>
/// <remarks>
/// Source: opentensor/subtensor 14bc6f9f, pallets/subtensor/src/subnets/subnet.rs (do_register_network, do_start_call)
/// and staking/stake_utils.rs::get_median_subnet_alpha_price.
/// </remarks>
public static class SubnetRegistration
{
    /// <summary>The first check that fails, in the chain's order.</summary>
    public static SubnetError Check(in SubnetCall call, ChainParameters chain)
    {
        bool isTooFast = call.Last.Block != 0 && call.Block - call.Last.Block < chain.NetworkRateLimit;
        bool isFull = call.SubnetCount >= chain.SubnetLimit && call.ToPrune is null;
        return !call.OwnsHotkey ? SubnetError.NonAssociatedColdKey
            : call.Mechanism != 1 ? SubnetError.MechanismDoesNotExist
            : call.Block < chain.NetworkRegistrationStartBlock ? SubnetError.SubNetRegistrationDisabled
            : isTooFast ? SubnetError.NetworkTxRateLimitExceeded
            : isFull ? SubnetError.SubnetLimitReached
            : call.Balance < SubnetLock.Cost(call.Last, call.Block, call.BlockEmission, chain)
                ? SubnetError.CannotAffordLockCost
            : SubnetError.None;
    }

    /// <summary>
    /// The pool of a new subnet: the whole lock as TAO, and as much alpha as it is worth at the median price of the
    /// other subnets, with even weights.
    /// </summary>
    public static Pool NewPool(long locked, U64F64 medianPrice, ChainParameters chain)
    {
        long tao = Math.Max(locked, chain.NetworkMinLockCost);
        return new Pool(tao, (U64F64.FromInteger(tao) / medianPrice).ToInteger());
    }

    /// <summary>
    /// The median of spot prices above 0, the mean of the two middle ones for an even number; 1 for none.
    /// </summary>
    /// <param name="prices">TAO per alpha, one for each subnet but root.</param>
    public static U64F64 MedianPrice(ReadOnlySpan<U64F64> prices)
    {
        U64F64[] sorted = new U64F64[prices.Length];
        int count = 0;
        foreach (U64F64 price in prices)
        {
            sorted[count] = price;
            count += price > U64F64.Zero ? 1 : 0;
        }

        if (count == 0)
        {
            return U64F64.One;
        }

        Array.Sort(sorted, 0, count);
        (U64F64 lower, U64F64 upper) = (sorted[(count - 1) / 2], sorted[count / 2]);
        return count % 2 == 1 ? upper : (lower + upper) / U64F64.FromInteger(2);
    }

    /// <summary>
    /// Whether the owner may start emission: then the first emission block is the next one and the token is enabled.
    /// </summary>
    public static SubnetError CheckStart(
        bool isOwner, long? firstEmissionBlock, long registeredAt, long block, ChainParameters chain) =>
        !isOwner ? SubnetError.NotSubnetOwner
        : firstEmissionBlock is not null ? SubnetError.FirstEmissionBlockNumberAlreadySet
        : block < registeredAt + chain.StartCallDelay ? SubnetError.NeedWaitingMoreBlocksToStarCall
        : SubnetError.None;
}
