using System.Runtime.InteropServices;

using AgentVerse.Agents.Choice;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Bittensor;
using AgentVerse.Model.Numerics;

namespace AgentVerse.Agents.Staker;

/// <summary>One place to stake: a validator on a subnet, or on root.</summary>
/// <param name="Netuid">Number of the subnet; 0 for root.</param>
/// <param name="Hotkey">Account of the validator.</param>
/// <param name="Yield">Earned a day for each unit staked, after take.</param>
/// <param name="Trend">Growth of the price a day, as its averages over a day and a week show it.</param>
/// <param name="Price">TAO a unit, smoothed over a day.</param>
/// <param name="PoolTao">TAO in the pool that a purchase moves; infinite on root.</param>
internal readonly record struct StakeOffer(
    int Netuid, ulong Hotkey, double Yield, double Trend, double Price, double PoolTao);

/// <summary>
/// All places to stake that were published after the last tick, in order of subnets with root first, with their sizes
/// in TAO.
/// </summary>
internal sealed class StakeMarket
{
    /// <summary>Days between the mean ages of averages with half-lives of a day and a week: 6 / ln 2.</summary>
    private static readonly double AgeGap = 6 / DeterministicMath.Log(2);

    private readonly List<StakeOffer> _offers = [];
    private readonly List<double> _sizes = [];
    private readonly SortedDictionary<ulong, double> _kept = [];
    private readonly double[] _cumulative;

    /// <summary>What a board offers.</summary>
    internal StakeMarket(Board board, StakePlaces places)
    {
        ChainBulletin chain = board.Get<ChainBulletin>(places.Chain);
        SubnetBulletin[] subnets = [.. places.Subnets.Select(board.Get<SubnetBulletin>)];
        foreach (SubnetBulletin subnet in subnets)
        {
            foreach (ref readonly ValidatorStanding standing in subnet.ValidatorStandings)
            {
                _ = _kept.TryAdd(standing.Account, 1 - ((double)standing.Take / ushort.MaxValue));
            }
        }

        AddRoot(chain);
        foreach (SubnetBulletin subnet in subnets)
        {
            AddSubnet(subnet, chain);
        }

        _cumulative = new double[_sizes.Count];
        BySize.Cumulate(CollectionsMarshal.AsSpan(_sizes), _cumulative);
        double[] yields = [.. _offers.Select(o => o.Yield).Order()];
        MedianYield = yields.Length == 0 ? 0 : yields[yields.Length / 2];
    }

    /// <summary>The offers.</summary>
    internal IReadOnlyList<StakeOffer> Offers => _offers;

    /// <summary>Running sums of the sizes.</summary>
    internal ReadOnlySpan<double> Cumulative => _cumulative;

    /// <summary>Median of what the offers yield a day.</summary>
    internal double MedianYield { get; }

    /// <summary>Place of an offer; -1 where it is not published any more.</summary>
    internal int PlaceOf(int netuid, ulong hotkey) =>
        _offers.FindIndex(o => o.Netuid == netuid && o.Hotkey == hotkey);

    private void AddSubnet(SubnetBulletin subnet, ChainBulletin chain)
    {
        bool isTradable = chain.FirstBlock >= subnet.FirstEmissionBlock;
        double trend = subnet.AlphaPriceWeek > 0 && subnet.AlphaPriceDay > 0
            ? DeterministicMath.Log(subnet.AlphaPriceDay / subnet.AlphaPriceWeek) / AgeGap
            : 0;
        foreach (ref readonly ValidatorStanding standing in subnet.ValidatorStandings)
        {
            if (isTradable && subnet.AlphaPriceDay > 0)
            {
                _offers.Add(new StakeOffer(
                    subnet.Netuid, standing.Account, standing.Yield, trend, subnet.AlphaPriceDay, subnet.PoolTao));
                _sizes.Add(standing.Stake * subnet.AlphaPriceDay);
            }
        }
    }

    /// <summary>
    /// Root with every hotkey that agents stake there with; where none does yet, with each validator of a subnet, in
    /// equal parts. It yields what root does less the take that the validator's first subnet shows.
    /// </summary>
    private void AddRoot(ChainBulletin chain)
    {
        bool isStaked = chain.RootHotkeys.Length > 0;
        ulong[] hotkeys = isStaked ? chain.RootHotkeys.ToArray() : [.. _kept.Keys];
        double whole = isStaked ? hotkeys.Sum(h => (double)chain.RootStakeOf(h)) : hotkeys.Length;
        foreach (ulong hotkey in hotkeys)
        {
            double kept = _kept.GetValueOrDefault(hotkey, DefaultKept);
            _offers.Add(new StakeOffer(
                StakePlaces.Root, hotkey, chain.RootYield * kept, 0, 1, double.PositiveInfinity));
            _sizes.Add(chain.RootStake * ((isStaked ? chain.RootStakeOf(hotkey) : 1) / whole));
        }
    }

    /// <summary>What is left to stakers at the chain's default take of 11796/65535.</summary>
    private const double DefaultKept = 1 - (11_796.0 / ushort.MaxValue);
}
