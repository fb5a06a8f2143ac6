using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Bittensor;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor.Network;

/// <summary>Intents to a subnet: who may send what, what a uid serves and follows, and refusals.</summary>
internal static class SubnetIntents
{
    /// <summary>Acts on an intent at a block.</summary>
    internal static void Act(in SubnetRun run, in Intent intent, long block)
    {
        bool takesTao = intent.Kind is IntentKinds.Register or IntentKinds.Stake or IntentKinds.RegisterSubnet;
        if (intent.Amount != 0 && (!takesTao || intent.Token != run.Spec.Tao))
        {
            Refuse(run, intent, Refusal.UnknownIntent, block);
            return;
        }

        switch (intent.Kind)
        {
            case IntentKinds.Register:
                SubnetRegistrations.Arrive(run, intent, block);
                break;
            case IntentKinds.Script:
                Follow(run, intent, block);
                break;
            case IntentKinds.Stake:
                SubnetStaking.Buy(run, intent, block);
                break;
            case IntentKinds.Unstake:
                SubnetStaking.Sell(run, intent, block);
                break;
            case IntentKinds.SetTake:
                SubnetStaking.SetTake(run, intent, block);
                break;
            case IntentKinds.Serve:
                Serve(run.State, intent);
                break;
            case IntentKinds.RegisterSubnet:
                SubnetTakeover.Act(run, intent, block);
                break;
            case IntentKinds.SetHyperparameter:
                SubnetOwner.SetHyperparameter(run, intent, block);
                break;
            default:
                Refuse(run, intent, Refusal.UnknownIntent, block);
                break;
        }
    }

    /// <summary>Gives everything back and says why.</summary>
    internal static void Refuse(in SubnetRun run, in Intent intent, Refusal reason, long block)
    {
        run.Counts.Refusals++;
        run.Tick.Pay(
            intent.Sender, RowKinds.Refused, intent.Token, intent.Amount, (long)reason, intent.Kind);
        run.Tick.Tell(
            run.Events.Refused, run.SecondOf(block), intent.Sender, intent.Amount, (long)reason, run.State.BurnPrice);
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
    internal static double QualityIn(in Intent intent)
    {
        double quality = BitConverter.Int64BitsToDouble(intent.B);
        return double.IsFinite(quality) && quality > 0 ? quality : 0;
    }

    /// <summary>Number of the model that an intent serves: its account stands for one of its own.</summary>
    internal static ulong ModelIn(in Intent intent) => intent.D == 0 ? intent.Account : (ulong)intent.D;

    /// <summary>Another script; one without a uid has none.</summary>
    private static void Follow(in SubnetRun run, in Intent intent, long block)
    {
        if (run.State.UidOf(intent.Account) is int uid and >= 0)
        {
            run.State.Script[uid] = (int)intent.A;
            SubnetScoring.Schedule(run.State, run.Tick.World, block);
        }
    }

    /// <summary>Other output; one without a uid serves nobody.</summary>
    private static void Serve(SubnetState state, in Intent intent)
    {
        if (state.UidOf(intent.Account) is int uid and >= 0)
        {
            state.Quality[uid] = QualityIn(intent);
            state.Model[uid] = ModelIn(intent);
        }
    }
}
