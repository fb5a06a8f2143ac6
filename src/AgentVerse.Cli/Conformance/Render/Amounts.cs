using System.Text.Json;

using AgentVerse.Mechanisms.Compute.Render;
using AgentVerse.Model.Networks.Render;

namespace AgentVerse.Cli.Conformance.Render;

/// <summary>Amounts of cases, which count whole tokens and dollars, in the mechanism's units and back.</summary>
internal static class Amounts
{
    private const double UsdUnits = 1e6;

    /// <summary>RENDER of a case in base units.</summary>
    internal static long Render(JsonElement value) => (long)Math.Round(value.GetDecimal() * RenderTerms.UnitsPerToken);

    /// <summary>Base units as RENDER.</summary>
    internal static double Tokens(long units) => units / (double)RenderTerms.UnitsPerToken;

    /// <summary>USD of a case in 1e-6 USD.</summary>
    internal static long Usd(decimal value) => (long)Math.Round(value * (decimal)UsdUnits);

    /// <summary>Units as USD.</summary>
    internal static double Dollars(long units) => units / UsdUnits;

    /// <summary>A price of a case in 1e-9 USD a RENDER.</summary>
    internal static long Price(JsonElement value) =>
        (long)Math.Round(value.GetDecimal() * (decimal)BurnMint.PriceUnits);
}
