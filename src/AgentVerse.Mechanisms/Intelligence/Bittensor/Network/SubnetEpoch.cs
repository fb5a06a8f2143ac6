using AgentVerse.Mechanisms.Intelligence.Bittensor.Arithmetic;
using AgentVerse.Model.Contracts;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor.Network;

/// <summary>An epoch of a subnet: Yuma over the standing weights, then the payment of what was pending.</summary>
internal static class SubnetEpoch
{
    /// <summary>Runs the epoch and pays it.</summary>
    internal static void Run(in SubnetRun run, long block)
    {
        SubnetState state = run.State;
        SubnetParameters subnet = state.Parameters;
        PendingEmission pending = state.Accounts.Pending;
        state.Accounts.Pending = default;
        MarkCommits(state, subnet);
        object? had = run.Tick.Audit is null ? null : EpochAudit.Input(state.Neurons, block, pending.ForEpoch, subnet);
        Yuma.Run(state.Neurons, block, pending.ForEpoch, subnet, run.Scratch.Epoch);
        if (had is not null)
        {
            run.Tick.Audit!.Case(
                EpochAudit.Operation, EpochAudit.Id(run.Spec, block), had, EpochAudit.Output(state.Neurons));
        }

        state.History.Push(state.Neurons.Consensus);
        SubnetPayout.Pay(run, pending);
        state.Neurons.LastStepBlock = block;
        state.Epochs++;
        state.EpochEmission = pending.ForEpoch;
        Describe(state, run.Scratch);
        SubnetScoring.Schedule(state, run.Tick.World, block);
        run.Tick.Tell(
            run.Events.Epoch, run.SecondOf(block), AgentRef.None, pending.ForEpoch, state.Epochs,
            state.ActiveValidators);
    }

    /// <summary>Weights from before a waiting commit must not reach miners that registered after it.</summary>
    private static void MarkCommits(SubnetState state, SubnetParameters subnet)
    {
        if (subnet.CommitRevealWeightsEnabled)
        {
            CommitReveal.MarkCommits(
                state.Commits, state.Neurons.Mechanisms[0], state.Clock.EpochIndex, subnet);
        }
    }

    /// <summary>What is told of an epoch that has run: active validators and their alpha, ranks, quality.</summary>
    internal static void Describe(SubnetState state, SubnetScratch scratch)
    {
        int active = 0;
        double weighted = 0;
        double incentive = 0;
        double staked = 0;
        double squares = 0;
        for (int uid = 0; uid < state.Neurons.NeuronCount; uid++)
        {
            bool isActive = scratch.Epoch.ActiveStake[uid] != I32F32.Zero;
            double stake = isActive ? state.Neurons.AlphaStake[uid] : 0;
            active += isActive ? 1 : 0;
            staked += stake;
            squares += stake * stake;
            weighted += state.Neurons.ServerEmission[uid] * state.Quality[uid];
            incentive += state.Neurons.ServerEmission[uid];
        }

        state.ActiveValidators = active;
        state.EffectiveValidators = squares > 0 ? staked * staked / squares : 0;
        state.QualityPaid = incentive > 0 ? weighted / incentive : 0;
        MinerRanks.Rank(state, scratch);
    }
}
