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

    /// <summary>First of the units offered, a column for each network of <see cref="ComputeTerms.Networks"/>.</summary>
    internal static readonly int FirstOffered = Reserve + 7;

    /// <summary>Number of columns, the engine's included.</summary>
    internal static readonly int Count = FirstOffered + ComputeTerms.Networks.Count;

    internal const int OfferedSum = 0;
    internal const int TrueSum = 1;
    internal const int ClaimedSum = 2;

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
        .. ComputeColumns.ForEachNetwork(
            "Units", ColumnType.Int32, "GPUs", "Units offered; honest ones sum to trueUnits at most"),
        .. RenderProviderColumns.All,
    ];

    internal static IReadOnlyList<Quantity> Sums { get; } =
    [
        new("offeredUnits", CellType.Integer, "GPUs", "Units that awake agents offer, over all networks."),
        new("gpus", CellType.Integer, "GPUs", "GPUs that awake agents have."),
        new("claimedGpus", CellType.Integer, "GPUs", "GPUs that awake agents say they have."),
    ];
}
