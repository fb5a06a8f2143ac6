using AgentVerse.Mechanisms.Intelligence.Bittensor.Arithmetic;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Bittensor;
using AgentVerse.Model.Records;
using AgentVerse.Model.State;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor.Network;

/// <summary>
/// What is global on the chain: issuance, halving, the division of TAO among subnets, the slot that a new subnet gets,
/// and stake on root. Subnets mint what its last bulletin assigned to them, and issuance counts what they report a tick
/// later, so that nothing counts twice.
/// </summary>
internal sealed class ChainShard(ChainSpec spec) : Shard
{
    private readonly RootStaking _root = new(spec);
    private long _nextBlock = spec.StartBlock;
    private long _issuance = spec.Issuance;
    private LastSubnetLock _lastLock = spec.LastLock;

    internal static IReadOnlyList<Quantity> Series { get; } =
    [
        new(
            "issuance", CellType.Integer, "rao",
            "TAO issued after the tick: reported up to the tick before, assigned in it."),
        new("blockEmission", CellType.Integer, "rao", "Emission of the tick's last block."),
        new("halvings", CellType.Integer, "", "Changes of the block emission inside the tick."),
        new("taoAssigned", CellType.Integer, "rao", "TAO assigned to subnets in the tick."),
        new("subnetsPaid", CellType.Integer, "subnets", "Subnets with TAO in the tick's last block."),
        new("rootStake", CellType.Integer, "rao", "TAO staked on root."),
        new("rootStaked", CellType.Integer, "rao", "Of it, what agents stake."),
        new("rootYield", CellType.Number, "1/d", "What root earns a day for each TAO: a moving average."),
        new("lockCost", CellType.Integer, "rao", "Lock of a new subnet at the first block of the next tick."),
    ];

    public override Bulletin Opening()
    {
        SubnetStanding[] standings =
        [
            .. spec.Subnets.Select(s => new SubnetStanding
            {
                MovingPrice = s.OpeningPrice,
                UserFlowEma = s.UserFlow,
                EmissionEnabled = true,
                FirstEmissionBlock = s.FirstEmissionBlock,
                SubtokenEnabled = true,
                RegistrationAllowed = true,
            }),
        ];
        SubnetBulletin[] subnets =
        [
            .. spec.Subnets.Select(s => new SubnetBulletin
            {
                Netuid = s.Netuid,
                MovingPrice = (ulong)s.OpeningPrice.Raw,
                RegisteredAt = s.FirstEmissionBlock,
            }),
        ];
        return Publish(standings, subnets);
    }

    public override Bulletin Settle(ShardTick tick)
    {
        ChainBulletin plan = tick.Board.Get<ChainBulletin>(tick.Shard.Index);
        SubnetBulletin[] subnets = new SubnetBulletin[spec.Subnets.Count];
        SubnetStanding[] standings = new SubnetStanding[subnets.Length];
        long assigned = TaoPlan.Assigned(plan, spec.BlocksPerTick);
        _issuance = checked(spec.Issuance + assigned);
        _nextBlock += spec.BlocksPerTick;
        for (int place = 0; place < subnets.Length; place++)
        {
            subnets[place] = tick.Board.Get<SubnetBulletin>(spec.FirstSubnetShard + place);
            _issuance = checked(_issuance + subnets[place].TaoIssued - subnets[place].TaoRecycled);
            standings[place] = Standing(subnets[place]);
        }

        _root.Receive(tick, subnets);
        foreach (TimedIntent timed in tick.Intents)
        {
            if (_root.Act(tick, timed.Intent, subnets) is { } reason)
            {
                Intent intent = timed.Intent;
                tick.Pay(
                    intent.Sender, RowKinds.Refused, intent.Token, intent.Amount, (long)reason, intent.Kind);
            }
        }

        _lastLock = ChainSlots.Newest(_lastLock, subnets);
        ChainBulletin published = Publish(standings, subnets);
        Tell(tick, plan, assigned, published.LockCost);
        return published;
    }

    public override void Accounts(AccountBook book)
    {
        book.Add(spec.Tao, "rootStakes", _root.Staked);
        book.Add(spec.Tao, "rootUnclaimed", _root.Unclaimed);
    }

    public override void Carry(StateCodec codec)
    {
        codec.Value("nextBlock", ref _nextBlock);
        codec.Value("issuance", ref _issuance);
        codec.Value("lastLock", ref _lastLock);
        _root.Carry(codec);
    }

    /// <summary>A subnet as the allocation sees it in the coming tick.</summary>
    private SubnetStanding Standing(SubnetBulletin subnet)
    {
        bool isStarted = _nextBlock >= subnet.FirstEmissionBlock;
        return new SubnetStanding
        {
            MovingPrice = new U96F32(subnet.MovingPrice),
            MinerBurned = new U96F32(subnet.MinerBurned),
            UserFlowEma = subnet.UserFlow,
            ProtocolFlowEma = subnet.ProtocolFlow,
            EmissionEnabled = _nextBlock >= subnet.EmissionFrom,
            FirstEmissionBlock = isStarted ? subnet.FirstEmissionBlock : null,
            SubtokenEnabled = isStarted,
            RegistrationAllowed = true,
        };
    }

    private ChainBulletin Publish(SubnetStanding[] standings, SubnetBulletin[] subnets)
    {
        TaoPlan plan = TaoPlan.Of(_issuance, standings, spec.Parameters, spec.BlocksPerTick);
        int[] netuids = [.. spec.Subnets.Select(s => s.Netuid)];
        return new ChainBulletin(netuids, plan.From, plan.Emissions, plan.Parts, _root.Published())
        {
            FirstBlock = _nextBlock,
            Issuance = _issuance,
            RootStake = _root.All,
            RootStaked = _root.Staked,
            RootSells = TaoPlan.RootSells(standings, spec.Parameters),
            RootYield = _root.Yield,
            SlotToEvict = ChainSlots.ToEvict(spec, subnets, _lastLock, _nextBlock),
            LockCost = SubnetLock.Cost(_lastLock, _nextBlock, plan.Emissions[0], spec.Parameters),
            LastLock = _lastLock.Lock,
            LastLockBlock = _lastLock.Block,
        };
    }

    private void Tell(ShardTick tick, ChainBulletin plan, long assigned, long lockCost)
    {
        int last = plan.SegmentFrom.Length - 1;
        int paid = 0;
        for (int place = 0; place < spec.Subnets.Count; place++)
        {
            paid += plan.TaoOf(last, place) > 0 ? 1 : 0;
        }

        tick.Set(0, _issuance);
        tick.Set(1, plan.SegmentEmission[last]);
        tick.Set(2, last);
        tick.Set(3, assigned);
        tick.Set(4, paid);
        tick.Set(5, _root.All);
        tick.Set(6, _root.Staked);
        tick.Set(7, _root.Yield);
        tick.Set(8, lockCost);
    }
}
