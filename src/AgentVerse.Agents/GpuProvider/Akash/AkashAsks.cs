using AgentVerse.Agents.Choice;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Akash;
using AgentVerse.Model.Settings;

namespace AgentVerse.Agents.GpuProvider.Akash;

/// <summary>
/// What asking a price is worth by what the market publishes: m times the reserve brings units * 24 * (A (price -
/// reserve) - (1 - A) idle reserve) USD a day, with A the share of units hired of the decile of offers at that price.
/// </summary>
internal sealed class AkashAsks(SettingsMap settings)
{
    private const double HoursPerDay = 24;
    private readonly double _idleCost = settings.Number("idleCost");

    /// <summary>Number of prices considered.</summary>
    internal static int Count => Percents.Length;

    /// <summary>Prices considered, percent of the reserve.</summary>
    internal static ReadOnlySpan<long> Percents => [100, 110, 125, 150, 200];

    /// <summary>Reserve of an agent, 1e-6 USD a unit and hour, at least 1.</summary>
    internal static long ReserveOf(AgentTick agent) => Math.Max(1, agent.Int64(ProviderColumns.Reserve));

    /// <summary>Unit-hours a day that so many units could be hired for, times USD a base unit.</summary>
    internal static double PerDay(int units) => HoursPerDay * Math.Max(1, units) / AkashTerms.Unit;

    /// <summary>Terms of asking a price.</summary>
    /// <param name="units">Units offered.</param>
    /// <param name="reserve">The reserve, 1e-6 USD a unit and hour.</param>
    /// <param name="price">The price, in the same unit.</param>
    /// <param name="hired">A, the believed share of units hired.</param>
    internal ValueTerms Terms(int units, long reserve, long price, double hired)
    {
        double perDay = PerDay(units);
        return new ValueTerms
        {
            Admitted = hired,
            TokensPerDay = perDay * (price - reserve),
            Price = 1,
            RunningCost = perDay * (1 - hired) * _idleCost * reserve,
        };
    }
}
