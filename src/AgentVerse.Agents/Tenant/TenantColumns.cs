using AgentVerse.Agents.Compute;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Compute;
using AgentVerse.Model.Records;

namespace AgentVerse.Agents.Tenant;

/// <summary>Columns and sums of a tenant, after those of <see cref="ComputeColumns"/>.</summary>
internal static class TenantColumns
{
    internal static readonly int OrdersPerDay = ComputeColumns.Count;
    internal static readonly int PriceLimit = OrdersPerDay + 1;
    internal static readonly int Spent = OrdersPerDay + 2;
    internal static readonly int SpentCloud = OrdersPerDay + 3;
    internal static readonly int ReceivedHours = OrdersPerDay + 4;
    internal static readonly int PaidHours = OrdersPerDay + 5;
    internal static readonly int Open = OrdersPerDay + 6;

    internal static readonly int Owed = OrdersPerDay + 7;
    internal static readonly int OwedFor = OrdersPerDay + 8;

    /// <summary>
    /// First of what it remembers of each network of <see cref="ComputeTerms.Networks"/>: delivered over claimed,
    /// smoothed; 1 until it has seen something.
    /// </summary>
    internal static readonly int FirstQuality = OrdersPerDay + 9;

    internal const int OrderSum = 0;
    internal const int CloudSum = 1;
    internal const int UnfilledSum = 2;

    internal static IReadOnlyList<Column> All { get; } =
    [
        .. ComputeColumns.All,
        new("ordersPerDay", ColumnType.Double, "1/d", "Orders a day at the reference price.")
        {
            Split = SplitRule.Divide,
        },
        new("priceLimit", ColumnType.Double, "", "Most that it pays for a GPU and hour, over the cloud's list price."),
        new("spent", ColumnType.Int64, "1e-6 USD", "Paid on networks since the start, each payment at its price."),
        new("spentCloud", ColumnType.Int64, "1e-6 USD", "Spent on the cloud since the start."),
        new("receivedHours", ColumnType.Double, "GPU h", "GPU-hours that it got on networks."),
        new("paidHours", ColumnType.Double, "GPU h", "GPU-hours that it paid for on networks."),
        new("open", ColumnType.Int32, "", "Orders and leases that it has open."),
        new("owed", ColumnType.Int64, "base units", "What the last of its leases that ran out of money owes."),
        new("owedFor", ColumnType.Int64, "", "What the network calls that lease by."),
        .. ComputeColumns.ForEachNetwork("Quality", ColumnType.Double, "", "Delivered over claimed as remembered"),
    ];

    internal static IReadOnlyList<Quantity> Sums { get; } =
    [
        new("orders", CellType.Integer, "", "Orders sent to networks in the tick."),
        new("cloudOrders", CellType.Integer, "", "Orders that went to the cloud in the tick."),
        new(
            "unfilledOrders", CellType.Integer, "",
            "Orders that networks sent back in the tick: refused or without a lease."),
    ];
}
