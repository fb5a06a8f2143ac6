using AgentVerse.Agents.Compute;
using AgentVerse.Agents.GpuProvider.Akash;
using AgentVerse.Agents.Render;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Settings;

namespace AgentVerse.Agents.GpuProvider;

/// <summary>
/// The kind <c>gpuProvider</c>: has GPUs and offers them on one or more networks. What it does on a network are the
/// policies in that network's folder.
/// </summary>
internal static class GpuProviderKind
{
    internal const string Name = "gpuProvider";

    internal static AgentKind Kind { get; } = new(
        Name, "Offers GPUs of one class in one region on networks of compute, at no less than its reserve.",
        new Section(Name, "A provider of GPUs.",
        [
            .. ComputeFields.All,
            Field.Number(
                "unitsMedian", 8, 0.1, 60_000, "GPUs", "Median number of GPUs, log-normal, at least one.",
                "[A] 587 GPUs of 63 providers: calibration/compute.md section 3"),
            Field.Number("unitsSpread", 1, 0, 5, "", "Standard deviation of its logarithm.", "[A]"),
            Field.Number(
                "claimFactor", 1, 0, 1000, "", "Units that it says it has over those it has; above 1 it overclaims.",
                "honest"),
            Field.Number(
                "quality", 1, 0, 1, "", "What its GPUs do over what their class does; below 1 the class is forged.",
                "honest"),
            Field.Number(
                "reserveRatio", 0.8, 0, 1000, "",
                "Median of its reserve price over what its class is asked for.", "[A]"),
            Field.Number("reserveSpread", 0.3, 0, 5, "", "Standard deviation of its logarithm.", "[A]"),
            Field.Number(
                "idleCost", 0.1, 0, 1, "", "What an offered GPU costs while nobody hires it, over its reserve.", "[A]"),
            Field.Number(
                "opportunistic", 0.2, 0, 1, "", "Share of agents that would take a dishonest option that pays.", "[A]"),
            Field.Number("reviewRate", 1, 0, 1000, "1/d", "Reviews of its offer a day.", "[A]"),
            Field.Number(
                "temperature", 0.1, 0, 100, "",
                "Spread of tastes over what options are worth, in units of income; 0 takes the best.", "world page 2"),
            .. RenderProviderFields.All,
        ]),
        ProviderColumns.All, ProviderColumns.Sums,
        (population, planning) => new GpuProviderBehaviour(
            population, planning, new AkashProviderRows(), new RenderProviderRows(population)));
}
