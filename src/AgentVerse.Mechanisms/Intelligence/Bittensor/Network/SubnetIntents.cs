using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Bittensor;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor.Network;

/// <summary>Intents to a subnet: registrations at the price of their block, and changes of script.</summary>
internal static class SubnetIntents
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

    /// <summary>A registration by the chain's call, with what the intent carries as balance and limit.</summary>
    private static void Register(in SubnetRun run, in Intent intent, int registered, long block)
    {
        SubnetState state = run.State;
        RegistrationCall call = new()
        {
            Netuid = run.Spec.Netuid,
            Block = block,
            Price = state.BurnPrice,
            Balance = intent.Amount,
            PriceLimit = intent.Amount,
            SubnetExists = true,
            IsAllowed = true,
            IsRegistered = registered >= 0,
            OwnsHotkey = true,
        };
        long alphaBefore = state.Accounts.Pool.Alpha;
        state.Neurons.AlphaStake.CopyTo(run.Scratch.Stakes);
        state.Neurons.Emission.CopyTo(run.Scratch.Emission);
        state.Neurons.ValidatorPermit.CopyTo(run.Scratch.Permits);
        RegistrationResult result = NeuronRegistration.Register(
            call, run.Spec.Parameters, state.Accounts, state.Neurons, Candidates(run));
        if (result.Error != RegistrationError.None)
        {
            Refuse(run, intent, Reason(result.Error), block);
            return;
        }

        state.FeesTao += result.AuthorTao;
        state.BurnPrice = result.NextPrice;
        run.Tick.Burn(run.Spec.Alpha, alphaBefore - state.Accounts.Pool.Alpha);
        run.Counts.Registrations++;
        run.Counts.RegistrationsPaid += result.Price;
        if (result.IsReplacement)
        {
            Unseat(run, result.Uid, block);
        }

        Seat(run, intent, result, block);
    }

    private static Refusal Reason(RegistrationError error) => error switch
    {
        RegistrationError.HotKeyAlreadyRegisteredInSubNet => Refusal.AlreadyRegistered,
        RegistrationError.NoNeuronIdAvailable => Refusal.NoNeuronIdAvailable,
        RegistrationError.InsufficientLiquidity => Refusal.InsufficientLiquidity,
        _ => Refusal.PriceLimitExceeded,
    };

    private static void Seat(in SubnetRun run, in Intent intent, in RegistrationResult result, long block)
    {
        SubnetState state = run.State;
        int uid = result.Uid;
        long lastEmission = result.IsReplacement ? run.Scratch.Emission[uid] : -1;
        state.Neurons.AlphaStake[uid] = state.Detached.Take(intent.Account);
        state.Holder[uid] = intent.Sender;
        state.Account[uid] = intent.Account;
        state.Script[uid] = (int)intent.A;
        state.Quality[uid] = QualityIn(intent);
        state.Decile[uid] = 0;
        run.Tick.Pay(
            intent.Sender, RowKinds.Registered, run.Spec.Tao, intent.Amount - result.Price, uid, result.Price);
        run.Tick.Tell(run.Events.Registered, run.SecondOf(block), intent.Sender, result.Price, uid, lastEmission);
    }

    /// <summary>Tells the former holder of a uid that it is gone; its stake stays with its hotkey.</summary>
    private static void Unseat(in SubnetRun run, int uid, long block)
    {
        SubnetState state = run.State;
        if (!run.Scratch.Permits[uid])
        {
            MinerRanks.CountPruning(state, uid);
        }

        TellIncome(run, uid);
        state.Detached.Put(state.Account[uid], run.Scratch.Stakes[uid]);
        state.Commits.Drop(uid);
        run.Counts.Prunings++;
        run.Tick.Pay(state.Holder[uid], RowKinds.Pruned, run.Spec.Tao, 0, uid);
        run.Tick.Tell(
            run.Events.Pruned, run.SecondOf(block), state.Holder[uid], 0, uid, run.Scratch.Emission[uid]);
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

    private static ReadOnlySpan<PruneCandidate> Candidates(in SubnetRun run)
    {
        EpochState neurons = run.State.Neurons;
        Span<PruneCandidate> candidates = run.Scratch.Candidates.AsSpan(0, neurons.NeuronCount);
        for (int uid = 0; uid < candidates.Length; uid++)
        {
            candidates[uid] = new PruneCandidate(
                uid, neurons.Emission[uid], neurons.RegisteredAt[uid], IsImmortal: false);
        }

        return candidates;
    }

    private static void Refuse(in SubnetRun run, in Intent intent, Refusal reason, long block)
    {
        run.Counts.Refusals++;
        run.Tick.Pay(intent.Sender, RowKinds.Refused, intent.Token, intent.Amount, (long)reason);
        run.Tick.Tell(
            run.Events.Refused, run.SecondOf(block), intent.Sender, intent.Amount, (long)reason, run.State.BurnPrice);
    }
}
