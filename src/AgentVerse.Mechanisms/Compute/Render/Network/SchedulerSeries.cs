using AgentVerse.Model.Contracts;
using AgentVerse.Model.Records;

namespace AgentVerse.Mechanisms.Compute.Render.Network;

/// <summary>What the scheduler writes to <c>ticks</c>; what an epoch paid stands in its last tick.</summary>
internal static class SchedulerSeries
{
    internal static IReadOnlyList<Quantity> All { get; } =
    [
        new("price", CellType.Number, "USD", "Price of RENDER."),
        new("asked", CellType.Integer, "frames", "Frames asked for in the tick."),
        new("rendered2", CellType.Integer, "frames", "Frames approved in tier 2."),
        new("rendered3", CellType.Integer, "frames", "Frames approved in tier 3."),
        new("rejected", CellType.Integer, "frames", "Frames that failed."),
        new("value", CellType.Integer, "1e-6 USD", "Value of approved work in the tick."),
        new("requested", CellType.Integer, "1e-6 USD", "Of it, done by a node that was asked for."),
        new("fees", CellType.Integer, "1e-6 USD", "The foundation's fees of the tick."),
        new("burnedUsd", CellType.Integer, "1e-6 USD", "Spent on RENDER that was burned in the tick."),
        new("burned", CellType.Integer, "RENDER base units", "Burned in the tick."),
        new("refunded", CellType.Integer, "1e-6 USD", "What came back from jobs."),
        new("refusals", CellType.Integer, "", "Intents refused."),
        new("online", CellType.Integer, "wallets", "Wallets online that take work."),
        new("idle", CellType.Integer, "wallets", "Wallets online that take none."),
        new("nodes", CellType.Integer, "nodes", "Nodes of wallets online."),
        new("octane", CellType.Integer, "points", "OctaneBench points online as claimed."),
        new("trueOctane", CellType.Integer, "points", "OctaneBench points online as they are."),
        new("waiting", CellType.Integer, "wallets", "Applicants who wait."),
        new("admitted", CellType.Integer, "wallets", "Wallets admitted in the tick."),
        new("suspended", CellType.Integer, "wallets", "Wallets suspended in the tick."),
        new("pool", CellType.Integer, "RENDER base units", "Paid for work of the epoch that ended."),
        new("availability", CellType.Integer, "RENDER base units", "Paid for availability of the epoch that ended."),
        new("paidWallets", CellType.Integer, "wallets", "Wallets paid for work."),
        new("paidPriority", CellType.Integer, "wallets", "Of them in tier 2."),
        new("readyWallets", CellType.Integer, "wallets", "Wallets paid for availability."),
        new("gini", CellType.Number, "", "Gini coefficient of pay for work among wallets paid."),
        new("topTen", CellType.Number, "", "Share of the ten best paid."),
        .. Quarters("paidBefore", "Wallets paid in the epoch before"),
        .. Quarters("exits", "Of them not paid in this one"),
        new("outsideValue", CellType.Integer, "1e-6 USD", "Spent on the compute subnet in the epoch that ended."),
        new("outsidePrice", CellType.Number, "USD/h", "Price of a GPU-hour there, grants deducted; 0 where none was sold."),
        new("saladBurned", CellType.Integer, "RENDER base units", "Burned by Salad for the epoch that ended."),
        new("unallocated", CellType.Integer, "RENDER base units", "Kept since the start because nobody earned it."),
    ];

    /// <summary>Sets all series of a tick; returns the number of applicants who wait.</summary>
    internal static long Tell(in SchedulerRun run, double price)
    {
        ref TickCounts counts = ref run.Counts;
        int series = 0;
        run.Tick.Set(series++, price);
        foreach (long value in (ReadOnlySpan<long>)
        [
            counts.Asked, counts.Priority, counts.Economy, counts.Rejected, counts.Value, counts.Requested, counts.Fee,
            counts.BurnedUsd, counts.Burned, counts.Refunded, counts.RefusedIntents,
        ])
        {
            run.Tick.Set(series++, value);
        }

        long waiting = TellNodes(run, ref series);
        TellEpoch(run, ref series);
        run.Tick.Set(series++, counts.OutsideValue);
        run.Tick.Set(series++, counts.OutsidePrice);
        run.Tick.Set(series++, counts.SaladBurned);
        run.Tick.Set(series, run.State.Unallocated);
        return waiting;
    }

    private static long TellNodes(in SchedulerRun run, ref int series)
    {
        long online = 0, idle = 0, nodes = 0, octane = 0, trueOctane = 0, waiting = 0;
        foreach (ref readonly NodeRecord node in run.State.Nodes.Records)
        {
            online += node.Mode == NodeMode.Online ? 1 : 0;
            idle += node.Mode == NodeMode.Idle ? 1 : 0;
            waiting += node.Mode == NodeMode.Waiting ? 1 : 0;
            if (node.StandsReady)
            {
                nodes += node.Nodes;
                octane += (long)node.Nodes * node.Octane;
                trueOctane += (long)node.Nodes * node.TrueOctane;
            }
        }

        foreach (long value in (ReadOnlySpan<long>)
            [online, idle, nodes, octane, trueOctane, waiting, run.Counts.Admitted, run.Counts.Suspended])
        {
            run.Tick.Set(series++, value);
        }

        return waiting;
    }

    private static void TellEpoch(in SchedulerRun run, ref int series)
    {
        ref EpochCounts epoch = ref run.Counts.Epoch;
        foreach (long value in (ReadOnlySpan<long>)
            [epoch.Pool, epoch.Availability, epoch.PaidWallets, epoch.PaidPriority, epoch.ReadyWallets])
        {
            run.Tick.Set(series++, value);
        }

        run.Tick.Set(series++, epoch.Gini);
        run.Tick.Set(series++, epoch.TopTen);
        foreach (long value in epoch.Before)
        {
            run.Tick.Set(series++, value);
        }

        foreach (long value in epoch.Exits)
        {
            run.Tick.Set(series++, value);
        }
    }

    private static IEnumerable<Quantity> Quarters(string name, string doc) =>
        Enumerable.Range(1, 4).Select(q => new Quantity(
            $"{name}Q{q}", CellType.Integer, "wallets", $"{doc}, quarter {q} of its pay, lowest first."));
}
