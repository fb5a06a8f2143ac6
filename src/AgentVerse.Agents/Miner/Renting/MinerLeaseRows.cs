using AgentVerse.Agents.Compute;
using AgentVerse.Agents.Neuron;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Akash;

namespace AgentVerse.Agents.Miner.Renting;

/// <summary>
/// What a miner does with what Akash tells it: it counts what it paid and, of the class that its subnet needs, what it
/// got.
/// </summary>
internal sealed class MinerLeaseRows(MinerCompute compute, SubnetShards subnets) : NetworkRows
{
    internal override string Network => AkashTerms.Network;

    internal override void Receive(CohortTick tick, int row, in Row message)
    {
        Columns columns = tick.Columns;
        switch (message.Kind)
        {
            case AkashRows.Ended:
                long received = (uint)(message.B >> 32);
                bool isForHome = IsForHome(columns.Int32(NeuronColumns.Subnet)[row], message.Shard);
                columns.Int32(MinerKind.Open)[row]--;
                columns.Int64(MinerKind.Received)[row] += isForHome ? received : 0;
                tick.Sum(MinerKind.DeliveredSum, received);
                tick.Sum(MinerKind.CostSum, message.A);
                break;
            case AkashRows.Unfilled:
            case AkashRows.Refused when message.B == AkashIntents.Deploy:
                columns.Int32(MinerKind.Open)[row]--;
                tick.Sum(MinerKind.UnfilledSum, 1);
                break;
            default:
                break;
        }
    }

    private bool IsForHome(int netuid, int market) =>
        subnets.PlaceOf(netuid) is int place and >= 0 && compute.MarketOf(subnets.TaskAt(place)) == market;
}
