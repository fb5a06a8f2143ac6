using AgentVerse.Model;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Bittensor;
using AgentVerse.Model.Numerics;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor.Network;

/// <summary>
/// Runs validators' scripts: each validator with a permit scores once a tempo, at a block of its own that is drawn
/// from its
/// account, and sets the weights by the chain's own call and checks.
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
                && BlocksToScoring(run.Spec, run.Tick.World, state.Account[uid], block) == 0;
            if (isDue && ScorerOf(run.Tick.World, state, uid) is { } scorer)
            {
                Score(run.Spec, state, run.Scratch, new Scoring(run.Tick.World, scorer, uid, block));
            }
        }

        Schedule(run.Spec, state, run.Tick.World, block);
    }

    /// <summary>Notes the first block after this one at which a script may run.</summary>
    internal static void Schedule(SubnetSpec spec, SubnetState state, WorldPlan world, long block)
    {
        long next = long.MaxValue;
        for (int uid = 0; uid < state.Neurons.NeuronCount && spec.Parameters.Tempo > 0; uid++)
        {
            if (state.Neurons.ValidatorPermit[uid] && ScorerOf(world, state, uid) is not null)
            {
                next = Math.Min(next, block + 1 + BlocksToScoring(spec, world, state.Account[uid], block + 1));
            }
        }

        state.NextScoring = next;
    }

    /// <summary>Scores and stores the weights of one validator; refused weights leave those that stand.</summary>
    internal static void Score(SubnetSpec spec, SubnetState state, SubnetScratch scratch, in Scoring scoring)
    {
        int count = state.Neurons.NeuronCount;
        Span<double> scores = scratch.Scores.AsSpan(0, count);
        scores.Clear();
        ScoringView view = new()
        {
            Validator = state.Account[scoring.Uid],
            OwnUid = scoring.Uid,
            Epoch = (int)state.Epochs,
            Accounts = state.Account,
            Qualities = state.Quality,
            Consensus = state.Neurons.Consensus,
            Standing = state.Neurons.Mechanisms[0].Weights.CellsOf(scoring.Uid)[..count],
            Draws = scoring.World.Draws,
        };
        if (scoring.Scorer.Score(view, scores) && Weigh(scores, scratch) is int weighed and > 0)
        {
            Set(spec, state, scoring, new WeightsCall
            {
                Uids = scratch.Uids.AsSpan(0, weighed),
                Values = scratch.Values.AsSpan(0, weighed),
            });
        }
    }

    /// <summary>The script of a uid, or null: a policy of its holder's population that scores.</summary>
    internal static IScorer? ScorerOf(WorldPlan world, SubnetState state, int uid)
    {
        AgentRef holder = state.Holder[uid];
        IReadOnlyList<Policy> policies = holder == AgentRef.None ? [] : world.Policies[holder.Population];
        return state.Script[uid] >= 0 && state.Script[uid] < policies.Count ? policies[state.Script[uid]] as IScorer : null;
    }

    private static long BlocksToScoring(SubnetSpec spec, WorldPlan world, ulong account, long block)
    {
        long tempo = spec.Parameters.Tempo;
        long phase = world.Draws.At(account, -1).Below(Phase, tempo);
        return (phase - (block % tempo) + tempo) % tempo;
    }

    private static void Set(SubnetSpec spec, SubnetState state, in Scoring scoring, in WeightsCall call)
    {
        MechanismState mechanism = state.Neurons.Mechanisms[0];
        WeightsCaller caller = new()
        {
            Netuid = spec.Netuid,
            MechanismExists = true,
            NeuronCount = state.Neurons.NeuronCount,
            Uid = scoring.Uid,
            HasPermit = state.Neurons.ValidatorPermit[scoring.Uid],
            StakeWeight = state.Neurons.AlphaStake[scoring.Uid],
            LastUpdate = mechanism.LastUpdate[scoring.Uid],
            Block = scoring.Block,
        };
        if (SetWeights.CheckDirect(caller, call, spec.Parameters) == WeightsError.None)
        {
            SetWeights.Store(mechanism, caller, call, spec.Parameters);
        }
    }

    /// <summary>
    /// Scores as weights, the largest 65535; uids that round to 0 are left out. Returns how many there are.
    /// </summary>
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

    /// <summary>One run of a script.</summary>
    /// <param name="World">The world.</param>
    /// <param name="Scorer">The script.</param>
    /// <param name="Uid">Its validator.</param>
    /// <param name="Block">Now.</param>
    internal readonly record struct Scoring(WorldPlan World, IScorer Scorer, int Uid, long Block);
}
