using AgentVerse.Agents.Compute;
using AgentVerse.Agents.Compute.Akash;
using AgentVerse.Agents.Render;
using AgentVerse.Agents.Tenant.Akash;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Compute;
using AgentVerse.Model.Settings;

namespace AgentVerse.Agents.Tenant;

/// <summary>
/// The kind <c>tenant</c>: needs GPUs of a class in a region now and then, and hires them on a network or at a cloud.
/// What it does on a network are the policies in that network's folder.
/// </summary>
internal static class TenantKind
{
    internal const string Name = "tenant";

    internal static AgentKind Kind { get; } = new(
        Name, "Orders GPUs of one class in one region, on networks of compute or at a cloud.",
        new Section(Name, "A tenant of GPUs.",
        [
            .. ComputeFields.All,
            Field.Number(
                "ordersPerDay", 0.1, 0, 1000, "1/d", "Mean orders of an agent a day at the reference price, Poisson.",
                "[A]"),
            Field.Number("ordersSpread", 1, 0, 3, "", "Standard deviation of the logarithm of its rate.", "[A]"),
            Field.Number("growth", 0, -20, 20, "1/y", "Growth of the rate of orders.", "[A]"),
            Field.Number("elasticity", 1, 0, 10, "", "Exponent of orders in the effective price.", "[A]"),
            Field.Number(
                "sizeMedian", 1, 0.1, 1000, "GPUs", "Median size of an order, log-normal, at least one.", "[A]"),
            Field.Number("sizeSpread", 0.7, 0, 3, "", "Standard deviation of its logarithm.", "[A]"),
            Field.Number("hoursMedian", 8, 0.01, 10_000, "h", "Median length of a lease, log-normal.", "[A]"),
            Field.Number("hoursSpread", 1, 0, 3, "", "Standard deviation of its logarithm.", "[A]"),
            Field.Number(
                "priceLimit", 0.9, 0, 100, "", "Median of the most it pays, over the cloud's list price.", "[A]"),
            Field.Number("priceLimitSpread", 0.2, 0, 3, "", "Standard deviation of its logarithm.", "[A]"),
            Field.Number(
                "memory", 0.3, 0, 1, "", "Weight of the last lease in what it remembers of a network's quality.",
                "[A]"),
            Field.Number(
                "qualityPremium", 2, 0, 20, "", "Weight of remembered quality against the logarithm of price.", "[A]"),
            Field.Number(
                "temperature", 0.1, 0, 10, "", "Scale of taste against utility; 0 takes the best.", "world page 2"),
            Field.Texts(
                "networks", ComputeTerms.Networks, 1, ComputeTerms.Networks.Count,
                "Networks that it chooses among, beside the cloud (policy choosing).", "[A]") with
            {
                Choices = ComputeTerms.Networks,
            },
            Field.Choice(
                "award", "cheapest", AwardRules.Names, "Which bid it takes on Akash (policy choosing).", "[A]"),
            Field.Number(
                "setupCost", 0, 0, 1e6, "USD",
                "Work of setting up on GPUs of a cloud or of Akash, an order; Render takes scenes as they are (policy "
                + "choosing).",
                "[A]"),
            .. RenderTenantFields.All,
        ]),
        TenantColumns.All, TenantColumns.Sums,
        (population, planning) => new TenantBehaviour(
            population, planning, new AkashTenantRows(population), new RenderTenantRows(population, planning)))
    {
        DefaultPolicy = ChoosingTenant.Name,
    };
}
