using AgentVerse.Model.Settings;

namespace AgentVerse.Agents.Render;

/// <summary>Keys of tenants for what they do on Render as creators.</summary>
internal static class RenderTenantFields
{
    internal static IReadOnlyList<Field> All { get; } =
    [
        Field.Number(
            "renderPriorityShare", 0.75, 0, 1, "", "Share of creators who take tier 2, the others tier 3.",
            "networks/render.md section 5: 69 to 80 % of a week's work in epochs 76 to 97"),
        Field.Number(
            "renderFarmPrice", 12, 0, 1e6, "USD/1000 OBh", "Price of work at another farm.",
            "calibration/compute.md section 2: GarageFarm"),
        Field.Number(
            "renderReferencePrice", 2.7, 1e-9, 1e6, "USD/1000 OBh", "Effective price at which ordersPerDay holds.",
            "networks/render.md section 3.1: EUR 2.50"),
    ];
}
