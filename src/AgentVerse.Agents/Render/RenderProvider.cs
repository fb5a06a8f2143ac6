using AgentVerse.Agents.Choice;
using AgentVerse.Agents.GpuProvider;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Compute;
using AgentVerse.Model.Networks.Render;
using AgentVerse.Model.Numerics;

namespace AgentVerse.Agents.Render;

/// <summary>
/// A node operator: applies at once, since that is free, and at every review after its admission stays online if that
/// is worth more than to switch its nodes off:
/// <code>U = y p - c, y = what it expects of an epoch / 7, c = reserve x nodes x uptime x 24 h + upkeep / 7</code>
/// with y a share of what is announced for all nodes: its own smoothed share while it is online, else what points of
/// its tier had as the network publishes it, with which it also begins when it returns. Attacks differ in what they
/// offer and ask.
/// </summary>
internal class RenderProvider : AgentPolicy
{
    internal const string Name = "render";
    private const int Options = 2;
    private const double DaysPerEpoch = 7;
    private const double HoursPerDay = 24;
    private static readonly Purpose Review = Purpose.Of("render.review");
    private static readonly Purpose Upkeep = Purpose.Of("render.upkeep");
    private readonly NestedLogit _choice;
    private readonly double _reviewProbability;
    private readonly (double Median, double Spread) _uptime;
    private readonly (double Median, double Spread) _upkeep;
    private readonly int _failurePpm;

    internal RenderProvider(PopulationPlan population, WorldPlanning planning)
    {
        (Scheduler, Facts) = SchedulerShards.Find(planning);
        double days = planning.TickSeconds / 86_400.0;
        _reviewProbability = Reviews.Probability(population.Settings.Number("reviewRate"), days);
        _choice = new NestedLogit(population.Settings.Number("temperature"));
        _uptime = (population.Settings.Number("renderUptime"), population.Settings.Number("renderUptimeSpread"));
        _upkeep = (population.Settings.Number("renderUpkeep"), population.Settings.Number("renderUpkeepSpread"));
        _failurePpm = (int)(population.Settings.Number("renderFailure") * NodeTraits.Million);
    }

    /// <summary>Index of the scheduler; -1 if the run has none.</summary>
    protected int Scheduler { get; }

    /// <summary>What is known of the scheduler; null if the run has none.</summary>
    protected SchedulerFacts? Facts { get; }

    /// <summary>What it asks for when it goes online.</summary>
    protected virtual byte Standing => RenderIntents.Online;

    protected sealed override void Step(AgentTick agent)
    {
        RenderFleet fleet = FleetOf(agent);
        if (Facts is null || !fleet.IsFit)
        {
            return;
        }

        switch (agent.Int32(RenderProviderColumns.State))
        {
            case RenderStates.Outside:
                Stand(agent, fleet);
                agent.Int32(RenderProviderColumns.State) = RenderStates.Waiting;
                break;
            case RenderStates.Online or RenderStates.Offline:
                Decide(agent, fleet);
                break;
            default:
                break;
        }
    }

    /// <summary>The nodes that it has and offers.</summary>
    protected virtual RenderFleet FleetOf(AgentTick agent) => RenderFleet.Of(agent, _uptime);

    /// <summary>OctaneBench points of a node as it claims them.</summary>
    protected virtual int ClaimedOctane(RenderFleet fleet) => fleet.Octane;

    /// <summary>What else it does in a tick while it is online.</summary>
    protected virtual void Act(AgentTick agent, RenderFleet fleet)
    {
    }

    private void Decide(AgentTick agent, RenderFleet fleet)
    {
        bool isOnline = agent.Int32(RenderProviderColumns.State) == RenderStates.Online;
        if (agent.Uniform(Review) < _reviewProbability)
        {
            bool stays = IsWorthIt(agent, fleet, isOnline);
            if (stays != isOnline)
            {
                isOnline = stays;
                Switch(agent, fleet, stays);
            }
        }

        agent.Cohort.Sum(ProviderColumns.OfferedSum, isOnline ? fleet.Nodes : 0);
        agent.Cohort.Sum(ProviderColumns.TrueSum, agent.Int32(ProviderColumns.TrueUnits));
        agent.Cohort.Sum(ProviderColumns.ClaimedSum, isOnline ? fleet.Nodes : 0);
        if (isOnline)
        {
            Act(agent, fleet);
        }
    }

