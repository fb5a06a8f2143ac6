using AgentVerse.Mechanisms.Intelligence.Bittensor.Arithmetic;
using AgentVerse.Model;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Bittensor;
using AgentVerse.Model.Numerics;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor.Network;

/// <summary>
/// Runs validators' scripts: each validator with a permit scores once a tempo, at a block of its own that is drawn from
/// its account, and commits or sets the weights by the chain's own calls and checks.
/// </summary>
internal static class SubnetScoring
{
    private static readonly Purpose Phase = Purpose.Of("bittensor.scoring");

    /// <summary>Runs the scripts that are due at a block.</summary>
    internal static void Step(in SubnetRun run, long block)
    {
        SubnetState state = run.State;
        if (block < state.NextScoring)
        {
            return;
        }

        for (int uid = 0; uid < state.Neurons.NeuronCount; uid++)
        {
            bool isDue = state.Neurons.ValidatorPermit[uid]
                && BlocksToScoring(state, run.Tick.World, uid, block) == 0;
            if (isDue && Score(state, run.Scratch, run.Tick.World, uid) is int weighed and > 0)
            {
                Submit(run, uid, weighed, block);
            }
        }

        Schedule(state, run.Tick.World, block);
    }

    /// <summary>Notes the first block after this one at which a script may run.</summary>
    internal static void Schedule(SubnetState state, WorldPlan world, long block)
    {
        long next = long.MaxValue;
        for (int uid = 0; uid < state.Neurons.NeuronCount && state.Parameters.Tempo > 0; uid++)
        {
            if (state.Neurons.ValidatorPermit[uid] && ScorerOf(world, state, uid) is not null)
            {
                next = Math.Min(next, block + 1 + BlocksToScoring(state, world, uid, block + 1));
            }
        }

        state.NextScoring = next;
    }

    /// <summary>
    /// Opens the committed weights whose epoch comes with this block; those that fail the checks are dropped.
    /// </summary>
    internal static void Reveal(in SubnetRun run, long block)
    {
        SubnetState state = run.State;
        SubnetParameters subnet = state.Parameters;
        if (!subnet.CommitRevealWeightsEnabled)
        {
            return;
        }

        long epoch = CommitReveal.CurrentEpoch(state.Clock, block, subnet);
        CommitReveal.TakeDue(state.Commits, epoch, subnet, run.Scratch.Due);
        foreach (WeightsCommit commit in run.Scratch.Due)
        {
            WeightsCaller caller = CallerOf(run.Spec.Netuid, state, commit.Uid, block);
            WeightsCall call = new() { Uids = commit.Uids.ToArray(), Values = commit.Values.ToArray() };
            if (SetWeights.Check(caller, call, subnet) == WeightsError.None)
            {
                SetWeights.Store(state.Neurons.Mechanisms[0], caller, call, subnet);
            }
        }
    }

    /// <summary>
    /// Runs the script of a uid and leaves its weights in the scratch, the largest 65535 and none 0. Returns how many
    /// there are; 0 if there is no script or it keeps what stands.
    /// </summary>
    internal static int Score(SubnetState state, SubnetScratch scratch, WorldPlan world, int uid)
    {
        int count = state.Neurons.NeuronCount;
        Span<double> scores = scratch.Scores.AsSpan(0, count);
        scores.Clear();
        ScoringView view = new()
        {
            Validator = state.Account[uid],
            OwnUid = uid,
            Epoch = (int)state.Epochs,
            Accounts = state.Account,
            Qualities = state.Quality,
            Consensus = state.Neurons.Consensus,
            Standing = state.Neurons.Mechanisms[0].Weights.CellsOf(uid)[..count],
            Models = state.Model,
            ConsensusHistory = state.History.Of(count, scratch.History),
            Stakes = state.Neurons.StakeWeight,
            Weights = state.Neurons.Mechanisms[0].Weights.Cells,
            WeightsWidth = state.Neurons.Mechanisms[0].Weights.Capacity,
            OwnerUid = state.Neurons.OwnerUid,
            Draws = world.Draws,
        };
        return ScorerOf(world, state, uid) is { } scorer && scorer.Score(view, scores) ? Weigh(scores, scratch) : 0;
    }

