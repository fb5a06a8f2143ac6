using AgentVerse.Mechanisms.Intelligence.Bittensor.Arithmetic;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Bittensor;
using AgentVerse.Model.Records;
using AgentVerse.Model.State;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor.Network;

/// <summary>
/// What is global on the chain: issuance, halving, the division of TAO among subnets. It holds no money: subnets mint
/// what its last bulletin assigned to them, and issuance counts what they report a tick later, so that nothing counts
/// twice.
/// </summary>
internal sealed class ChainShard(ChainSpec spec) : Shard
{
    private long _nextBlock = spec.StartBlock;
    private long _issuance = spec.Issuance;

    internal static IReadOnlyList<Quantity> Series { get; } =
    [
        new(
            "issuance", CellType.Integer, "rao",
            "TAO issued after the tick: reported up to the tick before, assigned in it."),
        new("blockEmission", CellType.Integer, "rao", "Emission of the tick's last block."),
        new("halvings", CellType.Integer, "", "Changes of the block emission inside the tick."),
        new("taoAssigned", CellType.Integer, "rao", "TAO assigned to subnets in the tick."),
        new("subnetsPaid", CellType.Integer, "subnets", "Subnets with TAO in the tick's last block."),
    ];

    public override Bulletin Opening()
    {
        SubnetStanding[] standings =
        [
            .. spec.Subnets.Select(s => Standing(s.OpeningPrice, U96F32.Zero, s)),
        ];
        return TaoPlan.Of(_issuance, standings, spec, _nextBlock);
    }

    public override Bulletin Settle(ShardTick tick)
    {
        ChainBulletin plan = tick.Board.Get<ChainBulletin>(tick.Shard.Index);
        SubnetStanding[] standings = new SubnetStanding[spec.Subnets.Count];
        long reported = 0;
        for (int place = 0; place < standings.Length; place++)
        {
            SubnetBulletin subnet = tick.Board.Get<SubnetBulletin>(spec.FirstSubnetShard + place);
            reported = checked(reported + subnet.TaoIssued);
            standings[place] = Standing(
                new U96F32(subnet.MovingPrice), new U96F32(subnet.MinerBurned), spec.Subnets[place]);
        }

        long assigned = TaoPlan.Assigned(plan, spec.BlocksPerTick);
        _issuance = checked(spec.Issuance + reported + assigned);
        _nextBlock += spec.BlocksPerTick;
        Tell(tick, plan, assigned);
        return TaoPlan.Of(_issuance, standings, spec, _nextBlock);
    }

    public override void Accounts(AccountBook book)
    {
    }

    public override void Carry(StateCodec codec)
    {
        codec.Value("nextBlock", ref _nextBlock);
        codec.Value("issuance", ref _issuance);
    }

    private static SubnetStanding Standing(U96F32 movingPrice, U96F32 minerBurned, SubnetSpec subnet) => new()
    {
        MovingPrice = movingPrice,
        MinerBurned = minerBurned,
        EmissionEnabled = true,
        FirstEmissionBlock = subnet.FirstEmissionBlock,
        SubtokenEnabled = true,
        RegistrationAllowed = true,
    };

    private void Tell(ShardTick tick, ChainBulletin plan, long assigned)
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
    }
}
