using AgentVerse.Agents.Choice;
using AgentVerse.Agents.Money;
using AgentVerse.Agents.Neuron;
using AgentVerse.Agents.Staker;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Bittensor;
using AgentVerse.Model.Networks.Markets;
using AgentVerse.Model.Numerics;

namespace AgentVerse.Agents.Miner;

/// <summary>
/// A miner's money: running costs are paid every tick, alpha is sold for TAO, and TAO for USD where it has a market.
/// Where it has none, costs are paid in TAO at a fixed price, and who rents changes it outside for USD at that price; it
/// leaves the model and stays issued.
/// </summary>
internal sealed class MinerPurse
{
    private static readonly Purpose Sale = Purpose.Of("miner.sale");
    private readonly SubnetShards _subnets;
    private readonly MinerTraits _traits;
    private readonly int _tao;
    private readonly int _usd;
    private readonly TaoMarket _market;
    private readonly double _saleProbability;
    private readonly double _soldShare;
    private readonly long _creditLimit;

    internal MinerPurse(
        PopulationPlan population, WorldPlanning planning, MinerTraits traits, ChoiceSettings choice)
    {
        _subnets = new SubnetShards(planning);
        _traits = traits;
        _tao = planning.FindToken(BittensorTerms.Tao);
        _usd = planning.FindToken(MarketTerms.Usd);
        _market = new TaoMarket(population, planning);
        _saleProbability = Reviews.Probability(
            population.Settings.Number("salesPerDay"), planning.TickSeconds / 86_400.0);
        _soldShare = population.Settings.Number("soldShare");
        _creditLimit = (long)(choice.CreditLimit * MarketTerms.UnitsPerUsd);
    }

    /// <summary>Price of TAO, USD.</summary>
    internal double TaoUsd(Board board) => _market.UsdOf(board);

    /// <summary>Pays what running costs in this tick; false if the agent owes more than it may.</summary>
    internal bool TryPay(AgentTick agent, double usdPerDay)
    {
        long cost = (long)(usdPerDay * agent.Tick.Days * MarketTerms.UnitsPerUsd);
        ref long debt = ref agent.Int64(MinerKind.Debt);
        if (cost == 0 && debt == 0)
        {
            return true;
        }

        long paid = _market.IsThere
            ? RunningCosts.Pay(agent, _usd, ref debt, cost)
            : PayTao(agent, ref debt, cost);
        agent.Cohort.Sum(MinerKind.CostSum, paid);
        return !Budget.IsSpent(debt, _creditLimit);
    }

    /// <summary>Sells alpha at times drawn at the rate of sales, and TAO beyond what it works with.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="shortUsd">USD base units that it lacks for what it wants to rent.</param>
    internal void Sell(AgentTick agent, long shortUsd = 0)
    {
        if (_market.IsThere)
        {
            SellTao(agent, shortUsd);
        }
        else if (shortUsd > 0)
        {
            Exchange(agent, shortUsd);
        }

        long alpha = agent.Int64(MinerKind.Alpha);
        if (alpha <= 0 || agent.Uniform(Sale) >= _saleProbability)
        {
            return;
        }

        int shard = _subnets.Of(agent.Int32(NeuronColumns.Subnet));
        long sold = (long)(alpha * _soldShare);
        if (sold * agent.Board.Get<SubnetBulletin>(shard).AlphaPrice >= TaoMarket.LeastSale)
        {
            agent.Send(new Intent
            {
                Shard = (ushort)shard,
                Kind = IntentKinds.Unstake,
                A = (long)agent.Account,
                B = _soldShare < 1 ? sold : long.MaxValue,
            });
        }
    }

    /// <summary>Sells all alpha on a subnet at once.</summary>
    internal void SellAll(AgentTick agent, int netuid) => agent.Send(new Intent
    {
        Shard = (ushort)_subnets.Of(netuid),
        Kind = IntentKinds.Unstake,
        A = (long)agent.Account,
        B = long.MaxValue,
    });

    /// <summary>What is above the working capital, the opening wallet; below it, what is owed or lacking.</summary>
    private void SellTao(AgentTick agent, long shortUsd)
    {
        long owed = agent.Int64(MinerKind.Debt) + shortUsd;
        long sold = _market.Spare(agent, _traits.OpeningTaoOf(agent.Account), owed);
        if (sold > 0 && (sold >= TaoMarket.LeastSale || owed > 0))
        {
            _market.Sell(agent, sold);
        }
    }

    /// <summary>Changes TAO for USD with the outside, where the run has no market of TAO.</summary>
    private void Exchange(AgentTick agent, long usdUnits)
    {
        ref long wallet = ref agent.Wallet(_tao);
        double price = TaoUsd(agent.Board);
        long rao = Math.Min(wallet, RaoOf(usdUnits, price));
        long bought = Math.Min(
            usdUnits, (long)(rao * price * (MarketTerms.UnitsPerUsd / BittensorTerms.UnitsPerToken)));
        wallet -= rao;
        agent.Wallet(_usd) += bought;
        agent.Cohort.Burn(_tao, rao);
        agent.Cohort.Mint(_usd, bought);
    }

    private long PayTao(AgentTick agent, ref long debt, long cost)
    {
        ref long wallet = ref agent.Wallet(_tao);
        double usd = TaoUsd(agent.Board);
        long cash = (long)(wallet * usd * (MarketTerms.UnitsPerUsd / BittensorTerms.UnitsPerToken));
        long paid = Budget.Pay(ref cash, ref debt, cost);
        long rao = Math.Min(wallet, RaoOf(paid, usd));
        wallet -= rao;
        agent.Cohort.Burn(_tao, rao);
        return paid;
    }

    private static long RaoOf(long usdUnits, double taoUsd) =>
        (long)Math.Ceiling(usdUnits * (BittensorTerms.UnitsPerToken / MarketTerms.UnitsPerUsd) / taoUsd);
}
