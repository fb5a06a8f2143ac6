namespace AgentVerse.Mechanisms.Intelligence.Bittensor;

/// <summary>Why a neuron is not registered; the names are the chain's.</summary>
public enum RegistrationError
{
    /// <summary>It is.</summary>
    None,

    /// <summary>Root has its own registration.</summary>
    RegistrationNotPermittedOnRootSubnet,

    /// <summary>No such subnet.</summary>
    SubnetNotExists,

    /// <summary>The price is above the caller's limit.</summary>
    RegistrationPriceLimitExceeded,

    /// <summary>The owner has closed registration.</summary>
    SubNetRegistrationDisabled,

    /// <summary>The hotkey has a uid.</summary>
    HotKeyAlreadyRegisteredInSubNet,

    /// <summary>The coldkey has less than the price.</summary>
    NotEnoughBalanceToStake,

    /// <summary>Another coldkey owns the hotkey.</summary>
    NonAssociatedColdKey,

    /// <summary>No place, and nobody may be pruned.</summary>
    NoNeuronIdAvailable,

    /// <summary>The pool refuses the payment.</summary>
    InsufficientLiquidity,

    /// <summary>Root: enough registrations in this block.</summary>
    TooManyRegistrationsThisBlock,

    /// <summary>Root: enough registrations in this interval.</summary>
    TooManyRegistrationsThisInterval,

    /// <summary>Root: no more stake than the least of its members.</summary>
    StakeTooLowForRoot,
}

/// <summary>A wish to register a hotkey, and what the chain knows of who wishes.</summary>
public readonly record struct RegistrationCall
{
    /// <summary>The subnet; 0 is root.</summary>
    public required int Netuid { get; init; }

    /// <summary>Now.</summary>
    public required long Block { get; init; }

    /// <summary>Price now, rao.</summary>
    public required long Price { get; init; }

    /// <summary>TAO the coldkey has free, rao.</summary>
    public required long Balance { get; init; }

    /// <summary>Highest price the caller accepts, rao; none for no limit.</summary>
    public long? PriceLimit { get; init; }

    /// <summary>Whether the subnet exists.</summary>
    public bool SubnetExists { get; init; }

    /// <summary>Whether the owner allows registration.</summary>
    public bool IsAllowed { get; init; }

    /// <summary>Whether the hotkey has a uid there.</summary>
    public bool IsRegistered { get; init; }

    /// <summary>Whether the hotkey is new or the coldkey's.</summary>
    public bool OwnsHotkey { get; init; }
}

/// <summary>What a registration did.</summary>
/// <param name="Error">Why nothing, or None.</param>
/// <param name="Uid">The uid; -1 on an error.</param>
/// <param name="IsReplacement">Whether another neuron was pruned.</param>
/// <param name="Price">Paid, rao.</param>
/// <param name="NextPrice">The price after it, rao.</param>
/// <param name="AuthorTao">Of the price, the swap fee for the block's author, rao.</param>
public readonly record struct RegistrationResult(
    RegistrationError Error, int Uid, bool IsReplacement, long Price, long NextPrice, long AuthorTao);

/// <summary>The registration of a neuron: pay the price, take a free uid or the pruned one, raise the price.</summary>
/// <remarks>
/// Source: opentensor/subtensor 14bc6f9f, pallets/subtensor/src/subnets/registration.rs (do_register,
/// do_register_limit, register_neuron). No limit by block or interval is left on subnets: the price alone throttles.
/// </remarks>
public static class NeuronRegistration
{
    /// <summary>Registers a hotkey. On an error nothing has changed.</summary>
    /// <param name="call">Who wishes what.</param>
    /// <param name="subnet">Parameters.</param>
    /// <param name="accounts">The subnet's accounts: the price buys alpha that is destroyed.</param>
    /// <param name="neurons">The subnet's neurons: gets the new one.</param>
    /// <param name="candidates">All uids for pruning.</param>
    public static RegistrationResult Register(
        in RegistrationCall call,
        SubnetParameters subnet,
        SubnetAccounts accounts,
        EpochState neurons,
        ReadOnlySpan<PruneCandidate> candidates)
    {
        bool isFull = neurons.NeuronCount >= Math.Min(subnet.MaxAllowedUids, neurons.Capacity);
        int? pruned = isFull && subnet.MaxAllowedUids > 0 ? Pruning.Choose(candidates, call.Block, subnet) : null;
        RegistrationError error = Check(call, isFull && pruned is null);
        long authorTao = 0;
        if (error == RegistrationError.None && !Staking.TryBurn(accounts, call.Price, subnet, out authorTao))
        {
            error = RegistrationError.InsufficientLiquidity;
        }

        if (error != RegistrationError.None)
        {
            return new RegistrationResult(error, -1, false, 0, call.Price, 0);
        }

        int uid = pruned ?? neurons.NeuronCount;
        if (pruned is { } replaced)
        {
            neurons.Replace(replaced, call.Block);
        }
        else
        {
            _ = neurons.Append(call.Block);
        }

        long next = BurnPrice.Bump(call.Price, subnet);
        return new RegistrationResult(error, uid, pruned is not null, call.Price, next, authorTao);
    }

    /// <summary>The first check that fails before the payment, in the chain's order.</summary>
    public static RegistrationError Check(in RegistrationCall call, bool hasNoPlace) =>
        call.Netuid == 0 ? RegistrationError.RegistrationNotPermittedOnRootSubnet
        : !call.SubnetExists ? RegistrationError.SubnetNotExists
        : call.Price > call.PriceLimit ? RegistrationError.RegistrationPriceLimitExceeded
        : !call.IsAllowed ? RegistrationError.SubNetRegistrationDisabled
        : call.IsRegistered ? RegistrationError.HotKeyAlreadyRegisteredInSubNet
        : call.Balance < call.Price ? RegistrationError.NotEnoughBalanceToStake
        : !call.OwnsHotkey ? RegistrationError.NonAssociatedColdKey
        : hasNoPlace ? RegistrationError.NoNeuronIdAvailable
        : RegistrationError.None;

    /// <summary>
    /// The seat on root for a hotkey with this stake: a free one, or that of the member with the least stake (the first
    /// of equals) if it has less; otherwise StakeTooLowForRoot.
    /// </summary>
    /// <param name="memberStake">Stake of each member on root, rao, by seat.</param>
    /// <param name="stake">Stake of the newcomer, rao.</param>
    /// <param name="chain">Seats.</param>
    /// <param name="seat">The seat; -1 on an error.</param>
    public static RegistrationError SeatOnRoot(
        ReadOnlySpan<long> memberStake, long stake, ChainParameters chain, out int seat)
    {
        seat = memberStake.Length;
        if (memberStake.Length < chain.RootSeats)
        {
            return RegistrationError.None;
        }

        seat = 0;
        for (int member = 1; member < memberStake.Length; member++)
        {
            seat = memberStake[member] < memberStake[seat] ? member : seat;
        }

        bool isMore = memberStake.Length > 0 && stake > memberStake[seat];
        seat = isMore ? seat : -1;
        return isMore ? RegistrationError.None : RegistrationError.StakeTooLowForRoot;
    }
}
