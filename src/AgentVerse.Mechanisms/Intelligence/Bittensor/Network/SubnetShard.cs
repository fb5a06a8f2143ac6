using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Bittensor;
using AgentVerse.Model.State;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor.Network;

/// <summary>A subnet: runs its own blocks of a tick in order, each with its intents, and publishes.</summary>
internal sealed class SubnetShard : Shard
{
    private readonly SubnetSpec _spec;
    private readonly SubnetScratch _scratch;
    private readonly SubnetEvents _events;

    internal SubnetShard(SubnetSpec spec, WorldPlan world)
    {
        _spec = spec;
        _events = new SubnetEvents(world);
        _scratch = new SubnetScratch(spec.Parameters.MaxAllowedUids, spec.Parameters.Chain.DefaultTake);
        State = SubnetOpening.Of(spec, _scratch, world);
    }

    /// <summary>What the subnet is planned as.</summary>
    internal SubnetSpec Spec => _spec;

    /// <summary>The state, as the last tick left it.</summary>
    internal SubnetState State { get; }

    public override Bulletin Opening() => SubnetSeries.Bulletin(State, _spec, _scratch);

    public override Bulletin Settle(ShardTick tick)
    {
        TickCounts counts = default;
        SubnetRun run = new(ref counts)
        {
            State = State,
            Spec = _spec,
            Scratch = _scratch,
            Chain = tick.Board.Get<ChainBulletin>(_spec.ChainShard),
            Tick = tick,
            Events = _events,
        };
        RunBlocks(run);
        for (int uid = 0; uid < State.Neurons.NeuronCount; uid++)
        {
            SubnetIntents.TellIncome(run, uid);
        }

        MinerRanks.Fade(State, tick.Tick.Days);
        SubnetSeries.Tell(State, counts, tick);
        return SubnetSeries.Bulletin(State, _spec, _scratch);
    }

    public override void Accounts(AccountBook book)
    {
        book.Add(_spec.Tao, "pool", State.Accounts.Pool.Tao);
        book.Add(_spec.Tao, "fees", State.FeesTao);
        book.Add(_spec.Alpha, "pool", State.Accounts.Pool.Alpha);
        book.Add(_spec.Alpha, "stakes", Sum(State.Neurons.AlphaStake));
        book.Add(_spec.Alpha, "stakesWithoutUid", State.Detached.Sum);
        book.Add(_spec.Alpha, "pendingServer", State.Accounts.Pending.Server);
        book.Add(_spec.Alpha, "pendingValidator", State.Accounts.Pending.Validator);
        book.Add(_spec.Alpha, "pendingRoot", State.Accounts.Pending.Root);
        book.Add(_spec.Alpha, "pendingOwnerCut", State.Accounts.Pending.OwnerCut);
        book.Add(_spec.Alpha, "owner", State.OwnerAlpha);
        book.Add(_spec.Alpha, "rootClaims", State.RootClaims);
        book.Add(_spec.Alpha, "protocol", State.Accounts.ProtocolAlpha);
        book.Add(_spec.Alpha, "unpaid", State.UnpaidAlpha);
    }

    public override void Carry(StateCodec codec) => State.Carry(codec);

    private static void RunBlocks(in SubnetRun run)
    {
        IReadOnlyList<TimedIntent> intents = run.Tick.Intents;
        int blocks = run.Spec.BlocksPerTick;
        int segment = 0;
        int next = 0;
        for (int offset = 0; offset < blocks; offset++)
        {
            while (segment + 1 < run.Chain.SegmentFrom.Length && run.Chain.SegmentFrom[segment + 1] <= offset)
            {
                segment++;
            }

            long block = run.Chain.FirstBlock + offset;
            SubnetBlocks.Step(run, block, TaoPlan.Tao(run.Chain, segment, run.Spec.Place));
            SubnetScoring.Step(run, block);
            for (; next < intents.Count && intents[next].BlockOf(blocks) == offset; next++)
            {
                SubnetIntents.Act(run, intents[next].Intent, block);
            }
        }
    }

    private static long Sum(ReadOnlySpan<long> amounts)
    {
        long sum = 0;
        foreach (long amount in amounts)
        {
            sum = checked(sum + amount);
        }

        return sum;
    }
}
