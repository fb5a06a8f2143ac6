using AgentVerse.Agents.Staker;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Bittensor;

namespace AgentVerse.Agents.SubnetOwner;

/// <summary>
/// What an owner is born with: its subnet, if it owns one at the opening; and what it notes of subnet, cut and sales.
/// </summary>
internal sealed class SubnetOwnerBehaviour : StakerBehaviour
{
    private readonly SortedDictionary<int, int> _owned = [];

    internal SubnetOwnerBehaviour(PopulationPlan population, WorldPlanning planning)
        : base(population, planning)
    {
        foreach (SubnetFacts subnet in planning.Shards.Select(s => s.Plan.Facts).OfType<SubnetFacts>())
        {
            if (subnet.Owner.Population == population.Index)
            {
                _owned[subnet.Owner.Index] = subnet.Netuid;
            }
        }
    }

    public override void Born(CohortTick tick, int row)
    {
        base.Born(tick, row);
        tick.Columns.Int32(SubnetOwnerKind.OwnSubnet)[row] =
            _owned.GetValueOrDefault(tick.First + row, StakerColumns.Nowhere);
    }

    public override void Receive(CohortTick tick, int row, in Row message)
    {
        switch (message.Kind)
        {
            case RowKinds.SubnetOwned:
                tick.Columns.Int64(SubnetOwnerKind.Locked)[row] += message.B;
                Own(tick, row, (int)message.A);
                break;
            case RowKinds.OwnerCut:
                tick.Columns.Int64(SubnetOwnerKind.Cut)[row] += message.A;
                tick.Columns.Int64(SubnetOwnerKind.CutRao)[row] += message.B;
                tick.Columns.Int64(SubnetOwnerKind.Unsold)[row] += message.A;
                break;
            case RowKinds.Unstaked when (ulong)message.B == tick.Columns.UInt64(EngineColumns.Account)[row]:
                tick.Columns.Int64(SubnetOwnerKind.Sold)[row] += message.A;
                tick.Columns.Int64(SubnetOwnerKind.SoldRao)[row] += message.Amount;
                tick.Columns.Int64(SubnetOwnerKind.Selling)[row] = 0;
                break;
            case RowKinds.Refused when message.B == IntentKinds.Unstake:
                tick.Columns.Int64(SubnetOwnerKind.Unsold)[row] += tick.Columns.Int64(SubnetOwnerKind.Selling)[row];
                tick.Columns.Int64(SubnetOwnerKind.Selling)[row] = 0;
                break;
            case RowKinds.Refused when IsPutOff(message):
                tick.Columns.Int32(SubnetOwnerKind.NextSetting)[row]--;
                break;
            case RowKinds.SubnetLost when tick.Columns.Int32(SubnetOwnerKind.OwnSubnet)[row] == message.A:
                Own(tick, row, StakerColumns.Nowhere);
                base.Receive(tick, row, message);
                break;
            default:
                base.Receive(tick, row, message);
                break;
        }
    }

    private static bool IsPutOff(in Row message) =>
        message.B == IntentKinds.SetHyperparameter && message.A == (long)Refusal.RateLimitExceeded;

    /// <summary>Another subnet, or none: nothing of the last one's cut is left to sell, nothing is set yet.</summary>
    private static void Own(CohortTick tick, int row, int netuid)
    {
        tick.Columns.Int32(SubnetOwnerKind.OwnSubnet)[row] = netuid;
        tick.Columns.Int64(SubnetOwnerKind.Unsold)[row] = 0;
        tick.Columns.Int64(SubnetOwnerKind.Selling)[row] = 0;
        tick.Columns.Int32(SubnetOwnerKind.NextSetting)[row] = 0;
    }
}
