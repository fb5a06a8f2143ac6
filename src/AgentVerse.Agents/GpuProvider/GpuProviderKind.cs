using AgentVerse.Agents.Choice;
using AgentVerse.Agents.Compute;
using AgentVerse.Agents.GpuProvider.Akash;
using AgentVerse.Agents.GpuProvider.Choosing;
using AgentVerse.Agents.Render;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Compute;
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
            .. Choosing(),
            .. Money(),
            .. RenderProviderFields.All,
        ]),
        ProviderColumns.All, ProviderColumns.Sums,
        (population, planning) => new GpuProviderBehaviour(
            population, planning, new AkashProviderRows(), new RenderProviderRows(population)))
    {
        DefaultPolicy = ChoosingProvider.Name,
    };

    private static IEnumerable<Field> Choosing() =>
    [
        .. ChoiceSettings.Fields,
        Field.Texts(
            "networks", ComputeTerms.Networks, 1, ComputeTerms.Networks.Count,
            "Networks that it chooses among (policy choosing); it begins on the first that takes its units. With one "
            + "alone networks are not coupled.",
            "[A]") with
        {
            Choices = ComputeTerms.Networks,
        },
        .. ProviderPlace.Fields,
        Field.Number(
            "believedDetections", 0.05, 0, 1000, "1/d",
            "Detections a day that selling units twice is believed to meet.", "[A]"),
        Field.Number(
            "akashUnnoticed", 0.1, 0, 1, "",
            "Share of a lease's time for which units on Akash that are not there are believed to be paid for.", "[A]"),
    ];

    private static IEnumerable<Field> Money() =>
    [
        Field.Flag("paysCosts", false, "Whether running costs leave its USD every tick.", "[A]"),
        Field.Number(
            "runningShare", 1, 0, 1, "",
            "Share of costs that is paid, power and upkeep; the rest is what the units could do elsewhere.", "[A]"),
        Field.Number(
            "salesPerDay", 1, 0, 1000, "1/d", "Sales a day of what it earned, where that has a market.", "[A]"),
        Field.Number("soldShare", 1, 0, 1, "", "Share of what it earned that a sale sells.", "[A]"),
    ];
}
