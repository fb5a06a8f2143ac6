using AgentVerse.Agents.Compute;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Akash;
using AgentVerse.Model.Networks.Compute;

namespace AgentVerse.Agents.GpuProvider.Akash;

/// <summary>
/// A provider that stands at the market of its class and region with an offer, and whose script bids there. By default
/// it offers the units that it has, asks its reserve and bids that on every order, as the provider's price script does:
/// cost-plus, ignorant of competitors.
/// </summary>
internal abstract class AkashProvider : AgentPolicy, IBidScript
{
    private readonly ComputeMarkets _markets;
    private readonly int _network = ComputeTerms.NetworkIndex(AkashTerms.Network);
    private readonly int _policy;
    private readonly AkashFacts? _facts;

    protected AkashProvider(string name, PopulationPlan population, WorldPlanning planning)
    {
        _markets = new ComputeMarkets(planning);
        _policy = population.PolicyNames.ToList().IndexOf(name);
        _facts = planning.Shards.Select(s => s.Plan.Facts).OfType<AkashFacts>().FirstOrDefault();
        Akt = planning.FindToken(AkashTerms.Akt);
    }

    public virtual bool IsEarly => false;

    public virtual int Tries => 1;

    public virtual bool Withdraws => false;

    public virtual bool IgnoresCapacity => false;

    public virtual double WalksAwayAbove => double.PositiveInfinity;

    /// <summary>Index of AKT.</summary>
    protected int Akt { get; }

    /// <summary>Column of the units offered here.</summary>
    protected int Offered => ProviderColumns.FirstOffered + _network;

    /// <summary>Place of the policy among the population's.</summary>
    protected int Place => _policy;

    public virtual long Answer(in OrderShown order, long ask) => ask;

    /// <summary>Offers what it wants to where it does not stand as that.</summary>
    protected override void Step(AgentTick agent)
    {
        Count(agent);
        int shard = ShardOf(agent);
        if (shard >= 0 && agent.Int32(Offered) == 0)
        {
            Offer(agent, shard, UnitsOf(agent), AskOf(agent));
        }
    }

    /// <summary>Units that it offers; an honest one those it has and does not offer elsewhere.</summary>
    protected virtual int UnitsOf(AgentTick agent)
    {
        int units = agent.Int32(ProviderColumns.TrueUnits);
        for (int n = 0; n < ComputeTerms.Networks.Count; n++)
        {
            units -= n == _network ? 0 : agent.Int32(ProviderColumns.FirstOffered + n);
        }

        return Math.Max(0, units);
    }

    /// <summary>Price that it asks, 1e-6 USD a unit and hour; at least 1.</summary>
    protected virtual long AskOf(AgentTick agent) => Math.Max(1, agent.Int64(ProviderColumns.Reserve));

    /// <summary>Quality of a unit: an honest one offers the class that it has.</summary>
    protected virtual double QualityOf(AgentTick agent) => 1;

    /// <summary>Index of the agent's market, or -1.</summary>
    protected int ShardOf(AgentTick agent) => _markets.ShardOf(
        _network, agent.Int32(ComputeColumns.GpuClass), agent.Int32(ComputeColumns.Region));

    /// <summary>
    /// Stands at the market with so many units at a price. A first offer brings what two bids a unit deposit, at least
    /// what an order's bids may: a change of offer brings nothing.
    /// </summary>
    protected void Offer(AgentTick agent, int shard, int units, long ask)
    {
        bool isFirst = agent.Int32(Offered) == 0;
        long deposits = isFirst && _facts is not null ? _facts.BidDeposit * Math.Max(4, 2L * units) : 0;
        agent.Int32(Offered) = units;
        agent.Int64(ProviderColumns.Ask) = units > 0 ? ask : 0;
        agent.Send(new Intent
        {
            Shard = (ushort)shard,
            Token = (ushort)Akt,
            Kind = AkashIntents.Offer,
            Amount = units > 0 ? Math.Min(agent.Wallet(Akt), deposits) : 0,
            A = _policy,
            B = (uint)units | ((long)agent.Int32(ProviderColumns.TrueUnits) << 32),
            C = ask,
            D = BitConverter.DoubleToInt64Bits(QualityOf(agent)),
        });
    }

    /// <summary>Reports the agent's units to the totals.</summary>
    protected static void Count(AgentTick agent)
    {
        for (int n = 0; n < ComputeTerms.Networks.Count; n++)
        {
            agent.Cohort.Sum(ProviderColumns.OfferedSum, agent.Int32(ProviderColumns.FirstOffered + n));
        }

        agent.Cohort.Sum(ProviderColumns.TrueSum, agent.Int32(ProviderColumns.TrueUnits));
        agent.Cohort.Sum(ProviderColumns.ClaimedSum, agent.Int32(ProviderColumns.ClaimedUnits));
    }
}
