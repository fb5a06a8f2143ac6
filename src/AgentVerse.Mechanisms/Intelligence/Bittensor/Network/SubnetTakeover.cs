using AgentVerse.Mechanisms.Intelligence.Bittensor.Arithmetic;
using AgentVerse.Model;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Bittensor;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor.Network;

/// <summary>
/// The registration of a subnet in this slot: the old subnet is dissolved, the new one begins with its owner at uid 0.
/// </summary>
/// <remarks>
/// As at opentensor/subtensor 14bc6f9f, subnets/subnet.rs::do_register_network: the whole lock is the new pool's TAO,
/// its alpha is worth as much at the median price of the other subnets. What the chain knows of the last registration
/// is that of the last tick: two in one tick would need two slots, and one is published.
/// </remarks>
internal static class SubnetTakeover
{
    /// <summary>Registers the sender's subnet, or refuses.</summary>
    internal static void Act(in SubnetRun run, in Intent intent, long block)
    {
        SubnetState state = run.State;
        ChainParameters chain = state.Parameters.Chain;
        LastSubnetLock last = LastLock(run);
        bool isSlot = run.Chain.SlotToEvict == run.Tick.Shard.Index
            && block >= state.RegisteredAt + chain.NetworkImmunityPeriod;
        SubnetCall call = new()
        {
            Block = block,
            Last = last,
            BlockEmission = run.EmissionOf(block),
            SubnetCount = run.Chain.Netuids.Length,
            Balance = intent.Amount,
            ToPrune = isSlot ? run.Spec.Netuid : null,
            OwnsHotkey = true,
            Mechanism = 1,
        };
        SubnetError error = SubnetRegistration.Check(call, chain);
        if (error != SubnetError.None)
        {
            SubnetIntents.Refuse(run, intent, Reason(error), block);
            return;
        }

        long cost = SubnetLock.Cost(last, block, call.BlockEmission, chain);
        U64F64 price = MedianPrice(run);
        SubnetRegistrations.End(run, block);
        SubnetDissolving.Dissolve(run, block);
        Begin(run, intent, SubnetRegistration.NewPool(cost, price, chain), block);
        run.Tick.Pay(
            intent.Sender, RowKinds.SubnetOwned, run.Spec.Tao, intent.Amount - cost, run.Spec.Netuid, cost);
        run.Tick.Tell(
            run.Events.SubnetRegistered, run.SecondOf(block), intent.Sender, cost, run.Spec.Netuid,
            state.Accounts.Pool.Alpha);
    }

    private static Refusal Reason(SubnetError error) => error switch
    {
        SubnetError.NetworkTxRateLimitExceeded => Refusal.RateLimitExceeded,
        SubnetError.CannotAffordLockCost => Refusal.CannotAffordLockCost,
        _ => Refusal.SubnetLimitReached,
    };

    /// <summary>The newest registration that the chain, the other subnets or this one know of.</summary>
    private static LastSubnetLock LastLock(in SubnetRun run)
    {
        LastSubnetLock last = new(run.Chain.LastLock, run.Chain.LastLockBlock);
        for (int place = 0; place < run.Chain.Netuids.Length; place++)
        {
            SubnetBulletin subnet = run.SubnetAt(place);
            bool isNewer = subnet.Lock > 0 && subnet.RegisteredAt > last.Block;
            last = isNewer ? new LastSubnetLock(subnet.Lock, subnet.RegisteredAt) : last;
        }

        bool isOwn = run.State.Lock > 0 && run.State.RegisteredAt > last.Block;
        return isOwn ? new LastSubnetLock(run.State.Lock, run.State.RegisteredAt) : last;
    }

    private static U64F64 MedianPrice(in SubnetRun run)
    {
        List<U64F64> prices = [];
        for (int place = 0; place < run.Chain.Netuids.Length; place++)
        {
            if (place != run.Spec.Place)
            {
                prices.Add(U64F64.FromDouble(run.SubnetAt(place).AlphaPrice));
            }
        }

        return SubnetRegistration.MedianPrice([.. prices]);
    }

    /// <summary>The new subnet: nobody but its owner, nothing staked, no TAO emitted before its time.</summary>
    private static void Begin(in SubnetRun run, in Intent intent, Pool pool, long block)
    {
        SubnetState state = run.State;
        state.Clear(run.Spec.Parameters);
        SubnetParameters subnet = state.Parameters;
        state.Accounts.Pool = pool;
        state.Clock = EpochSchedule.New(block, run.Spec.Netuid, subnet);
        state.BurnPrice = SubnetOpening.FirstBurnPrice(subnet);
        state.RegisteredAt = block;
        state.Lock = pool.Tao;
        state.FirstEmissionBlock = block + subnet.Chain.StartCallDelay + 1;
        state.EmissionFrom = Math.Max(state.FirstEmissionBlock, block + run.Spec.EmissionDelay);
        state.Rates.Begin(Balancer.Price(pool).ToDouble(), ownerAlphaPerDay: 0, userFlow: 0);
        state.Owner = intent.Sender;
        state.OwnerAccount = intent.Account;
        int uid = state.Neurons.Append(block);
        state.Neurons.OwnerUid = uid;
        state.Neurons.LastStepBlock = block;
        state.Neurons.RootStake[uid] = run.Chain.RootStakeOf(intent.Account);
        state.Holder[uid] = intent.Sender;
        state.Account[uid] = intent.Account;
        state.Script[uid] = (int)intent.A;
        state.Quality[uid] = 0;
        state.Model[uid] = intent.Account;
        state.Decile[uid] = 0;
        state.Yield[uid] = 0;
        run.Tick.Mint(run.Spec.Alpha, pool.Alpha);
        Invariant.Check(pool.Alpha > 0, "a new pool has alpha");
        SubnetScoring.Schedule(state, run.Tick.World, block);
    }
}
