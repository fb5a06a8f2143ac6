using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Bittensor;

namespace AgentVerse.Agents.Staker;

/// <summary>What agents who stake are born with, and what they note of what subnets and chain tell them.</summary>
internal class StakerBehaviour : Behaviour
{
    private readonly SortedDictionary<int, (int Netuid, OpeningStake Stake)> _opening = [];
    private readonly long _startWallet;

    internal StakerBehaviour(PopulationPlan population, WorldPlanning planning)
    {
        Places = new StakePlaces(planning);
        _startWallet = population.Settings.Integer("startWallet");
        foreach (ShardInfo shard in planning.Shards)
        {
            IReadOnlyList<OpeningStake> stakes = shard.Plan.Facts switch
            {
                ChainFacts chain => chain.RootStakes,
                SubnetFacts subnet => subnet.Stakes,
                _ => [],
            };
            foreach (OpeningStake stake in stakes)
            {
                if (stake.Holder.Population == population.Index && stake.Hotkey != stake.Coldkey)
                {
                    _opening[stake.Holder.Index] = (Places.NetuidOf(shard.Index), stake);
                }
            }
        }
    }

    /// <summary>Where one may stake.</summary>
    protected StakePlaces Places { get; }

    /// <inheritdoc/>
    public override void Born(CohortTick tick, int row)
    {
        tick.Columns.Int64(StakerColumns.Tao)[row] = _startWallet;
        Stand(tick, row, StakerColumns.Nowhere, 0, 0);
        tick.Columns.Int32(StakerColumns.TargetSubnet)[row] = StakerColumns.Nowhere;
        if (_opening.TryGetValue(tick.First + row, out (int Netuid, OpeningStake Stake) had))
        {
            Stand(tick, row, had.Netuid, had.Stake.Hotkey, had.Stake.Amount);
        }
    }

    /// <inheritdoc/>
    public override void Receive(CohortTick tick, int row, in Row message)
    {
        switch (message.Kind)
        {
            case RowKinds.Staked:
                Pay(tick, row, message.Amount);
                Add(tick, row, Places.NetuidOf(message.Shard), (ulong)message.B, message.A);
                break;
            case RowKinds.Refused when message.B == IntentKinds.Stake:
                Pay(tick, row, message.Amount);
                break;
            case RowKinds.Unstaked:
                tick.Columns.Int64(StakerColumns.Received)[row] += message.Amount;
                Take(tick, row, (ulong)message.B, message.A);
                break;
            case RowKinds.SubnetLost:
                tick.Columns.Int64(StakerColumns.Received)[row] += message.Amount;
                Lose(tick, row, (int)message.A);
                break;
            default:
                break;
        }
    }

    /// <summary>Of what was sent to be staked, all but what came back was paid.</summary>
    private static void Pay(CohortTick tick, int row, long returned)
    {
        ref long sent = ref tick.Columns.Int64(StakerColumns.Sent)[row];
        tick.Columns.Int64(StakerColumns.Paid)[row] += sent - returned;
        sent = 0;
    }

    private static void Add(CohortTick tick, int row, int netuid, ulong hotkey, long alpha)
    {
        bool isSame = tick.Columns.Int32(StakerColumns.Subnet)[row] == netuid
            && tick.Columns.UInt64(StakerColumns.Hotkey)[row] == hotkey;
        long before = isSame ? tick.Columns.Int64(StakerColumns.Alpha)[row] : 0;
        Stand(tick, row, netuid, hotkey, before + alpha);
    }

    /// <summary>A sale of the position: what is sold of its dividends was never counted as staked.</summary>
    private static void Take(CohortTick tick, int row, ulong hotkey, long alpha)
    {
        if (tick.Columns.UInt64(StakerColumns.Hotkey)[row] != hotkey)
        {
            return;
        }

        ref long held = ref tick.Columns.Int64(StakerColumns.Alpha)[row];
        held = Math.Max(0, held - alpha);
        if (held == 0)
        {
            Stand(tick, row, StakerColumns.Nowhere, 0, 0);
        }
    }

    private static void Lose(CohortTick tick, int row, int netuid)
    {
        if (tick.Columns.Int32(StakerColumns.Subnet)[row] == netuid)
        {
            Stand(tick, row, StakerColumns.Nowhere, 0, 0);
        }

        if (tick.Columns.Int32(StakerColumns.TargetSubnet)[row] == netuid)
        {
            tick.Columns.Int32(StakerColumns.TargetSubnet)[row] = StakerColumns.Nowhere;
        }
    }

    private static void Stand(CohortTick tick, int row, int netuid, ulong hotkey, long alpha)
    {
        tick.Columns.Int32(StakerColumns.Subnet)[row] = netuid;
        tick.Columns.UInt64(StakerColumns.Hotkey)[row] = hotkey;
        tick.Columns.Int64(StakerColumns.Alpha)[row] = alpha;
    }
}
