using AgentVerse.Agents.Choice;
using AgentVerse.Agents.Staker;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Bittensor;
using AgentVerse.Model.Numerics;

namespace AgentVerse.Agents.Nominator;

/// <summary>
/// Stakes where that is worth most: at a review it compares holding TAO, what it does now and eight places drawn by
/// size, each a validator on a subnet or root. Of a place it counts, in the terms of <see cref="ValueTerms"/>:
/// <code>y = W / price * (yield + w * trend), E = 2 W * (fee + W / (pool + W)), S = half of that for leaving</code>
/// with W what it owns, the yield after take, w its trust in the trend of the price. A move is a sale in one tick and a
/// purchase in the next. Between reviews it may withdraw what its stake earns (<see cref="Withdrawals"/>).
/// </summary>
internal sealed class HonestNominator : Policy
{
    internal const string Name = "honest";
    private const ulong Network = 1;
    private const double FeeRate = 33.0 / ushort.MaxValue;
    private static readonly Purpose Review = Purpose.Of("nominator.review");
    private readonly StakeOrders _orders;
    private readonly TaoMarket _tao;
    private readonly Withdrawals _withdrawals;
    private readonly ChoiceSettings _choice;
    private readonly NestedLogit _rule;
    private readonly double _reviewProbability;
    private readonly double _trendTrust;
    private readonly double _invested;
    private readonly double _topUp;

    internal HonestNominator(PopulationPlan population, WorldPlanning planning)
    {
        _orders = new StakeOrders(planning);
        _tao = new TaoMarket(population, planning);
        _withdrawals = new Withdrawals(population, planning, _orders, _tao);
        _choice = ChoiceSettings.Of(population.Settings);
        _rule = new NestedLogit(_choice.Temperature);
        _reviewProbability = Reviews.Probability(_choice.ReviewRate, planning.TickSeconds / 86_400.0);
        _trendTrust = population.Settings.Number("trendTrust");
        _invested = population.Settings.Number("investedShare");
        _topUp = population.Settings.Number("topUpShare");
    }

    /// <inheritdoc/>
    public override void Step(CohortTick tick, int from, int to)
    {
        StakeMarket? market = null;
        for (int row = from; row < to; row++)
        {
            AgentTick agent = new(tick, row);
            if (StakeOrders.HasPosition(agent))
            {
                tick.Sum(StakerColumns.PositionsSum, 1);
            }

            if (agent.Int32(StakerColumns.TargetSubnet) != StakerColumns.Nowhere)
            {
                Arrive(agent);
                continue;
            }

            _withdrawals.CashOut(agent);
            if (agent.Uniform(Review) < _reviewProbability)
            {
                market ??= new StakeMarket(tick.Board, _orders.Places);
                Decide(agent, market);
            }
            else if (_withdrawals.IsDue(agent))
            {
                market ??= new StakeMarket(tick.Board, _orders.Places);
                _withdrawals.Withdraw(agent, market);
            }
        }
    }

    /// <summary>The second half of a move; given up where the sale was refused.</summary>
    private void Arrive(AgentTick agent)
    {
        int netuid = agent.Int32(StakerColumns.TargetSubnet);
        ulong hotkey = agent.Cohort.Columns.UInt64(StakerColumns.TargetHotkey)[agent.Row];
        agent.Int32(StakerColumns.TargetSubnet) = StakerColumns.Nowhere;
        if (!StakeOrders.HasPosition(agent))
        {
            Invest(agent, netuid, hotkey);
        }
    }

    private void Invest(AgentTick agent, int netuid, ulong hotkey)
    {
        long amount = (long)(agent.Wallet(_orders.Tao) * _invested);
        if (amount > 0)
        {
            _orders.Buy(agent, netuid, hotkey, amount);
        }
    }

    private void Decide(AgentTick agent, StakeMarket market)
    {
        agent.Cohort.Sum(StakerColumns.ReviewsSum, 1);
        double wealth = Wealth(agent);
        if (wealth <= 0 || market.Offers.Count == 0)
        {
            return;
        }

        int current = StakeOrders.HasPosition(agent)
            ? market.PlaceOf(agent.Int32(StakerColumns.Subnet), StakeOrders.Hotkey(agent))
            : -1;
        Span<int> places = stackalloc int[BySize.Considered + 1];
        Chooser chooser = Chooser.Of(agent);
        places[0] = current;
        int begins = current >= 0 ? 1 : 0;
        places = places[..BySize.Draw(market.Cumulative, chooser, places[..(BySize.Considered + begins)], begins)];
        places.Sort();
        int chosen = Choose(agent, market, places, current, wealth, chooser);
        Act(agent, market, chosen, current, wealth);
    }

