using AgentVerse.Agents.Compute;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Akash;
using AgentVerse.Model.Networks.Compute;

namespace AgentVerse.Agents.Tenant.Akash;

/// <summary>
/// What a tenant does with what Akash tells it: it counts, and remembers what it got for what it paid.
/// </summary>
internal sealed class AkashTenantRows(PopulationPlan population) : NetworkRows
{
    private const double SecondsPerHour = 3600;
    private static readonly int Quality = TenantColumns.FirstQuality + ComputeTerms.NetworkIndex(AkashTerms.Network);
    private readonly double _memory = population.Settings.Number("memory");

    internal override string Network => AkashTerms.Network;

    internal override void Receive(CohortTick tick, int row, in Row message)
    {
        Columns columns = tick.Columns;
        switch (message.Kind)
        {
            case AkashRows.Ended:
                End(columns, row, message);
                break;
            case AkashRows.Unfilled:
            case AkashRows.Refused when message.B == AkashIntents.Deploy:
                columns.Int32(TenantColumns.Open)[row]--;
                tick.Sum(TenantColumns.UnfilledSum, 1);
                break;
            case AkashRows.Owes:
                columns.Int64(TenantColumns.Owed)[row] = message.B;
                columns.Int64(TenantColumns.OwedFor)[row] = message.A;
                break;
            default:
                break;
        }
    }

    private void End(Columns columns, int row, in Row message)
    {
        double paid = (uint)message.B / SecondsPerHour;
        double received = (uint)(message.B >> 32) / SecondsPerHour;
        columns.Int32(TenantColumns.Open)[row]--;
        columns.Int64(TenantColumns.Spent)[row] += message.A;
        columns.Double(TenantColumns.PaidHours)[row] += paid;
        columns.Double(TenantColumns.ReceivedHours)[row] += received;
        if (paid > 0)
        {
            ref double remembered = ref columns.Double(Quality)[row];
            remembered += _memory * (Math.Min(1, received / paid) - remembered);
        }
    }
}
