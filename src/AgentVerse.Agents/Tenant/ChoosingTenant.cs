using AgentVerse.Agents.Choice;
using AgentVerse.Agents.Compute;
using AgentVerse.Agents.Compute.Akash;
using AgentVerse.Agents.Render;
using AgentVerse.Agents.Tenant.Akash;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Akash;
using AgentVerse.Model.Networks.Compute;
using AgentVerse.Model.Networks.Render;
using AgentVerse.Model.Numerics;

namespace AgentVerse.Agents.Tenant;

/// <summary>
/// A tenant whose need is rendering takes each to one of its networks or to the cloud: it rents GPUs on Akash and takes
/// a bid by its rule, sends the scene to Render as frames of the same work, or goes to the cloud at list price. Utility
/// is -ln(price / quality + set-up / GPU-hours) + premium (quality - 1), with quality what it remembers of each network.
/// </summary>
internal sealed class ChoosingTenant : AkashTenant
{
    internal const string Name = "choosing";
    private const int Most = 3;
    private const double LeastShare = 0.01;
    private static readonly int Akash = ComputeTerms.NetworkIndex(AkashTerms.Network);
    private static readonly int Render = ComputeTerms.NetworkIndex(RenderTerms.Network);
    private readonly RenderJobs _jobs;
    private readonly NestedLogit _rule;
    private readonly bool _usesAkash;
    private readonly bool _usesRender;
    private readonly double _setup;

    internal ChoosingTenant(PopulationPlan population, WorldPlanning planning)
        : base(AwardRules.Of(population.Settings), Name, population, planning)
    {
        _jobs = new RenderJobs(population, planning);
        _rule = new NestedLogit(population.Settings.Number("temperature"));
        _setup = population.Settings.Number("setupCost");
        IReadOnlyList<string> names = population.Settings.Texts("networks");
        _usesAkash = names.Contains(AkashTerms.Network);
        _usesRender = names.Contains(RenderTerms.Network) && _jobs.Facts is not null;
        if (!names.Any(n => planning.ShardsOf(n).Count > 0))
        {
            planning.Problems.Add(population.Settings.Problem(
                "networks", string.Join(", ", names), "a network of the run",
                "name one that the scenario has under networks"));
        }
    }

    protected override bool Serve(AgentTick agent, int shard, Need need, int n)
    {
        int gpuClass = agent.Int32(ComputeColumns.GpuClass);
        double setup = _setup * 3600 / ((double)need.Units * need.Seconds);
        ChoiceSet options = new(stackalloc Option[Most], 1);
        Span<int> networks = stackalloc int[Most];
        networks[options.Count] = -1;
        options.Add(PathOf(-1), -DeterministicMath.Log(ComputeTerms.CloudUsdPerHour[gpuClass] + setup));
        double rented = _usesAkash && shard >= 0 ? PriceOf(agent, shard) : 0;
        if (rented > 0)
        {
            networks[options.Count] = Akash;
            options.Add(PathOf(Akash), Worth(agent.Double(TenantColumns.FirstQuality + Akash), rented + setup));
        }

        double rendered = _usesRender ? RenderPriceOf(agent) : 0;
        bool isAffordable = rendered > 0 && rendered
            <= agent.Double(TenantColumns.PriceLimit) * (ComputeTerms.CloudUsdPerHour[gpuClass] + setup);
        if (isAffordable)
        {
            double quality = Math.Max(LeastShare, agent.Double(RenderJobs.Quality));
            networks[options.Count] = Render;
            options.Add(PathOf(Render), Worth(quality, rendered / quality));
        }

        agent.Cohort.Decided(options.Count);
        agent.Term("akash.price", rented);
        agent.Term("render.price", rendered);
        int network = networks[_rule.Choose(options, Chooser.Of(agent))];
        return network == Akash ? Deploy(agent, shard, need) : network == Render && Send(agent, need, n);
    }

    /// <summary>The least of what its networks and the cloud take, in the class and region.</summary>
    protected override double EffectivePrice(Board board, int gpuClass, int region)
    {
        double cloud = ComputeTerms.CloudUsdPerHour[gpuClass];
        double rented = _usesAkash ? base.EffectivePrice(board, gpuClass, region) : cloud;
        int octane = RenderTerms.OctaneByClass[gpuClass];
        return _usesRender && octane > 0 ? Math.Min(rented, HourOf(RenderTerms.EconomyTier, octane)) : rented;
    }

    private static OptionPath PathOf(int network) => OptionPath.In((ulong)(network + 2), 0);

    private bool Send(AgentTick agent, Need need, int n)
    {
        double hours = need.Units * (need.Seconds / 3600.0);
        long frames = _jobs.FramesOf(hours * RenderJobs.OctaneOf(agent));
        _jobs.Ask(agent, frames, _jobs.TierOf(agent), n);
        return true;
    }

    /// <summary>What Render takes for the work of a GPU and hour of the agent's class, USD; 0 if it renders
    /// nothing.</summary>
    private double RenderPriceOf(AgentTick agent) => HourOf(_jobs.TierOf(agent), RenderJobs.OctaneOf(agent));

    private double HourOf(int tier, int octane) =>
        _jobs.Facts!.FrameUsd(tier) / (double)ComputeTerms.UsdUnit / _jobs.Facts.FrameOctaneHours * octane;
}
