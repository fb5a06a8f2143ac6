using AgentVerse.Model.Settings;

namespace AgentVerse.Mechanisms.Compute.Render.Network;

/// <summary>
/// The keys of <c>networks.render.compute</c>: nodes and customers beside rendering, who are no agents. None by
/// default.
/// </summary>
internal static class ComputeSection
{
    internal const string CompositeRule = "composite";
    internal const string GpuRule = "gpu";
    private const double MostUsd = 1e12;
    private static readonly IReadOnlyList<string> Rules = [CompositeRule, GpuRule];

    /// <summary>A group of nodes that are alike.</summary>
    private static readonly Section Group = new("nodes", "Nodes that are alike.",
    [
        Field.Integer("count", 1, 1, 1_000_000, "nodes", "How many.", "[A]"),
        Field.Number("uptime", 1, 0, 1, "", "Share of the week that each is reachable.", "[A]"),
        Field.Number("hours", 0, 0, 168, "h/wk", "Hours of each that are sold.", "[A]"),
        Field.Number("earned", 0, 0, 1e6, "USD/wk", "What each earns from a compute client.", "[A]"),
        Field.Number("down", 100, 0, 1e6, "Mbps", "Line down.", "RNP-007: 100 at least"),
        Field.Number("up", 75, 0, 1e6, "Mbps", "Line up.", "RNP-007: 75 at least"),
        Field.Number("gpuScore", 1, 0, 1, "", "Criterion C of compute clients: 1 for an RTX 4090.", "RNP-007"),
        Field.Numbers(
            "multipliers", [1, 1, 1, 1, 1, 1], 6, 6, "",
            "GPU, video memory, line, clock, memory bandwidth, processor, each against the reference node.",
            "RNP-019, RNP-021"),
    ]);

    internal static Section Whole { get; } = new("compute", "Compute beside rendering: nodes and customers, no agents.",
    [
        Field.ListOf("nodes", Group, 0, 1000, "Groups of nodes of compute clients and of the compute subnet."),
        Field.Date(
            "clientsEnd", 1_730_419_200, 0, 32_503_680_000, "End of the rewards of compute clients.",
            "RNP-007: 31 October 2024"),
        Field.Date(
            "subnetStart", 1_743_465_600, 0, 32_503_680_000, "First epoch that pays the compute subnet.",
            "[A] RNP-019, 2025"),
        Field.Choice(
            "subnetRule", GpuRule, Rules, "composite: RNP-019, 10 a week by six multipliers; gpu: RNP-021, 25 by one.",
            "RNP-021 supersedes RNP-019"),
        Usd("netPrice", 0.35, 1e6, "USD/h", "Price of a reference node's hour that reaches the network.", "RNP-019"),
        Usd("grant", 0, MostUsd, "USD/wk", "What grants pay of it for customers.", "[A]"),
        Usd("saladContainer", 0, MostUsd, "USD/wk", "Spent at Salad's Container Engine.", "[A] RNP-023"),
        Usd("saladGateway", 0, MostUsd, "USD/wk", "Spent at Salad's Gateway.", "[A] RNP-023"),
    ]);

    private static Field Usd(string name, double value, double most, string unit, string doc, string source) =>
        Field.Number(name, value, 0, most, unit, doc, source);
}
