using AgentVerse.Model.Networks.Markets;
using AgentVerse.Model.Settings;

namespace AgentVerse.Agents.Render;

/// <summary>Keys of providers of GPUs for what they do on Render.</summary>
internal static class RenderProviderFields
{
    internal static IReadOnlyList<Field> All { get; } =
    [
        Field.Number(
            "renderUptime", 0.5, 0, 1, "", "Median share of time that its nodes are reachable, log-normal, at most 1.",
            "[A]"),
        Field.Number("renderUptimeSpread", 1, 0, 5, "", "Standard deviation of its logarithm.", "[A]"),
        Field.Number("renderFailure", 0.002, 0, 1, "", "Share of its frames that fail.", "[A]"),
        Field.Number(
            "renderUpkeep", 0, 0, 1e6, "USD/wk", "Median of what a wallet costs whatever its size: attention.", "[A]"),
        Field.Number("renderUpkeepSpread", 1, 0, 5, "", "Standard deviation of its logarithm.", "[A]"),
        Field.Number(
            "renderMemory", 0.25, 0, 1, "", "Weight of the last epoch in what it expects of the next.", "[A]"),
        Field.Amount(
            "renderSelfSpend", 0, 0, 1_000_000_000_000_000, MarketTerms.Usd, MarketTerms.UsdDecimals,
            "What renderSelf spends on jobs of its own an epoch; 0 for the closed form's optimum.", "[A]"),
    ];
}
