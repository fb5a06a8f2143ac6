using AgentVerse.Agents.Choice;
using AgentVerse.Agents.Compute;
using AgentVerse.Agents.Compute.Akash;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Akash;
using AgentVerse.Model.Networks.Compute;
using AgentVerse.Model.Numerics;

namespace AgentVerse.Agents.Tenant.Akash;

/// <summary>
/// A tenant that takes each need to Akash or to the cloud. Utility of the network is -ln(quote / (quality fill)) +
/// premium (quality - 1), with quality what the agent remembers of delivered over claimed; of the cloud -ln of its list
/// price. What it pays in is what it has; in era C it burns AKT for ACT. How a bid is chosen among those made is the
/// policy.
/// </summary>
internal class AkashTenant : Policy, IAwardScript
{
    private const double LeastShare = 0.01;
    private const ulong Cloud = 1;
    private const ulong Akash = 2;
    private readonly ComputeMarkets _markets;
    private readonly Demand _demand;
    private readonly AwardRule _award;
    private readonly NestedLogit _rule;
    private readonly AkashPurse _purse;
    private readonly double _premium;
    private readonly int _policy;
    private readonly int _network = ComputeTerms.NetworkIndex(AkashTerms.Network);

    internal AkashTenant(AwardRule award, string name, PopulationPlan population, WorldPlanning planning)
    {
        _award = award;
        _markets = new ComputeMarkets(planning);
        _demand = new Demand(population.Settings);
        _rule = new NestedLogit(population.Settings.Number("temperature"));
        _purse = new AkashPurse(planning);
        _premium = population.Settings.Number("qualityPremium");
        _policy = population.PolicyNames.ToList().IndexOf(name);
    }

    public bool NeedsAudit => _award == AwardRule.Audited;

    public virtual double AcceptsAbove => 0.9;

    public virtual bool Restarts => true;

    public int Choose(ReadOnlySpan<BidShown> bids) => Awards.Choose(_award, bids);

    public sealed override void Step(CohortTick tick, int from, int to)
    {
        const int Chunk = 1024;
        Span<double> uniforms = stackalloc double[Chunk];
        Span<double> factors = stackalloc double[ComputeTerms.GpuClasses.Count * ComputeTerms.Regions.Count];
        Factors(tick, factors);
        ReadOnlySpan<double> rates = tick.Columns.Double(TenantColumns.OrdersPerDay);
        ReadOnlySpan<int> classes = tick.Columns.Int32(ComputeColumns.GpuClass);
        ReadOnlySpan<int> regions = tick.Columns.Int32(ComputeColumns.Region);
        ReadOnlySpan<long> owed = tick.Columns.Int64(TenantColumns.Owed);
        for (int start = from; start < to; start += Chunk)
        {
            int end = Math.Min(to, start + Chunk);
            Demand.DrawArrivals(tick, start, end, uniforms[..(end - start)]);
            for (int row = start; row < end; row++)
            {
                double mean = rates[row] * factors[(classes[row] * ComputeTerms.Regions.Count) + regions[row]];
                bool isQuiet = uniforms[row - start] >= mean && owed[row] == 0;
                if (!isQuiet)
                {
                    Act(new AgentTick(tick, row), Demand.Orders(uniforms[row - start], mean));
                }
            }
        }
    }

    /// <summary>Deposit of an order that may cost so much, base units of what it is paid in.</summary>
    protected virtual long DepositOf(long cost, long least) => Math.Max(cost, least);

    /// <summary>Whether it pays what a deployment that ran dry has left owing.</summary>
    protected virtual bool Repays => true;

    /// <summary>Takes the n-th need of the tick to a network; false if it goes to the cloud.</summary>
    protected virtual bool Serve(AgentTick agent, int shard, Need need, int n) =>
        shard >= 0 && PrefersAkash(agent, shard) && Deploy(agent, shard, need);

    /// <summary>Effective price that its rate of orders follows, USD a unit and hour: failures count.</summary>
    protected virtual double EffectivePrice(Board board, int gpuClass, int region)
    {
        int shard = _markets.ShardOf(_network, gpuClass, region);
        AkashMarketBulletin? market = shard >= 0 ? board.Get<AkashMarketBulletin>(shard) : null;
        double cloud = ComputeTerms.CloudUsdPerHour[gpuClass];
        return market is { Quote: > 0 }
            ? Math.Min(
                cloud,
                market.Quote / (double)AkashTerms.Unit / Math.Max(LeastShare, market.Delivered * market.FillRate))
            : cloud;
    }