    /// <summary>Place of the chosen offer; -1 to hold TAO.</summary>
    private int Choose(
        AgentTick agent, StakeMarket market, ReadOnlySpan<int> places, int current, double wealth, in Chooser chooser)
    {
        double usd = wealth / BittensorTerms.UnitsPerToken * _tao.UsdOf(agent.Board);
        Span<Option> memory = stackalloc Option[places.Length + 1];
        ChoiceSet options = new(memory, Math.Max(usd * market.MedianYield, double.Epsilon));
        double hold = _choice.Supply.ReservationOf(chooser.Draws, chooser.Account, usd);
        bool isOut = !StakeOrders.HasPosition(agent);
        ValueTerms leave = new()
        {
            TokensPerDay = hold,
            Price = 1,
            RequiredReturn = _choice.RequiredReturn,
            HorizonDays = _choice.HorizonDays,
            SwitchCost = isOut ? 0 : LeavingCost(market, current, wealth, usd),
        };
        _ = isOut ? options.AddCurrent(OptionPath.Leave, leave.Value) : options.Add(OptionPath.Leave, leave.Value);
        leave.Explain(agent, "hold");
        foreach (int place in places)
        {
            StakeOffer offer = market.Offers[place];
            ValueTerms terms = Terms(market, place, current, wealth, usd, isOut);
            OptionPath path = OptionPath.In(Network, (ulong)offer.Netuid + 1, offer.Hotkey);
            _ = place == current ? options.AddCurrent(path, terms.Value) : options.Add(path, terms.Value);
            terms.Explain(agent, place == current ? "stay" : $"subnet{offer.Netuid}");
        }

        agent.Cohort.Decided(options.Count);
        int chosen = _rule.Choose(options, chooser);
        agent.Term("chosen", chosen);
        return chosen == 0 ? -1 : places[chosen - 1];
    }

    private ValueTerms Terms(StakeMarket market, int place, int current, double wealth, double usd, bool isOut)
    {
        StakeOffer offer = market.Offers[place];
        bool isNew = place != current;
        return new ValueTerms
        {
            TokensPerDay = usd * (offer.Yield + (_trendTrust * offer.Trend)),
            Price = 1,
            RequiredReturn = _choice.RequiredReturn,
            HorizonDays = _choice.HorizonDays,
            EntryCost = isNew ? 2 * usd * TradingCost(offer, wealth) : 0,
            SwitchCost = isNew && !isOut ? LeavingCost(market, current, wealth, usd) : 0,
        };
    }

    /// <summary>USD lost by selling the position, and the trouble of it.</summary>
    private double LeavingCost(StakeMarket market, int current, double wealth, double usd) =>
        _choice.SwitchCost + (current < 0 ? 0 : usd * TradingCost(market.Offers[current], wealth));

    /// <summary>Fee and slippage of a trade of so much TAO, a part of it.</summary>
    private static double TradingCost(in StakeOffer offer, double wealth) =>
        offer.Netuid == StakePlaces.Root ? 0 : FeeRate + (wealth / (offer.PoolTao + wealth));

    private void Act(AgentTick agent, StakeMarket market, int chosen, int current, double wealth)
    {
        bool isIn = StakeOrders.HasPosition(agent);
        if (chosen < 0)
        {
            _orders.SellPosition(agent);
            return;
        }

        StakeOffer offer = market.Offers[chosen];
        if (chosen == current)
        {
            if (agent.Wallet(_orders.Tao) > _topUp * wealth)
            {
                Invest(agent, offer.Netuid, offer.Hotkey);
            }
        }
        else if (isIn)
        {
            agent.Int32(StakerColumns.TargetSubnet) = offer.Netuid;
            agent.Cohort.Columns.UInt64(StakerColumns.TargetHotkey)[agent.Row] = offer.Hotkey;
            _orders.SellPosition(agent);
        }
        else
        {
            Invest(agent, offer.Netuid, offer.Hotkey);
        }
    }

    /// <summary>What the agent owns, rao: its TAO, and its stake at the price of the last tick.</summary>
    private double Wealth(AgentTick agent)
    {
        int netuid = agent.Int32(StakerColumns.Subnet);
        double price = netuid > StakePlaces.Root
            ? agent.Board.Get<SubnetBulletin>(_orders.Places.Of(netuid)).AlphaPrice
            : 1;
        return agent.Wallet(_orders.Tao) + (agent.Int64(StakerColumns.Alpha) * price);
    }
}
