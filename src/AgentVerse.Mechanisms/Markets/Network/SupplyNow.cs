using AgentVerse.Model.Networks.Markets;

namespace AgentVerse.Mechanisms.Markets.Network;

/// <summary>A token's supply in a tick, in whole tokens.</summary>
/// <param name="Circulating">In circulation, above 0.</param>
/// <param name="Minted">Minted, locked or not; at least what circulates.</param>
/// <param name="AnnualFeesUsd">Fees that reach holders, USD a year.</param>
internal readonly record struct SupplyNow(double Circulating, double Minted, double AnnualFeesUsd)
{
    /// <summary>
    /// The network's own numbers of the last tick where it publishes them, the scenario's otherwise; what the calendar
    /// unlocked comes to what circulates.
    /// </summary>
    internal static SupplyNow Of(TokenSpec spec, ITokenSupply? network, long unlocked)
    {
        long circulating = checked((network?.Circulating ?? spec.Circulating) + unlocked);
        long minted = Math.Max(network?.Minted ?? spec.Supply, circulating);
        return new SupplyNow(
            Math.Max(1, circulating) / spec.UnitsPerToken, Math.Max(1, minted) / spec.UnitsPerToken,
            network?.AnnualFeesUsd ?? 0);
    }
}
