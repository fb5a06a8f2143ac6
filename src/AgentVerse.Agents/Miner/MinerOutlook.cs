using AgentVerse.Agents.Neuron;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Bittensor;

namespace AgentVerse.Agents.Miner;

/// <summary>
/// What every miner sees of all subnets in one tick, found once for a range of agents when the first of them reviews.
/// </summary>
internal ref struct MinerOutlook
{
    private readonly Span<double> _cumulative;
    private readonly Span<double> _incomes;
    private bool _isFilled;

    /// <summary>Nothing seen yet.</summary>
    /// <param name="cumulative">Memory, one for each subnet.</param>
    /// <param name="incomes">Memory, one for each subnet.</param>
    internal MinerOutlook(Span<double> cumulative, Span<double> incomes)
    {
        _cumulative = cumulative;
        _incomes = incomes;
    }

    /// <summary>Running sums of what the subnets pay miners, USD a day: the sizes by which subnets are known.</summary>
    internal readonly ReadOnlySpan<double> Sizes => _cumulative;

    /// <summary>Running sums of uids, by which miners of subnets are met.</summary>
    internal readonly ReadOnlySpan<double> Uids => _incomes;

    /// <summary>Price of TAO, USD.</summary>
    internal double TaoUsd { get; private set; }

    /// <summary>Median over subnets of the middle miners' gross income, USD a day.</summary>
    internal double MedianIncome { get; private set; }

    /// <summary>Looks once.</summary>
    internal void Look(Board board, SubnetShards subnets, MinerPurse purse)
    {
        if (_isFilled)
        {
            return;
        }

        _isFilled = true;
        TaoUsd = purse.TaoUsd(board);
        double sum = 0;
        for (int place = 0; place < subnets.Count; place++)
        {
            SubnetBulletin subnet = board.Get<SubnetBulletin>(subnets.ShardAt(place));
            double usd = UsdPerAlphaUnit(subnet);
            double income = 0;
            foreach (double ofDecile in subnet.IncomeByDecile)
            {
                income += ofDecile;
            }

            _incomes[place] = usd * (subnet.IncomeByDecile[4] + subnet.IncomeByDecile[5]) / 2;
            sum += usd * income * subnet.Uids;
            _cumulative[place] = sum;
        }

        _incomes.Sort();
        MedianIncome = _incomes.Length == 0 ? 0 : _incomes[_incomes.Length / 2];
        CountUids(board, subnets);
    }

    /// <summary>Smoothed price of a base unit of a subnet's alpha, USD.</summary>
    internal readonly double UsdPerAlphaUnit(SubnetBulletin subnet) =>
        subnet.AlphaPriceDay * TaoUsd / BittensorTerms.UnitsPerToken;

    /// <summary>The incomes were needed for their median alone: their memory serves again.</summary>
    private readonly void CountUids(Board board, SubnetShards subnets)
    {
        double sum = 0;
        for (int place = 0; place < subnets.Count; place++)
        {
            sum += board.Get<SubnetBulletin>(subnets.ShardAt(place)).Uids;
            _incomes[place] = sum;
        }
    }
}
