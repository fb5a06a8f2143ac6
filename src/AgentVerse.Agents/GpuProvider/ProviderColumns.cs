using AgentVerse.Agents.Compute;
using AgentVerse.Agents.Render;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Compute;
using AgentVerse.Model.Records;

namespace AgentVerse.Agents.GpuProvider;

/// <summary>
/// Columns and sums of a provider of GPUs, after those of <see cref="ComputeColumns"/>; its units are GPUs.
/// </summary>
internal static class ProviderColumns
{
    internal const int TrueUnits = EngineColumns.TrueUnits;
    internal const int ClaimedUnits = EngineColumns.ClaimedUnits;
    internal static readonly int Reserve = ComputeColumns.Count;
    internal static readonly int Quality = Reserve + 1;
    internal static readonly int Opportunistic = Reserve + 2;
    internal static readonly int Income = Reserve + 3;
    internal static readonly int Delivered = Reserve + 4;
    internal static readonly int Claimed = Reserve + 5;
    internal static readonly int Ask = Reserve + 6;
    internal static readonly int Debt = Reserve + 7;
    internal static readonly int Charged = Reserve + 8;
    internal static readonly int Serves = Reserve + 9;
    internal static readonly int SellsTwice = Reserve + 10;
    internal static readonly int Planned = Reserve + 11;
    internal static readonly int PlannedAsk = Reserve + 12;
    internal static readonly int ReadyAt = Reserve + 13;
    internal static readonly int RunningOff = Reserve + 14;

    /// <summary>First of the units offered, a column for each network of <see cref="ComputeTerms.Networks"/>.</summary>
    internal static readonly int FirstOffered = Reserve + 15;

    /// <summary>Number of columns, the engine's included.</summary>
    internal static readonly int Count = FirstOffered + ComputeTerms.Networks.Count;

    internal const int OfferedSum = 0;
    internal const int TrueSum = 1;
    internal const int ClaimedSum = 2;
    internal const int CostSum = 3;
    internal const int ServingSum = 4;
    internal const int MoveSum = 5;
    internal const int DoubleSum = 6;

    internal static IReadOnlyList<Column> All { get; } =
    [
        .. ComputeColumns.All,
        new(
            "reserve", ColumnType.Int64, "1e-6 USD/h",
            "Least that it takes for a GPU and hour: running and opportunity cost."),
        new(
            "quality", ColumnType.Double, "",
            "What a GPU of it does over what its class does; below 1 for a forged class."),
        new("opportunistic", ColumnType.Int32, "", "1 if it would take a dishonest option that pays."),
        new("income", ColumnType.Int64, "1e-6 USD", "Earned since the start, each payment at its price."),
        new("deliveredHours", ColumnType.Double, "GPU h", "GPU-hours that it delivered."),
        new("claimedHours", ColumnType.Double, "GPU h", "GPU-hours that it was hired for."),
        new("ask", ColumnType.Int64, "1e-6 USD/h", "Price that it asks for a GPU and hour; 0 while it offers none."),
        new("debt", ColumnType.Int64, "1e-6 USD", "Running costs that it owes."),
        new("chargedHours", ColumnType.Double, "GPU h", "GPU-hours delivered whose cost was charged.")
        {
            Recorded = false,
        },
        new(
            "serves", ColumnType.Int32, "",
            "Network whose orders its units do, from 1; 0 for none (policy choosing)."),
        new(
            "sellsTwice", ColumnType.Int32, "",
            "1 if it sells the same units on other networks too (policy choosing)."),
        new("planned", ColumnType.Int32, "", "Network that it has decided to serve, from 1; 0 for none.")
        {
            Recorded = false,
        },
        new("plannedAsk", ColumnType.Int64, "1e-6 USD/h", "Price that it has decided to ask there.")
        {
            Recorded = false,
        },
        new("readyAt", ColumnType.Int32, "tick", "Tick from which its units may serve again.") { Recorded = false },
        new("runningOff", ColumnType.Int32, "", "1 while leases of an offer that it has ended run off."),
        .. ComputeColumns.ForEachNetwork(
            "Units", ColumnType.Int32, "GPUs", "Units offered; honest ones sum to trueUnits at most"),
        .. RenderProviderColumns.All,
    ];

    internal static IReadOnlyList<Quantity> Sums { get; } =
    [
        new("offeredUnits", CellType.Integer, "GPUs", "Units that awake agents offer, over all networks."),
        new("gpus", CellType.Integer, "GPUs", "GPUs that awake agents have."),
        new("claimedGpus", CellType.Integer, "GPUs", "GPUs that awake agents say they have."),
        new("costsPaid", CellType.Integer, "1e-6 USD", "Running costs paid in the tick."),
        new("serving", CellType.Integer, "agents", "Agents that serve some network (policy choosing)."),
        new("moves", CellType.Integer, "agents", "Agents that decided for another network, or none (policy choosing)."),
        new("doubleSellers", CellType.Integer, "agents", "Agents that sell the same units twice (policy choosing)."),
    ];

    /// <summary>Reports an agent's units to the totals.</summary>
    internal static void Report(AgentTick agent)
    {
        for (int n = 0; n < ComputeTerms.Networks.Count; n++)
        {
            agent.Cohort.Sum(OfferedSum, agent.Int32(FirstOffered + n));
        }

        agent.Cohort.Sum(TrueSum, agent.Int32(TrueUnits));
        agent.Cohort.Sum(ClaimedSum, agent.Int32(ClaimedUnits));
    }
}
