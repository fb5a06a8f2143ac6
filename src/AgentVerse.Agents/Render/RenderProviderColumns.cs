using AgentVerse.Agents.GpuProvider;
using AgentVerse.Model.Contracts;

namespace AgentVerse.Agents.Render;

/// <summary>Columns of a provider of GPUs for Render, after those of all networks.</summary>
internal static class RenderProviderColumns
{
    internal static readonly int State = ProviderColumns.Count;
    internal static readonly int Tier = State + 1;
    internal static readonly int Share = State + 2;
    internal static readonly int Earned = State + 3;
    internal static readonly int EarnedReady = State + 4;
    internal static readonly int Worked = State + 5;
    internal static readonly int SelfSpent = State + 6;
    internal static readonly int SelfLast = State + 7;
    internal static readonly int Epochs = State + 8;

    /// <summary>Made anew at each call: the kind's columns ask for it while these are being counted.</summary>
    internal static IReadOnlyList<Column> All =>
    [
        new(
            "renderState", ColumnType.Int32, "",
            "0 not applied, 1 waits, 2 online, 3 offline, 4 suspended or refused."),
        new("renderTier", ColumnType.Int32, "", "Tier to which it was admitted; 0 before."),
        new(
            "renderShare", ColumnType.Double, "",
            "Share of what all nodes get that it expects of an epoch in which it is online."),
        new("renderEarned", ColumnType.Int64, "RENDER base units", "Earned on Render since the start."),
        new("renderEarnedReady", ColumnType.Int64, "RENDER base units", "Of it, for availability."),
        new("renderWorked", ColumnType.Int64, "1e-6 USD", "Value of its approved work since the start."),
        new("renderSelfSpent", ColumnType.Int64, "1e-6 USD", "Spent on jobs of its own since the start."),
        new("renderSelfLast", ColumnType.Int64, "1e-6 USD", "Spent on jobs of its own in the last epoch."),
        new("renderEpochs", ColumnType.Int32, "", "Epochs in which it was paid for work."),
    ];
}