    private bool IsWorthIt(AgentTick agent, RenderFleet fleet, bool isOnline)
    {
        agent.Cohort.Decided(Options);
        SchedulerBulletin shown = agent.Board.Get<SchedulerBulletin>(Scheduler);
        double announced = shown.Announced / (double)RenderTerms.UnitsPerToken;
        double own = agent.Double(RenderProviderColumns.Share);
        double shownPay = ShownShare(agent, fleet) * announced;
        ValueTerms terms = new()
        {
            TokensPerDay = (isOnline && own > 0 ? own * announced : shownPay) / DaysPerEpoch,
            Price = shown.SmoothedPrice,
            RunningCost = CostPerDay(agent, fleet),
        };
        double gross = shownPay / DaysPerEpoch * shown.SmoothedPrice;
        ChoiceSet options = new(stackalloc Option[Options], Math.Max(1e-9, Math.Max(terms.RunningCost, gross)));
        OptionPath stay = OptionPath.In((ulong)Facts!.Network + 1, (ulong)Scheduler);
        terms.Explain(agent, "online");
        int online = isOnline ? options.AddCurrent(stay, terms.Value) : options.Add(stay, terms.Value);
        _ = isOnline ? options.Add(OptionPath.Leave, 0) : options.AddCurrent(OptionPath.Leave, 0);
        return _choice.Choose(options, Chooser.Of(agent)) == online;
    }

    /// <summary>Share of what all nodes get that its points and nodes would have had in the last epoch.</summary>
    private double ShownShare(AgentTick agent, RenderFleet fleet)
    {
        SchedulerBulletin shown = agent.Board.Get<SchedulerBulletin>(Scheduler);
        double pay = (shown.PayPerOctane(agent.Int32(RenderProviderColumns.Tier)) * fleet.Points)
            + (shown.AvailabilityPerNode * fleet.ReadyNodes(Facts!));
        return shown.Paid > 0 ? pay * RenderTerms.UnitsPerToken / shown.Paid : 0;
    }

    private double CostPerDay(AgentTick agent, RenderFleet fleet)
    {
        double reserve = agent.Int64(ProviderColumns.Reserve) / (double)ComputeTerms.UsdUnit;
        double upkeep = _upkeep.Median
            * agent.Cohort.Draws.At(agent.Account, -1).LogNormal(Upkeep, 0, _upkeep.Spread);
        return (reserve * fleet.Nodes * fleet.Uptime * HoursPerDay) + (upkeep / DaysPerEpoch);
    }

    private void Switch(AgentTick agent, RenderFleet fleet, bool goesOnline)
    {
        agent.Int32(RenderProviderColumns.State) = goesOnline ? RenderStates.Online : RenderStates.Offline;
        agent.Int32(ProviderColumns.FirstOffered + Facts!.Network) = goesOnline ? fleet.Nodes : 0;
        if (goesOnline)
        {
            agent.Double(RenderProviderColumns.Share) = ShownShare(agent, fleet);
            Stand(agent, fleet);
        }
        else
        {
            agent.Send(new Intent { Shard = (ushort)Scheduler, Kind = RenderIntents.Offline });
        }
    }

    private void Stand(AgentTick agent, RenderFleet fleet)
    {
        NodeTraits traits = new(fleet.Octane, _failurePpm, (int)(fleet.Uptime * NodeTraits.Million));
        agent.Int32(ProviderColumns.FirstOffered + Facts!.Network) = fleet.Nodes;
        agent.Send(new Intent
        {
            Shard = (ushort)Scheduler,
            Kind = Standing,
            A = fleet.Nodes,
            B = ClaimedOctane(fleet),
            C = fleet.Memory,
            D = traits.Packed,
        });
    }
}