    /// <summary>Sets the weights in the scratch at once; refused ones leave those that stand.</summary>
    /// <returns>Whether they stand now.</returns>
    internal static bool Set(
        SubnetParameters subnet, SubnetState state, SubnetScratch scratch, in WeightsCaller caller, int weighed)
    {
        WeightsCall call = new() { Uids = scratch.Uids.AsSpan(0, weighed), Values = scratch.Values.AsSpan(0, weighed) };
        bool isTaken = SetWeights.CheckDirect(caller, call, subnet) == WeightsError.None;
        if (isTaken)
        {
            SetWeights.Store(state.Neurons.Mechanisms[0], caller, call, subnet);
        }

        return isTaken;
    }

    /// <summary>A validator as the checks of weights see it.</summary>
    internal static WeightsCaller CallerOf(int netuid, SubnetState state, int uid, long block) => new()
    {
        Netuid = netuid,
        MechanismExists = true,
        NeuronCount = state.Neurons.NeuronCount,
        Uid = uid,
        HasPermit = state.Neurons.ValidatorPermit[uid] || uid == state.Neurons.OwnerUid,
        StakeWeight = StakeWeightOf(state, uid),
        LastUpdate = state.Neurons.Mechanisms[0].LastUpdate[uid],
        Block = block,
    };

    /// <summary>Alpha and weighted TAO behind a uid, as the threshold of weights counts them.</summary>
    private static long StakeWeightOf(SubnetState state, int uid)
    {
        U96F32 taoWeight = U96F32.FromU64Proportion(state.Parameters.Chain.TaoWeight);
        long root = (U96F32.FromInteger(state.Neurons.RootStake[uid]) * taoWeight).ToInteger();
        return checked(state.Neurons.AlphaStake[uid] + root);
    }

    private static void Submit(in SubnetRun run, int uid, int weighed, long block)
    {
        SubnetState state = run.State;
        WeightsCaller caller = CallerOf(run.Spec.Netuid, state, uid, block);
        if (!state.Parameters.CommitRevealWeightsEnabled)
        {
            run.Counts.WeightsSet += Set(state.Parameters, state, run.Scratch, caller, weighed) ? 1 : 0;
            return;
        }

        long epoch = CommitReveal.CurrentEpoch(state.Clock, block, state.Parameters);
        WeightsCommit commit = CommitsCodec.Of(
            uid, epoch, block, run.Scratch.Uids[..weighed], run.Scratch.Values[..weighed]);
        WeightsError error =
            CommitReveal.Commit(state.Commits, state.Neurons.Mechanisms[0], caller, commit, state.Parameters);
        run.Counts.WeightsSet += error == WeightsError.None ? 1 : 0;
    }

    /// <summary>The script of a uid, or null: a policy of its holder's population that scores.</summary>
    private static IScorer? ScorerOf(WorldPlan world, SubnetState state, int uid)
    {
        AgentRef holder = state.Holder[uid];
        IReadOnlyList<Policy> policies = holder == AgentRef.None ? [] : world.Policies[holder.Population];
        int script = state.Script[uid];
        return script >= 0 && script < policies.Count ? policies[script] as IScorer : null;
    }

    /// <summary>
    /// Blocks until the script of a uid runs: at a block of every tempo drawn by account, or the last before an epoch.
    /// </summary>
    private static long BlocksToScoring(SubnetState state, WorldPlan world, int uid, long block)
    {
        long tempo = state.Parameters.Tempo;
        long phase = ScorerOf(world, state, uid) is { IsLast: true }
            ? state.Clock.LastEpochBlock - 1
            : world.Draws.At(state.Account[uid], -1).Below(Phase, tempo);
        return (((phase - block) % tempo) + tempo) % tempo;
    }

    /// <summary>Scores as weights, the largest 65535; uids that round to 0 are left out.</summary>
    private static int Weigh(ReadOnlySpan<double> scores, SubnetScratch scratch)
    {
        double largest = 0;
        for (int uid = 0; uid < scores.Length; uid++)
        {
            Invariant.Check(scores[uid] >= 0 && double.IsFinite(scores[uid]), "a score is finite and at least 0");
            largest = Math.Max(largest, scores[uid]);
        }

        int weighed = 0;
        for (int uid = 0; uid < scores.Length && largest > 0; uid++)
        {
            ushort value = (ushort)((scores[uid] / largest * ushort.MaxValue) + 0.5);
            if (value > 0)
            {
                scratch.Uids[weighed] = uid;
                scratch.Values[weighed++] = value;
            }
        }

        return weighed;
    }
}
