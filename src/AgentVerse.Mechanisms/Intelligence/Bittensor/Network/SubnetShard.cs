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
        _scratch = new SubnetScratch(spec.Parameters.MaxAllowedUids);
        State = SubnetOpening.Of(spec, _scratch, world);
    }

    /// <summary>What the subnet is planned as.</summary>
    internal SubnetSpec Spec => _spec;

    /// <summary>The state, as the last tick left it.</summary>
    internal SubnetState State { get; }

    public override Bulletin Opening() => SubnetPublishing.Of(State, _spec, _scratch, default);

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
        SubnetRoot.ShowStakes(run);
        RunBlocks(run);
        for (int uid = 0; uid < State.Neurons.NeuronCount; uid++)
        {
            SubnetIntents.TellIncome(run, uid);
        }

        SubnetPayout.TellOwner(run);
        MinerRanks.Fade(State, tick.Tick.Days);
        SubnetSeries.Tell(State, counts, tick);
        return SubnetPublishing.Of(State, _spec, _scratch, counts);
    }

    public override void Accounts(AccountBook book)
    {
        book.Add(_spec.Tao, "pool", State.Accounts.Pool.Tao);
        book.Add(_spec.Tao, "fees", State.FeesTao);
        book.Add(_spec.Tao, "outside", State.OutsideTao);
        book.Add(_spec.Alpha, "pool", State.Accounts.Pool.Alpha);
        book.Add(_spec.Alpha, "stakes", State.Stakes.Sum);
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
        long firstBlock = run.Chain.FirstBlock;
        int next = 0;
        for (int offset = 0; offset < blocks; offset++)
        {
            long block = firstBlock + offset;
            SubnetBlocks.Step(run, block, TaoPlan.Tao(run.Chain, run.SegmentOf(block), run.Spec.Place));
            SubnetScoring.Step(run, block);
            SubnetRegistrations.Step(run, block);
            for (; next < intents.Count && intents[next].BlockOf(blocks) == offset; next++)
            {
                SubnetIntents.Act(run, intents[next].Intent, block);
            }
        }

        SubnetRegistrations.End(run, firstBlock + blocks - 1);
    }
}
