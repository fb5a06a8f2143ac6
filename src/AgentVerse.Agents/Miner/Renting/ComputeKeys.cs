using AgentVerse.Model.Networks.Akash;
using AgentVerse.Model.Networks.Compute;
using AgentVerse.Model.Settings;

namespace AgentVerse.Agents.Miner.Renting;

/// <summary>Keys of where a population of miners has its compute from.</summary>
internal static class ComputeKeys
{
    internal const string Section = "compute";
    internal const string From = "from";
    internal const string Region = "region";
    internal const string Period = "period";
    internal const string PriceLimit = "priceLimit";
    internal const string StartAkt = "startAkt";

    /// <summary>Source of those who own their hardware: an hour costs them the list price, whatever happens.</summary>
    internal const string ListPrice = "listPrice";

    private const long Day = 86_400;

    /// <summary>The section.</summary>
    internal static Field Field { get; } = Field.Of(
        Section,
        new Section(Section, "Where compute comes from.",
        [
            Field.Choice(
                From, ListPrice, [ListPrice, AkashTerms.Network],
                "listPrice: its own, at gpuUsdPerHour; akash: leases that it orders there and pays, on which the "
                + "quality of its output then hangs.",
                "[A]"),
            Field.Choice(Region, ComputeTerms.Regions[0], ComputeTerms.Regions, "Region that it rents in.", "[A]"),
            Field.Duration(
                Period, Day, 2, 30 * Day,
                "Time that an order covers, in whole ticks, at least two; the compute of one period makes the output "
                + "of the next.",
                "[A]"),
            Field.Number(
                PriceLimit, 1, 0, 100, "", "Most that it pays for a unit and hour, over the cloud's list price.",
                "[A]"),
            Field.Amount(
                StartAkt, 0, 0, 1_000_000_000_000_000, AkashTerms.Akt, AkashTerms.Decimals,
                "AKT that each agent begins with.", "[A]"),
        ]),
        "Where compute comes from.");
}
