using AgentVerse.Agents.Choice;
using AgentVerse.Agents.Staker;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Numerics;

namespace AgentVerse.Agents.Nominator;

/// <summary>
/// Nominators who live of what their stake earns: at times of a Poisson process each sells what the stake has earned
/// since the last one, on average, <c>alpha * yield / rate</c>, and the TAO for USD where it has a market.
/// </summary>
internal sealed class Withdrawals
{
    private static readonly Purpose Time = Purpose.Of("nominator.withdrawal");
    private readonly StakeOrders _orders;
    private readonly TaoMarket _tao;
    private readonly double _perDay;
    private readonly double _probability;
    private readonly long _startWallet;

    internal Withdrawals(PopulationPlan population, WorldPlanning planning, StakeOrders orders, TaoMarket tao)
    {
        (_orders, _tao) = (orders, tao);
        _perDay = population.Settings.Number("withdrawalsPerDay");
        _probability = Reviews.Probability(_perDay, planning.TickSeconds / 86_400.0);
        _startWallet = population.Settings.Integer("startWallet");
    }

    /// <summary>Whether an agent withdraws in this tick.</summary>
    internal bool IsDue(AgentTick agent) =>
        _perDay > 0 && StakeOrders.HasPosition(agent) && agent.Uniform(Time) < _probability;

    /// <summary>Sells dividends where that brings enough.</summary>
    internal void Withdraw(AgentTick agent, StakeMarket market)
    {
        int netuid = agent.Int32(StakerColumns.Subnet);
        ulong hotkey = StakeOrders.Hotkey(agent);
        int place = market.PlaceOf(netuid, hotkey);
        double earned = place < 0 ? 0 : agent.Int64(StakerColumns.Alpha) * market.Offers[place].Yield / _perDay;
        if (earned > 0 && earned * market.Offers[place].Price >= TaoMarket.LeastSale)
        {
            agent.Int64(NominatorKind.Withdrawing) = (long)earned;
            _orders.Sell(agent, netuid, hotkey, (long)earned);
        }
    }

    /// <summary>Sells the TAO that a withdrawal brought: what is above the wallet that it began with.</summary>
    internal void CashOut(AgentTick agent)
    {
        long more = agent.Wallet(_orders.Tao) - _startWallet;
        if (_perDay > 0 && _tao.IsThere && more >= TaoMarket.LeastSale && StakeOrders.HasPosition(agent))
        {
            _tao.Sell(agent, more);
        }
    }
}
