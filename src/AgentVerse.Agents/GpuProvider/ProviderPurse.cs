using AgentVerse.Agents.Choice;
using AgentVerse.Agents.Compute;
using AgentVerse.Agents.Money;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Akash;
using AgentVerse.Model.Networks.Compute;
using AgentVerse.Model.Networks.Markets;
using AgentVerse.Model.Networks.Render;
using AgentVerse.Model.Numerics;

namespace AgentVerse.Agents.GpuProvider;

/// <summary>
/// A provider's money: where it pays costs, power and upkeep leave its USD every tick; what it earns above what it
/// began with is sold where the token has a market.
/// </summary>
internal sealed class ProviderPurse
{
    private const double HoursPerDay = 24;

    /// <summary>Sales for less than a dollar, in base units, wait: they would not pay for themselves. [A]</summary>
    private const long LeastSale = ComputeTerms.UsdUnit;

    private static readonly IReadOnlyList<string> Earned = [AkashTerms.Akt, RenderTerms.Render];
    private static readonly Purpose Sale = Purpose.Of("provider.sale");
    private readonly (TokenMarket Market, long Opening)[] _earned;
    private readonly bool _paysCosts;
    private readonly double _runningShare;
    private readonly double _idleCost;
    private readonly double _saleProbability;
    private readonly double _soldShare;
    private readonly long _creditLimit;
    private readonly int _usd;

    internal ProviderPurse(PopulationPlan population, WorldPlanning planning)
    {
        _usd = planning.FindToken(MarketTerms.Usd);
        _earned =
        [
            .. Earned
                .Select(t => (
                    Market: new TokenMarket(t, planning), population.Settings.Integer(ComputeFields.StartOf(t))))
                .Where(e => e.Market.Exists),
        ];
        _paysCosts = population.Settings.Flag("paysCosts") && _usd >= 0;
        _runningShare = population.Settings.Number("runningShare");
        _idleCost = population.Settings.Number("idleCost");
        _saleProbability = Reviews.Probability(
            population.Settings.Number("salesPerDay"), planning.TickSeconds / 86_400.0);
        _soldShare = population.Settings.Number("soldShare");
        _creditLimit = (long)(population.Settings.Number("creditLimit") * MarketTerms.UnitsPerUsd);
    }

    /// <summary>Where costs are paid, what is earned must have a market.</summary>
    internal static void Check(PopulationPlan population, WorldPlanning planning)
    {
        foreach (string token in Earned)
        {
            TokenMarket market = new(token, planning);
            if (population.Settings.Flag("paysCosts") && market.Token >= 0 && !market.Exists)
            {
                planning.Problems.Add(population.Settings.Problem(
                    "paysCosts", "true", $"true where {token} has a market",
                    $"add {token} to networks.markets.tokens, or write false"));
            }
        }
    }

    /// <summary>What offered units cost a day while nobody hires them, USD.</summary>
    internal double IdlePerDay(AgentTick agent, int units) => _idleCost * ReserveUsd(agent) * units * HoursPerDay;

    /// <summary>
    /// Pays what the tick cost and sells; false if the agent owes more than it may. Units that were hired by the hour
    /// cost their whole reserve for the hours that they delivered.
    /// </summary>
    /// <param name="agent">The provider.</param>
    /// <param name="usdPerDay">Cost of what it runs beside that, USD a day.</param>
    internal bool TryRun(AgentTick agent, double usdPerDay)
    {
        ref long debt = ref agent.Int64(ProviderColumns.Debt);
        if (_paysCosts)
        {
            double delivered = agent.Double(ProviderColumns.Delivered);
            double hired = (delivered - agent.Double(ProviderColumns.Charged)) * (1 - _idleCost) * ReserveUsd(agent);
            agent.Double(ProviderColumns.Charged) = delivered;
            double usd = _runningShare * ((usdPerDay * agent.Tick.Days) + hired);
            long paid = RunningCosts.Pay(agent, _usd, ref debt, (long)(usd * MarketTerms.UnitsPerUsd));
            agent.Cohort.Sum(ProviderColumns.CostSum, paid);
        }

        Sell(agent, debt);
        return !Budget.IsSpent(debt, _creditLimit);
    }

    private void Sell(AgentTick agent, long debt)
    {
        if (_earned.Length == 0 || (debt == 0 && agent.Uniform(Sale) >= _saleProbability))
        {
            return;
        }

        foreach ((TokenMarket market, long opening) in _earned)
        {
            double price = market.Usd(agent.Board);
            long spare = market.Spare(agent, opening, debt);
            long sold = debt > 0 ? spare : (long)(spare * _soldShare);
            long usd = market.UsdOf(sold, price);
            if (sold > 0 && (debt > 0 || usd >= LeastSale))
            {
                market.Sell(agent, sold);
                debt -= Math.Min(debt, usd);
            }
        }
    }

    private static double ReserveUsd(AgentTick agent) =>
        agent.Int64(ProviderColumns.Reserve) / (double)ComputeTerms.UsdUnit;
}
