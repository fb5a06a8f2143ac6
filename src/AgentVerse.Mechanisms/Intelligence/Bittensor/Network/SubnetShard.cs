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
    private readonly SubnetState _state;

    internal SubnetShard(SubnetSpec spec, WorldPlan world)
    {
        _spec = spec;
        _events = new SubnetEvents(world);
        _scratch = new SubnetScratch(spec.Parameters.MaxAllowedUids, spec.Parameters.Chain.DefaultTake);
        _state = SubnetOpening.Of(spec, _scratch, world);
    }

    public override Bulletin Opening() => SubnetSeries.Bulletin(_state, _spec, _scratch);

    public override Bulletin Settle(ShardTick tick)
    {
        TickCounts counts = default;
        SubnetRun run = new(ref counts)
        {
            State = _state,
            Spec = _spec,
            Scratch = _scratch,
            Chain = tick.Board.Get<ChainBulletin>(_spec.ChainShard),
            Tick = tick,
            Events = _events,
        };
        RunBlocks(run);
        for (int uid = 0; uid < _state.Neurons.NeuronCount; uid++)
        {
            SubnetRegistration.TellIncome(run, uid);
        }

        MinerRanks.Fade(_state, tick.Tick.Days);
        SubnetSeries.Tell(_state, counts, tick);
        return SubnetSeries.Bulletin(_state, _spec, _scratch);
    }

    public override void Accounts(AccountBook book)
    {
        book.Add(_spec.Tao, "pool", _state.Pool.Tao);
        book.Add(_spec.Tao, "fees", _state.FeesTao);
        book.Add(_spec.Alpha, "pool", _state.Pool.Alpha);
        book.Add(_spec.Alpha, "stakes", Sum(_state.Neurons.AlphaStake));
        book.Add(_spec.Alpha, "stakesWithoutUid", _state.Detached.Sum);
        book.Add(_spec.Alpha, "pendingServer", _state.Pending.Server);
        book.Add(_spec.Alpha, "pendingValidator", _state.Pending.Validator);
        book.Add(_spec.Alpha, "pendingRoot", _state.Pending.Root);
        book.Add(_spec.Alpha, "pendingOwnerCut", _state.Pending.OwnerCut);
        book.Add(_spec.Alpha, "owner", _state.OwnerAlpha);
        book.Add(_spec.Alpha, "rootClaims", _state.RootClaims);
        book.Add(_spec.Alpha, "protocol", _state.ProtocolAlpha);
        book.Add(_spec.Alpha, "unpaid", _state.UnpaidAlpha);
    }

    public override void Carry(StateCodec codec) => _state.Carry(codec);

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
                SubnetRegistration.Act(run, intents[next].Intent, block);
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
