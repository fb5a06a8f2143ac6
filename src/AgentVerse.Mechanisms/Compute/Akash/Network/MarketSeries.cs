using AgentVerse.Model.Contracts;
using AgentVerse.Model.Records;

namespace AgentVerse.Mechanisms.Compute.Akash.Network;

/// <summary>What a market publishes to <c>ticks</c>.</summary>
internal static class MarketSeries
{
    private const string MicroUsd = "1e-6 USD";

    internal static IReadOnlyList<Quantity> All { get; } =
    [
        new("orders", CellType.Integer, "", "Deployments made in the tick."),
        new("bids", CellType.Integer, "", "Bids placed."),
        new("bidsRefused", CellType.Integer, "", "Bids that the chain refused."),
        new("leases", CellType.Integer, "", "Leases made."),
        new("unfilled", CellType.Integer, "", "Orders whose time for bids was over without a lease."),
        new("leasesEnded", CellType.Integer, "", "Leases that ended."),
        new("leasesDry", CellType.Integer, "", "Of them, for want of funds."),
        new("leasesRejected", CellType.Integer, "", "Of them, because the tenant's benchmark showed too little."),
        new("leasesWalkedAway", CellType.Integer, "", "Of them, because the provider walked away."),
        new("unitsOffered", CellType.Integer, "GPUs", "Units that providers say they have."),
        new("unitsLeased", CellType.Integer, "GPUs", "Units leased at the end of the tick."),
        new(
            "quote", CellType.Integer, MicroUsd + "/h",
            "Price of a unit and hour: the lowest bids on orders, smoothed."),
        new("grossAkt", CellType.Integer, "uakt", "Paid by tenants in AKT, fee included."),
        new("grossUsd", CellType.Integer, MicroUsd, "Paid by tenants in any token, fee included, each at its price."),
        new("takeUsd", CellType.Integer, MicroUsd, "Take fees of it."),
        new("incentiveUsd", CellType.Integer, MicroUsd, "Paid by the incentive programme."),
        new("debtUsd", CellType.Integer, MicroUsd, "Left owing by deployments that ended in the tick."),
        new("repaidUsd", CellType.Integer, MicroUsd, "Paid back of such debts."),
        new("owing", CellType.Integer, "", "Deployments that ended and owe, at the end of the tick."),
        new("delivered", CellType.Number, "", "Delivered over claimed of the leases that ended; 1 where none did."),
    ];

    /// <summary>Sets the series of a tick.</summary>
    internal static void Tell(MarketRun run)
    {
        MarketCounts counts = run.Counts;
        ReadOnlySpan<long> values =
        [
            counts.Orders, counts.Bids, counts.BidsRefused, counts.Leases, counts.Unfilled, counts.Ended, counts.Dry,
            counts.Rejected, counts.WalkedAway, run.State.Offered, run.State.Leased, (long)run.State.Quote,
            counts.Gross[0], counts.GrossUsd, counts.FeesUsd, counts.IncentiveUsd, counts.DebtUsd, counts.RepaidUsd,
            run.State.Owing,
        ];
        for (int s = 0; s < values.Length; s++)
        {
            run.Tick.Set(s, values[s]);
        }

        run.Tick.Set(values.Length, counts.PaidUnitBlocks > 0 ? counts.ReceivedUnitBlocks / counts.PaidUnitBlocks : 1);
    }
}
