using AgentVerse.Agents.Compute;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Akash;
using AgentVerse.Model.Networks.Compute;

namespace AgentVerse.Agents.GpuProvider.Akash;

/// <summary>What a provider does with what Akash tells it.</summary>
internal sealed class AkashProviderRows : NetworkRows
{
    private const double SecondsPerHour = 3600;
    private static readonly int Offered =
        ProviderColumns.FirstOffered + ComputeTerms.NetworkIndex(AkashTerms.Network);

    internal override string Network => AkashTerms.Network;

    internal override void Receive(CohortTick tick, int row, in Row message)
    {
        Columns columns = tick.Columns;
        switch (message.Kind)
        {
            case AkashRows.Earned:
                columns.Int64(ProviderColumns.Income)[row] += message.A;
                columns.Double(ProviderColumns.Claimed)[row] += (uint)message.B / SecondsPerHour;
                columns.Double(ProviderColumns.Delivered)[row] += (uint)(message.B >> 32) / SecondsPerHour;
                break;
            case AkashRows.Incentive:
                columns.Int64(ProviderColumns.Income)[row] += message.A;
                break;
            case AkashRows.Ended or AkashRows.Unfilled:
            case AkashRows.Refused when message.B is AkashIntents.Offer or AkashIntents.Deploy:
                columns.Int32(Offered)[row] = 0;
                break;
            case AkashRows.Cleared when columns.Int32(ProviderColumns.RunningOff)[row] > 0:
                columns.Int32(Offered)[row] = 0;
                columns.Int32(ProviderColumns.RunningOff)[row] = 0;
                break;
            default:
                break;
        }
    }
}
