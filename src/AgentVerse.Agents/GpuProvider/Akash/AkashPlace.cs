using AgentVerse.Agents.GpuProvider.Choosing;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Akash;

namespace AgentVerse.Agents.GpuProvider.Akash;

/// <summary>
/// Akash to a provider that chooses among networks: an offer at one of the prices of <see cref="AkashAsks"/>. Who comes
/// believes that the hired units are shared with its own, A = hired W / (W + w); where nobody offers it believes to be
/// hired. Who leaves serves its leases to their ends. Units that are not there are paid until tenants notice.
/// </summary>
internal sealed class AkashPlace(string policy, PopulationPlan population, WorldPlanning planning)
    : ProviderPlace(AkashTerms.Network, population.Settings)
{
    private readonly AkashStand _stand = new(policy, population, planning);
    private readonly AkashAsks _asks = new(population.Settings);
    private readonly ProviderPurse _purse = new(population, planning);
    private readonly double _unnoticed = population.Settings.Number("akashUnnoticed");

    internal override bool Takes(AgentTick agent) =>
        _stand.ShardOf(agent) >= 0 && agent.Int32(ProviderColumns.TrueUnits) > 0;

    internal override bool IsKnown(AgentTick agent) => true;

    internal override bool Stands(AgentTick agent) => agent.Int32(AkashStand.Offered) > 0 && !IsPending(agent);

    internal override bool IsPending(AgentTick agent) => agent.Int32(ProviderColumns.RunningOff) > 0;

    internal override double CostPerDay(AgentTick agent) =>
        _purse.IdlePerDay(agent, agent.Int32(AkashStand.Offered));

    internal override double GrossPerDay(AgentTick agent)
    {
        AkashMarketBulletin market = MarketOf(agent);
        double hired = market.OfferedUnits > 0 ? (double)market.LeasedUnits / market.OfferedUnits : 0;
        return hired * market.Quote * AkashAsks.PerDay(agent.Int32(ProviderColumns.TrueUnits));
    }

    internal override int Offers(AgentTick agent, bool isServing, Span<ProviderOffer> offers)
    {
        long reserve = AkashAsks.ReserveOf(agent);
        for (int p = 0; p < AkashAsks.Count; p++)
        {
            long price = reserve * AkashAsks.Percents[p] / 100;
            offers[p] = new ProviderOffer(price, _asks.Terms(UnitsOf(agent), reserve, price, HiredAt(agent, price)));
        }

        return AkashAsks.Count;
    }

    internal override double SecondPerDay(AgentTick agent)
    {
        long reserve = AkashAsks.ReserveOf(agent);
        return _unnoticed * HiredAt(agent, reserve) * reserve * AkashAsks.PerDay(UnitsOf(agent));
    }

    internal override void Stand(AgentTick agent, long ask, bool serves) => _stand.Offer(
        agent, _stand.ShardOf(agent),
        new AkashOffer(UnitsOf(agent), serves ? UnitsOf(agent) : 0, serves ? ask : AkashAsks.ReserveOf(agent)));

    internal override void Leave(AgentTick agent, bool served)
    {
        int units = agent.Int32(AkashStand.Offered);
        _stand.Offer(agent, _stand.ShardOf(agent), new AkashOffer(0, served ? UnitsOf(agent) : 0, 0));
        if (served)
        {
            agent.Int32(AkashStand.Offered) = units;
            agent.Int32(ProviderColumns.RunningOff) = 1;
        }
    }

    private double HiredAt(AgentTick agent, long price)
    {
        AkashMarketBulletin market = MarketOf(agent);
        if (Stands(agent))
        {
            return market.HiredAt(price);
        }

        return market.OfferedUnits == 0
            ? 1
            : market.HiredAt(price) * market.OfferedUnits / (market.OfferedUnits + UnitsOf(agent));
    }

    private AkashMarketBulletin MarketOf(AgentTick agent) =>
        agent.Board.Get<AkashMarketBulletin>(_stand.ShardOf(agent));

    private static int UnitsOf(AgentTick agent) => agent.Int32(ProviderColumns.TrueUnits);
}