    /// <summary>Price that an agent expects, USD a unit and hour delivered; 0 where nothing is quoted.</summary>
    protected double PriceOf(AgentTick agent, int shard)
    {
        AkashMarketBulletin market = agent.Board.Get<AkashMarketBulletin>(shard);
        double quality = Math.Max(LeastShare, agent.Double(TenantColumns.FirstQuality + _network));
        return market.Quote / (double)AkashTerms.Unit / (quality * Math.Max(LeastShare, market.FillRate));
    }

    /// <summary>Utility of a network of such remembered quality at a price.</summary>
    protected double Worth(double quality, double price) =>
        (_premium * (Math.Max(LeastShare, quality) - 1)) - DeterministicMath.Log(price);

    private void Factors(CohortTick tick, Span<double> factors)
    {
        for (int c = 0; c < ComputeTerms.GpuClasses.Count; c++)
        {
            for (int r = 0; r < ComputeTerms.Regions.Count; r++)
            {
                double price = EffectivePrice(tick.Board, c, r);
                factors[(c * ComputeTerms.Regions.Count) + r] = _demand.Factor(tick.Tick, c, price) * tick.Tick.Days;
            }
        }
    }

    private void Act(AgentTick agent, int orders)
    {
        int shard = _markets.ShardOf(
            _network, agent.Int32(ComputeColumns.GpuClass), agent.Int32(ComputeColumns.Region));
        if (shard >= 0 && Repays && agent.Int64(TenantColumns.Owed) > 0)
        {
            _purse.Repay(
                agent, shard, ref agent.Int64(TenantColumns.Owed), agent.Int64(TenantColumns.OwedFor));
        }

        for (int n = 0; n < orders; n++)
        {
            Need need = _demand.Draw(agent, n);
            if (!Serve(agent, shard, need, n))
            {
                ToCloud(agent, need);
            }
        }
    }

    private bool PrefersAkash(AgentTick agent, int shard)
    {
        double cloud = ComputeTerms.CloudUsdPerHour[agent.Int32(ComputeColumns.GpuClass)];
        double price = PriceOf(agent, shard);
        agent.Cohort.Decided(2);
        if (price <= 0)
        {
            return false;
        }

        double worth = Worth(agent.Double(TenantColumns.FirstQuality + _network), price);
        agent.Term("akash.U", worth);
        agent.Term("cloud.U", -DeterministicMath.Log(cloud));
        Span<Option> memory = stackalloc Option[2];
        ChoiceSet options = new(memory, 1);
        options.Add(OptionPath.In(Cloud, 0), -DeterministicMath.Log(cloud));
        options.Add(OptionPath.In(Akash, (ulong)shard), worth);
        return _rule.Choose(options, Chooser.Of(agent)) == 1;
    }

    /// <summary>Deploys on Akash; false if that is dearer than it pays, or its money does not reach.</summary>
    protected bool Deploy(AgentTick agent, int shard, Need need)
    {
        double limit = agent.Double(TenantColumns.PriceLimit)
            * ComputeTerms.CloudUsdPerHour[agent.Int32(ComputeColumns.GpuClass)];
        if (!_purse.TryPay(agent, shard, need, (long)(limit * AkashTerms.Unit), DepositOf, out Intent order))
        {
            return false;
        }

        order.Kind = AkashIntents.Deploy;
        order.A = need.Units | (_policy << 16);
        order.C = need.Seconds;
        agent.Int32(TenantColumns.Open)++;
        agent.Cohort.Sum(TenantColumns.OrderSum, 1);
        agent.Send(order);
        return true;
    }

    private static void ToCloud(AgentTick agent, Need need)
    {
        double price = ComputeTerms.CloudUsdPerHour[agent.Int32(ComputeColumns.GpuClass)];
        agent.Int64(TenantColumns.SpentCloud) += (long)(price * need.Units * need.Seconds / 3600 * AkashTerms.Unit);
        agent.Cohort.Sum(TenantColumns.CloudSum, 1);
    }
}
