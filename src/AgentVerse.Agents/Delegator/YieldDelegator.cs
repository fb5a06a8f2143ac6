using AgentVerse.Agents.Choice;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Akash;
using AgentVerse.Model.Networks.Markets;
using AgentVerse.Model.Numerics;

namespace AgentVerse.Agents.Delegator;

/// <summary>
/// Stakes while that is worth most: at a review it compares to stake, to keep its AKT free, and where AKT has a market
/// to sell it, in the terms of <see cref="ValueTerms"/>:
/// <code>
/// stake: y = R w / (B + w), c = W (g - k t)
/// free:  y p = a W,         c = W (g - k t)
/// sell:  y p = a W,         c = 0
/// </code>
/// with w its AKT, W = w p, R what stakers get a day, B what others have bonded, g the growth of the supply a day,
/// k its trust in the trend t of the price, a what a free USD could earn elsewhere, its own. To begin or to end a stake
/// costs E = W (1 - exp(-r tau)) once, tau the time of unbonding; a trade what it moves the price by.
/// </summary>
internal sealed class YieldDelegator : AgentPolicy
{
    internal const string Name = "yield";
    private const ulong Network = 1;

    /// <summary>The options by <see cref="Aims"/>: those of a nest are together.</summary>
    private static readonly OptionPath[] Paths =
        [OptionPath.In(Network, 1, 1), OptionPath.In(Network, 1, 2), OptionPath.Leave];

    private static readonly string[] Names = ["free", "stake", "sell"];
    private static readonly Purpose Review = Purpose.Of("delegator.review");
    private readonly DelegatorOrders _orders;
    private readonly ChoiceSettings _choice;
    private readonly NestedLogit _rule;
    private readonly double _reviewProbability;
    private readonly double _trendTrust;
    private readonly double _delayCost;

    internal YieldDelegator(PopulationPlan population, WorldPlanning planning)
    {
        _orders = new DelegatorOrders(planning);
        _choice = ChoiceSettings.Of(population.Settings);
        _rule = new NestedLogit(_choice.Temperature);
        _reviewProbability = Reviews.Probability(_choice.ReviewRate, planning.TickSeconds / 86_400.0);
        _trendTrust = population.Settings.Number("trendTrust");
        _delayCost = -DeterministicMath.Expm1(-_choice.RequiredReturn * _orders.Places.UnbondingDays);
    }

    protected override void Step(AgentTick agent)
    {
        if (_orders.Places.Chain < 0)
        {
            return;
        }

        if (agent.Uniform(Review) < _reviewProbability)
        {
            Decide(agent);
        }

        _orders.Pursue(agent);
    }

    private void Decide(AgentTick agent)
    {
        agent.Cohort.Sum(DelegatorColumns.ReviewsSum, 1);
        if (See(agent) is not { } seen)
        {
            return;
        }

        int now = agent.Int32(DelegatorColumns.Aim);
        Span<Option> memory = stackalloc Option[Paths.Length];
        ChoiceSet options = new(memory, Math.Max(seen.Earned, double.Epsilon));
        for (int aim = 0; aim < (_orders.Places.Market >= 0 ? Paths.Length : Paths.Length - 1); aim++)
        {
            ValueTerms terms = Terms(seen, now, aim);
            terms.Explain(agent, Names[aim]);
            _ = aim == now ? options.AddCurrent(Paths[aim], terms.Value) : options.Add(Paths[aim], terms.Value);
        }

        agent.Cohort.Decided(options.Count);
        int chosen = _rule.Choose(options, Chooser.Of(agent));
        agent.Int32(DelegatorColumns.Aim) = chosen;
        agent.Term("chosen", chosen);
        _orders.Withdraw(agent);
    }

    /// <summary>What the agent sees of its options; null while it has nothing, or AKT is worth nothing.</summary>
    private Prospect? See(AgentTick agent)
    {
        AkashChainBulletin chain = agent.Board.Get<AkashChainBulletin>(_orders.Places.Chain);
        double price = _orders.Places.Price(agent.Board) / AkashTerms.Unit;
        double stake = agent.Int64(DelegatorColumns.Stake);
        double akt = agent.Int64(DelegatorColumns.Akt) + stake + agent.Int64(DelegatorColumns.Unbonding);
        akt += price > 0 ? agent.Int64(DelegatorColumns.Usd) / MarketTerms.UnitsPerUsd / price : 0;
        double usd = akt * price;
        if (usd <= 0 || chain.Supply <= 0)
        {
            return null;
        }

        double others = Math.Max(0, chain.Bonded - stake);
        double growth = (chain.MintedPerDay / chain.Supply) - (_trendTrust * _orders.Places.Trend(agent.Board));
        return new Prospect(
            usd, chain.StakersPerDay * akt / (others + akt) * price, usd * growth,
            _choice.Supply.ReservationOf(agent.Cohort.Draws, agent.Account, usd),
            usd * _orders.Places.Slippage(agent.Board, usd));
    }

    private ValueTerms Terms(in Prospect seen, int now, int aim)
    {
        bool waits = now != aim && (now == Aims.Stake || aim == Aims.Stake);
        bool trades = now != aim && (now == Aims.Sell || aim == Aims.Sell);
        return new ValueTerms
        {
            TokensPerDay = aim == Aims.Stake ? seen.Earned : seen.Elsewhere,
            Price = 1,
            RunningCost = aim == Aims.Sell ? 0 : seen.Dilution,
            RequiredReturn = _choice.RequiredReturn,
            HorizonDays = _choice.HorizonDays,
            EntryCost = (waits ? seen.Usd * _delayCost : 0) + (trades ? seen.Trade : 0),
            SwitchCost = now == aim ? 0 : _choice.SwitchCost,
        };
    }

    /// <summary>What a delegator sees, USD and USD a day.</summary>
    /// <param name="Usd">W: what it owns.</param>
    /// <param name="Earned">What its AKT would earn bonded, its own dilution of the others included.</param>
    /// <param name="Dilution">What it loses as the supply grows, less what it expects of the price's trend.</param>
    /// <param name="Elsewhere">What its money could earn elsewhere.</param>
    /// <param name="Trade">What it would lose by selling or buying all of it.</param>
    private readonly record struct Prospect(
        double Usd, double Earned, double Dilution, double Elsewhere, double Trade);
}
