using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Bittensor;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor.Network;

/// <summary>Intents to a subnet: registrations at the price of their block, and changes of script.</summary>
internal static class SubnetRegistration
{
    /// <summary>Acts on an intent at a block.</summary>
    internal static void Act(in SubnetRun run, in Intent intent, long block)
    {
        bool isPaidInTao = intent.Amount == 0 || intent.Token == run.Spec.Tao;
        int uid = run.State.UidOf(intent.Account);
        if (intent.Kind == IntentKinds.Script && intent.Amount == 0 && uid >= 0)
        {
            run.State.Script[uid] = (int)intent.A;
            SubnetScoring.Schedule(run.Spec, run.State, run.Tick.World, block);
        }
        else if (intent.Kind == IntentKinds.Register && isPaidInTao)
        {
            Register(run, intent, uid, block);
        }
        else if (intent.Kind != IntentKinds.Script || intent.Amount != 0)
        {
            Refuse(run, intent, Refusal.UnknownIntent, block);
        }
    }

    /// <summary>The checks of do_register in the chain's order, then payment, uid and the next price.</summary>
    private static void Register(in SubnetRun run, in Intent intent, int uid, long block)
    {
        SubnetState state = run.State;
        if (uid >= 0)
        {
            Refuse(run, intent, Refusal.AlreadyRegistered, block);
            return;
        }

        bool isFull = state.Neurons.NeuronCount >= run.Spec.Parameters.MaxAllowedUids;
        int? pruned = isFull ? ToPrune(run, block) : null;
        if (isFull && pruned is null)
        {
            Refuse(run, intent, Refusal.NoNeuronIdAvailable, block);
            return;
        }

        long price = state.BurnPrice;
        if (price > intent.Amount)
        {
            Refuse(run, intent, Refusal.PriceLimitExceeded, block);
            return;
        }

        if (!TryPay(run, price))
        {
            Refuse(run, intent, Refusal.InsufficientLiquidity, block);
            return;
        }

        Seat(run, intent, pruned, block);
        state.BurnPrice = BurnPrice.Bump(price, run.Spec.Parameters);
        run.Counts.Registrations++;
        run.Counts.RegistrationsPaid += price;
    }

    /// <summary>
    /// The price is swapped into the pool and the alpha that it buys is destroyed; or it leaves issuance as a whole, as
    /// before 2026.
    /// </summary>
    private static bool TryPay(in SubnetRun run, long price)
    {
        SubnetState state = run.State;
        if (run.Spec.CostIsRecycled)
        {
            state.TaoNetIssued -= price;
            run.Tick.Burn(run.Spec.Tao, price);
            return true;
        }

        SwapResult swap = Balancer.Swap(state.Pool, new SwapOrder(SwapSide.Buy, price), run.Spec.Parameters);
        if (swap.Error != SwapError.None)
        {
            return false;
        }

        state.Pool = swap.Pool;
        state.FeesTao += price - swap.AmountIn;
        run.Tick.Burn(run.Spec.Alpha, swap.AmountOut);
        return true;
    }

    private static void Seat(in SubnetRun run, in Intent intent, int? pruned, long block)
    {
        SubnetState state = run.State;
        long price = state.BurnPrice;
        long lastEmission = -1;
        int uid = pruned ?? -1;
        if (uid >= 0)
        {
            lastEmission = state.Neurons.Emission[uid];
            Unseat(run, uid, block);
            state.Neurons.Replace(uid, block);
        }
        else
        {
            uid = state.Neurons.Append(block);
        }

        state.Neurons.AlphaStake[uid] = state.Detached.Take(intent.Account);
        state.Holder[uid] = intent.Sender;
        state.Account[uid] = intent.Account;
        state.Script[uid] = (int)intent.A;
        state.Quality[uid] = QualityIn(intent);
        state.Decile[uid] = 0;
        run.Tick.Pay(intent.Sender, RowKinds.Registered, run.Spec.Tao, intent.Amount - price, uid, price);
        run.Tick.Tell(run.Events.Registered, run.SecondOf(block), intent.Sender, price, uid, lastEmission);
    }

    /// <summary>Takes a uid from its holder, whose stake stays with its hotkey.</summary>
    private static void Unseat(in SubnetRun run, int uid, long block)
    {
        SubnetState state = run.State;
        MinerRanks.CountPruning(state, uid);
        TellIncome(run, uid);
        state.Detached.Put(state.Account[uid], state.Neurons.AlphaStake[uid]);
        run.Counts.Prunings++;
        run.Tick.Pay(state.Holder[uid], RowKinds.Pruned, run.Spec.Tao, 0, uid);
        run.Tick.Tell(
            run.Events.Pruned, run.SecondOf(block), state.Holder[uid], 0, uid, state.Neurons.Emission[uid]);
    }

    /// <summary>Tells a holder what its uid earned since it was last told.</summary>
    internal static void TellIncome(in SubnetRun run, int uid)
    {
        SubnetState state = run.State;
        if (state.Income[uid] > 0)
        {
            run.Tick.Pay(state.Holder[uid], RowKinds.Income, run.Spec.Tao, 0, state.Income[uid], state.IncomeRao[uid]);
            state.Income[uid] = 0;
            state.IncomeRao[uid] = 0;
        }
    }

    /// <summary>Quality that an intent claims; what is no quality counts as none.</summary>
    private static double QualityIn(in Intent intent)
    {
        double quality = BitConverter.Int64BitsToDouble(intent.B);
        return double.IsFinite(quality) && quality > 0 ? quality : 0;
    }

    private static int? ToPrune(in SubnetRun run, long block)
    {
        EpochState neurons = run.State.Neurons;
        Span<PruneCandidate> candidates = run.Scratch.Candidates.AsSpan(0, neurons.NeuronCount);
        for (int uid = 0; uid < candidates.Length; uid++)
        {
            candidates[uid] = new PruneCandidate(uid, neurons.Emission[uid], neurons.RegisteredAt[uid], IsImmortal: false);
        }

        return Pruning.Choose(candidates, block, run.Spec.Parameters);
    }

    private static void Refuse(in SubnetRun run, in Intent intent, Refusal reason, long block)
    {
        run.Counts.Refusals++;
        run.Tick.Pay(intent.Sender, RowKinds.Refused, intent.Token, intent.Amount, (long)reason);
        run.Tick.Tell(
            run.Events.Refused, run.SecondOf(block), intent.Sender, intent.Amount, (long)reason, run.State.BurnPrice);
    }
}
