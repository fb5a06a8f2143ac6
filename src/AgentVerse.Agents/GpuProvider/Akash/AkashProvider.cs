using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Akash;
using AgentVerse.Model.Networks.Compute;

namespace AgentVerse.Agents.GpuProvider.Akash;

/// <summary>
/// A provider that stands at the market of its class and region with an offer, and whose script bids there. By default
/// it offers the units that it has, asks its reserve and bids that on every order, as the provider's price script does:
/// cost-plus, ignorant of competitors. One that owes too much ends its offer until it does no more.
/// </summary>
internal abstract class AkashProvider : AgentPolicy, IBidScript
{
    private readonly AkashStand _stand;
    private readonly ProviderPurse _purse;

    protected AkashProvider(string name, PopulationPlan population, WorldPlanning planning)
    {
        _stand = new AkashStand(name, population, planning);
        _purse = new ProviderPurse(population, planning);
    }

    public virtual bool IsEarly => false;

    public virtual int Tries => 1;

    public virtual bool Withdraws => false;

    public virtual bool IgnoresCapacity => false;

    public virtual double WalksAwayAbove => double.PositiveInfinity;

    /// <summary>Index of AKT.</summary>
    protected int Akt => _stand.Akt;

    /// <summary>Column of the units offered here.</summary>
    protected static int Offered => AkashStand.Offered;

    /// <summary>Place of the policy among the population's.</summary>
    protected int Place => _stand.Policy;

    public virtual long Answer(in OrderShown order, long ask) => ask;

    /// <summary>Offers what it wants to where it does not stand as that.</summary>
    protected override void Step(AgentTick agent)
    {
        int shard = ShardOf(agent);
        if (Run(agent, shard) && shard >= 0 && agent.Int32(Offered) == 0)
        {
            Offer(agent, shard, UnitsOf(agent), AskOf(agent));
        }
    }

    /// <summary>Reports its units, pays and sells; false if it owes too much to offer anything.</summary>
    protected bool Run(AgentTick agent, int shard)
    {
        ProviderColumns.Report(agent);
        if (_purse.TryRun(agent, _purse.IdlePerDay(agent, agent.Int32(Offered))))
        {
            return true;
        }

        if (shard >= 0 && agent.Int32(Offered) > 0)
        {
            Offer(agent, shard, 0, 0);
        }

        return false;
    }

    /// <summary>Units that it offers; an honest one those it has and does not offer elsewhere.</summary>
    protected virtual int UnitsOf(AgentTick agent)
    {
        int units = agent.Int32(ProviderColumns.TrueUnits);
        for (int n = 0; n < ComputeTerms.Networks.Count; n++)
        {
            units -= n == AkashStand.Network ? 0 : agent.Int32(ProviderColumns.FirstOffered + n);
        }

        return Math.Max(0, units);
    }

    /// <summary>Price that it asks, 1e-6 USD a unit and hour; at least 1.</summary>
    protected virtual long AskOf(AgentTick agent) => Math.Max(1, agent.Int64(ProviderColumns.Reserve));

    /// <summary>Quality of a unit: an honest one offers the class that it has.</summary>
    protected virtual double QualityOf(AgentTick agent) => 1;

    /// <summary>Index of the agent's market, or -1.</summary>
    protected int ShardOf(AgentTick agent) => _stand.ShardOf(agent);

    /// <summary>Stands at the market with so many units at a price.</summary>
    protected void Offer(AgentTick agent, int shard, int units, long ask) => _stand.Offer(
        agent, shard, new AkashOffer(units, agent.Int32(ProviderColumns.TrueUnits), ask, QualityOf(agent)));
}
