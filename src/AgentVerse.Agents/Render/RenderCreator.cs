using AgentVerse.Agents.Tenant;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Compute;
using AgentVerse.Model.Numerics;

namespace AgentVerse.Agents.Render;

/// <summary>
/// A creator: jobs are Poisson with rate x exp(growth t) x (Peff / Pref)^-elasticity, Peff the price of its tier over
/// the share of its frames that was rendered as it remembers; sizes log-normal. Above priceLimit times the farm's price
/// it goes to the farm. What it spends comes from outside the model.
/// </summary>
internal sealed class RenderCreator : AgentPolicy
{
    internal const string Name = "renderCreator";
    private const int MostJobs = 64;
    private const double LeastQuality = 0.01;
    private const double MostMean = 1000;
    private static readonly Purpose Jobs = Purpose.Of("render.creator.jobs");
    private static readonly Purpose Size = Purpose.Of("render.creator.size");
    private static readonly Purpose Hours = Purpose.Of("render.creator.hours");
    private readonly RenderJobs _jobs;
    private readonly double _farmUsdPerFrame;
    private readonly double _referenceUsdPerFrame;
    private readonly double _growthPerDay;
    private readonly double _elasticity;
    private readonly (double Median, double Spread) _size;
    private readonly (double Median, double Spread) _hours;

    internal RenderCreator(PopulationPlan population, WorldPlanning planning)
    {
        _jobs = new RenderJobs(population, planning);
        double frames = (_jobs.Facts?.FrameOctaneHours ?? 1) / 1000;
        _farmUsdPerFrame = population.Settings.Number("renderFarmPrice") * frames;
        _referenceUsdPerFrame = population.Settings.Number("renderReferencePrice") * frames;
        _growthPerDay = population.Settings.Number("growth") / 365.25;
        _elasticity = population.Settings.Number("elasticity");
        _size = (population.Settings.Number("sizeMedian"), population.Settings.Number("sizeSpread"));
        _hours = (population.Settings.Number("hoursMedian"), population.Settings.Number("hoursSpread"));
    }

    protected override void Step(AgentTick agent)
    {
        int octane = RenderJobs.OctaneOf(agent);
        if (_jobs.Facts is null || octane == 0)
        {
            return;
        }

        int tier = _jobs.TierOf(agent);
        double usd = _jobs.Facts.FrameUsd(tier) / (double)ComputeTerms.UsdUnit;
        double effective = usd / Math.Max(LeastQuality, agent.Double(RenderJobs.Quality));
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
            long frames = _jobs.FramesOf(work);
            if (isDear)
            {
                agent.Cohort.Sum(TenantColumns.CloudSum, 1);
                agent.Int64(TenantColumns.SpentCloud) += (long)(frames * _farmUsdPerFrame * ComputeTerms.UsdUnit);
            }
            else
            {
                _jobs.Ask(agent, frames, tier, j);
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
}
