using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Bittensor;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor.Network;

/// <summary>Registrations of neurons at the price of their block, or of a later one while they live.</summary>
internal static class SubnetRegistrations
{
    /// <summary>Registers at once, or lets the registration wait for a price within its limit.</summary>
    internal static void Arrive(in SubnetRun run, in Intent intent, long block)
    {
        if (run.State.BurnPrice > intent.Amount && intent.C > 0)
        {
            run.Scratch.Registrations.Add(intent, block + Math.Min(intent.C, run.Spec.BlocksPerTick));
        }
        else
        {
            Register(run, intent, block);
        }
    }

    /// <summary>Serves those that wait and can pay the price of this block; refuses those whose last block it is.</summary>
    internal static void Step(in SubnetRun run, long block)
    {
        RegistrationQueue queue = run.Scratch.Registrations;
        if (!queue.HasWork(run.State.BurnPrice, block))
        {
            return;
        }

        foreach ((Intent intent, long lastBlock) in queue.TakeAll())
        {
            if (run.State.BurnPrice <= intent.Amount || block >= lastBlock)
            {
                Register(run, intent, block);
            }
            else
            {
                queue.Add(intent, lastBlock);
            }
        }
    }

    /// <summary>Refuses all that still wait: none waits longer than its tick.</summary>
    internal static void End(in SubnetRun run, long block)
    {
        foreach ((Intent intent, _) in run.Scratch.Registrations.TakeAll())
        {
            SubnetIntents.Refuse(run, intent, Refusal.PriceLimitExceeded, block);
        }
    }

    /// <summary>A registration by the chain's call, with what the intent carries as balance and limit.</summary>
    private static void Register(in SubnetRun run, in Intent intent, long block)
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
            IsRegistered = state.UidOf(intent.Account) >= 0,
            OwnsHotkey = true,
        };
        long alphaBefore = state.Accounts.Pool.Alpha;
        state.Neurons.Emission.CopyTo(run.Scratch.Emission);
        state.Neurons.ValidatorPermit.CopyTo(run.Scratch.Permits);
        RegistrationResult result = NeuronRegistration.Register(
            call, state.Parameters, state.Accounts, state.Neurons, Candidates(run));
        if (result.Error != RegistrationError.None)
        {
            SubnetIntents.Refuse(run, intent, Reason(result.Error), block);
            return;
        }

        state.FeesTao += result.AuthorTao;
        state.BurnPrice = result.NextPrice;
        state.Rates.CountRegistration();
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
        state.Holder[uid] = intent.Sender;
        state.Account[uid] = intent.Account;
        state.Script[uid] = (int)intent.A;
        state.Quality[uid] = SubnetIntents.QualityIn(intent);
        state.Model[uid] = SubnetIntents.ModelIn(intent);
        state.Decile[uid] = 0;
        state.Yield[uid] = 0;
        state.Neurons.AlphaStake[uid] = state.Stakes.StakeOf(intent.Account);
        state.Neurons.RootStake[uid] = run.Chain.RootStakeOf(intent.Account);
        state.History.Forget(uid);
        run.Tick.Pay(
            intent.Sender, RowKinds.Registered, run.Spec.Tao, intent.Amount - result.Price, uid, result.Price);
        run.Tick.Tell(
            run.Events.Registered, run.SecondOf(block), intent.Sender, result.Price, uid, lastEmission);
        SubnetScoring.Schedule(state, run.Tick.World, block);
    }

    private static void Unseat(in SubnetRun run, int uid, long block)
    {
        SubnetState state = run.State;
        if (!run.Scratch.Permits[uid])
        {
            MinerRanks.CountPruning(state, uid);
        }

        SubnetIntents.TellIncome(run, uid);
        state.Commits.Drop(uid);
        run.Counts.Prunings++;
        run.Tick.Pay(state.Holder[uid], RowKinds.Pruned, run.Spec.Tao, 0, uid);
        run.Tick.Tell(
            run.Events.Pruned, run.SecondOf(block), state.Holder[uid], 0, uid, run.Scratch.Emission[uid]);
    }

    /// <summary>All uids for pruning; the owner's is immortal.</summary>
    private static ReadOnlySpan<PruneCandidate> Candidates(in SubnetRun run)
    {
        EpochState neurons = run.State.Neurons;
        Span<PruneCandidate> candidates = run.Scratch.Candidates.AsSpan(0, neurons.NeuronCount);
        for (int uid = 0; uid < candidates.Length; uid++)
        {
            candidates[uid] = new PruneCandidate(
                uid, neurons.Emission[uid], neurons.RegisteredAt[uid], IsImmortal: false);
        }

        Span<bool> isOwners = run.Scratch.IsOwners.AsSpan(0, candidates.Length);
        isOwners.Clear();
        Pruning.MarkImmortal(candidates, isOwners, neurons.OwnerUid, run.State.Parameters);
        return candidates;
    }
}
