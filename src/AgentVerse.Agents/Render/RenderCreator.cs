using AgentVerse.Agents.Compute;
using AgentVerse.Agents.Tenant;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Compute;
using AgentVerse.Model.Networks.Markets;
using AgentVerse.Model.Networks.Render;
using AgentVerse.Model.Numerics;

namespace AgentVerse.Agents.Render;

/// <summary>
/// A creator: jobs are Poisson with rate x exp(growth t) x (Peff / Pref)^-elasticity, Peff the price of its tier over
/// the
/// share of its frames that was rendered as it remembers; sizes log-normal. Above priceLimit times the farm's price it
/// goes to the farm. What it spends comes from outside the model.
/// </summary>
internal sealed class RenderCreator : AgentPolicy
{
    internal const string Name = "renderCreator";
    private const int MostJobs = 64;
    private const double LeastQuality = 0.01;
    private const double MostMean = 1000;
    private static readonly Purpose Tier = Purpose.Of("render.creator.tier");
    private static readonly Purpose Jobs = Purpose.Of("render.creator.jobs");
    private static readonly Purpose Size = Purpose.Of("render.creator.size");
    private static readonly Purpose Hours = Purpose.Of("render.creator.hours");
    private static readonly Purpose Need = Purpose.Of("render.creator.need");

    /// <summary>Share of jobs that need at most so much of <see cref="RenderTerms.MemoryNeeds"/>; [A].</summary>
    private static readonly double[] NeedUpTo = [0.5, 0.8, 0.95, 1];

    private readonly int _scheduler;
    private readonly SchedulerFacts? _facts;
    private readonly int _usd;
    private readonly double _priorityShare;
    private readonly double _farmUsdPerFrame;
    private readonly double _referenceUsdPerFrame;
    private readonly double _growthPerDay;
    private readonly double _elasticity;
    private readonly (double Median, double Spread) _size;
    private readonly (double Median, double Spread) _hours;
    private readonly int _quality = TenantColumns.FirstQuality + ComputeTerms.NetworkIndex(RenderTerms.Network);

    internal RenderCreator(PopulationPlan population, WorldPlanning planning)
    {
        (_scheduler, _facts) = SchedulerShards.Find(planning);
        _usd = planning.FindToken(MarketTerms.Usd);
        double frames = (_facts?.FrameOctaneHours ?? 1) / 1000;
        _priorityShare = population.Settings.Number("renderPriorityShare");
        _farmUsdPerFrame = population.Settings.Number("renderFarmPrice") * frames;
        _referenceUsdPerFrame = population.Settings.Number("renderReferencePrice") * frames;
        _growthPerDay = population.Settings.Number("growth") / 365.25;
        _elasticity = population.Settings.Number("elasticity");
        _size = (population.Settings.Number("sizeMedian"), population.Settings.Number("sizeSpread"));
        _hours = (population.Settings.Number("hoursMedian"), population.Settings.Number("hoursSpread"));
    }

    protected override void Step(AgentTick agent)
    {
        int octane = RenderTerms.OctaneByClass[agent.Int32(ComputeColumns.GpuClass)];
        if (_facts is null || octane == 0)
        {
            return;
        }

        bool isPriority = agent.Cohort.Draws.Uniform(agent.Account, -1, Tier) < _priorityShare;
        int tier = isPriority ? 2 : 3;
        double usd = _facts.FrameUsd(tier) / (double)ComputeTerms.UsdUnit;
        double effective = usd / Math.Max(LeastQuality, agent.Double(_quality));
        StreamDraws draws = agent.Cohort.Draws.At(agent.Account, agent.Tick.Index);
        long jobs = Math.Min(MostJobs, draws.Poisson(Jobs, MeanOf(agent, effective)));
        if (jobs == 0)
        {
            return;
        }

        agent.Cohort.Decided(jobs);
        bool isDear = usd > agent.Double(TenantColumns.PriceLimit) * _farmUsdPerFrame;
        for (int j = 0; j < jobs; j++)
        {
            double work = _size.Median * draws.LogNormal(Size, 0, _size.Spread, j)
                * _hours.Median * draws.LogNormal(Hours, 0, _hours.Spread, j) * octane;
            long frames = (long)Math.Clamp(Math.Ceiling(work / _facts.FrameOctaneHours), 1, 1e8);
            if (isDear)
            {
                agent.Cohort.Sum(TenantColumns.CloudSum, 1);
                agent.Int64(TenantColumns.SpentCloud) += (long)(frames * _farmUsdPerFrame * ComputeTerms.UsdUnit);
            }
            else
            {
                Ask(agent, frames, tier, MemoryOf(draws.Uniform(Need, j)));
            }
        }
    }

    private double MeanOf(AgentTick agent, double effectiveUsd)
    {
        double days = agent.Tick.Days;
        double grown = DeterministicMath.Exp(Math.Min(20, _growthPerDay * days * agent.Tick.Index));
        double ratio = Math.Max(1e-6, effectiveUsd / _referenceUsdPerFrame);
        double mean = agent.Double(TenantColumns.OrdersPerDay) * days * grown
            * DeterministicMath.Pow(ratio, -_elasticity);
        agent.Term("meanJobs", mean);
        return Math.Min(MostMean, mean);
    }

    private void Ask(AgentTick agent, long frames, int tier, int memory)
    {
        long price = frames * _facts!.FrameUsd(tier);
        ref long wallet = ref agent.Wallet(_usd);
        if (wallet < price)
        {
            agent.Cohort.Mint(_usd, price - wallet);
            wallet = price;
        }

        agent.Int64(TenantColumns.Spent) += price;
        agent.Int32(TenantColumns.Open)++;
        agent.Cohort.Sum(TenantColumns.OrderSum, 1);
        agent.Send(new Intent
        {
            Shard = (ushort)_scheduler,
            Token = (ushort)_usd,
            Kind = RenderIntents.Job,
            Amount = price,
            A = frames,
            B = tier + (256L * memory),
        });
    }

    private static int MemoryOf(double drawn)
    {
        int need = 0;
        while (need < NeedUpTo.Length - 1 && drawn >= NeedUpTo[need])
        {
            need++;
        }

        return RenderTerms.MemoryNeeds[need];
    }
}
