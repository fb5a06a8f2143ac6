using AgentVerse.Model.Networks.Compute;
using AgentVerse.Model.Networks.Markets;
using AgentVerse.Model.Settings;

namespace AgentVerse.Agents.Compute;

/// <summary>Keys that providers and tenants of GPUs share.</summary>
internal static class ComputeFields
{
    internal static IReadOnlyList<Field> All { get; } =
    [
        Words("gpuClasses", ["a100"], ComputeTerms.GpuClasses, "Classes of GPUs; each agent draws one."),
        Words("regions", ["northAmerica"], ComputeTerms.Regions, "Regions; each agent draws one."),
        Field.Amount(
            "startUsd", 0, 0, 1_000_000_000_000_000, MarketTerms.Usd, MarketTerms.UsdDecimals,
            "USD that each agent begins with.", "[A]"),
        .. ComputeColumns.Tokens.Select(Wallet),
    ];

    /// <summary>Key of what an agent begins with of a token.</summary>
    internal static string StartOf(string token) => "start" + token[..1] + token[1..].ToLowerInvariant();

    private static Field Wallet(string token) => Field.Amount(
        StartOf(token), 0, 0, 1_000_000_000_000_000, token,
        string.Equals(token, "RENDER", StringComparison.Ordinal) ? 8 : 6, $"{token} that each agent begins with.",
        "[A]");

    private static Field Words(
        string name, IReadOnlyList<string> value, IReadOnlyList<string> choices, string doc) =>
        Field.Texts(name, value, 1, choices.Count, doc, "[A]") with { Choices = choices };
}
