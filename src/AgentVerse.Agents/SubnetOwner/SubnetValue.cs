using AgentVerse.Agents.Choice;
using AgentVerse.Agents.Staker;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Bittensor;

namespace AgentVerse.Agents.SubnetOwner;

/// <summary>
/// What a new subnet is worth to its owner, against its lock. The cut is y alpha a day at the median price p of the
/// other subnets, where its pool begins; what selling it would press the price by is its own dilution:
/// <code>v = T / (T + y H p), T = lock + tao * max(0, H - delay)</code>
/// with T the TAO that the pool gets over the horizon H if the subnet is paid like the mean of those that are, and the
/// lock as E, paid once and gone.
/// </summary>
internal sealed class SubnetValue
{
    private const ulong Network = 2;
    private readonly StakePlaces _places;
    private readonly TaoMarket _tao;
    private readonly ChoiceSettings _choice;
    private readonly NestedLogit _rule;
    private readonly double _cutPerDay;
    private readonly double _delayDays;

    internal SubnetValue(PopulationPlan population, WorldPlanning planning, StakePlaces places)
    {
        _places = places;
        _tao = new TaoMarket(population, planning);
        _choice = ChoiceSettings.Of(population.Settings);
        _rule = new NestedLogit(_choice.Temperature);
        _cutPerDay = population.Settings.Number("cutPerDay");
        _delayDays = population.Settings.Number("emissionDelayDays");
    }

    /// <summary>Whether the agent would rather register a subnet than keep its TAO.</summary>
    internal bool IsWorthwhile(AgentTick agent, ChainBulletin chain)
    {
        agent.Cohort.Sum(StakerColumns.ReviewsSum, 1);
        double usd = _tao.UsdOf(agent.Board);
        double locked = chain.LockCost / BittensorTerms.UnitsPerToken;
        ValueTerms found = Terms(agent.Board, chain, locked, usd);
        found.Explain(agent, "found");
        Chooser chooser = Chooser.Of(agent);
        double keep = _choice.Supply.ReservationOf(chooser.Draws, chooser.Account, locked * usd);
        double scale = Math.Max(found.EntryPerDay, double.Epsilon);
        ChoiceSet options = new(stackalloc Option[2], scale);
        _ = options.AddCurrent(OptionPath.Leave, keep);
        int subnet = options.Add(OptionPath.In(Network, 0), found.Value);
        agent.Cohort.Decided(options.Count);
        agent.Term("keep", keep);
        return _rule.Choose(options, chooser) == subnet;
    }

    private ValueTerms Terms(Board board, ChainBulletin chain, double locked, double usd)
    {
        double price = MedianPrice(board);
        double days = _choice.HorizonDays;
        double tao = locked + (MeanTaoPerDay(chain) * Math.Max(0, days - _delayDays));
        double sold = _cutPerDay * days * price;
        return new ValueTerms
        {
            TokensPerDay = _cutPerDay,
            Price = price * usd,
            Vested = tao + sold > 0 ? tao / (tao + sold) : 0,
            EntryCost = locked * usd,
            SwitchCost = _choice.SwitchCost,
            RequiredReturn = _choice.RequiredReturn,
            HorizonDays = days,
        };
    }

    private double MedianPrice(Board board)
    {
        double[] prices = [.. _places.Subnets.Select(s => board.Get<SubnetBulletin>(s).AlphaPrice).Order()];
        return prices.Length == 0 ? 0 : prices[prices.Length / 2];
    }

    /// <summary>TAO a day of the mean subnet that is paid in the coming tick.</summary>
    private static double MeanTaoPerDay(ChainBulletin chain)
    {
        const double Fraction = 4_294_967_296.0;
        double sum = 0;
        int paid = 0;
        for (int place = 0; place < chain.Netuids.Length; place++)
        {
            double tao = chain.TaoOf(0, place) / Fraction / BittensorTerms.UnitsPerToken;
            sum += tao * BittensorTerms.BlocksPerDay;
            paid += tao > 0 ? 1 : 0;
        }

        return paid == 0 ? 0 : sum / paid;
    }
}
