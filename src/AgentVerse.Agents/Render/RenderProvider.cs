using AgentVerse.Agents.Choice;
using AgentVerse.Agents.GpuProvider;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Render;
using AgentVerse.Model.Numerics;

namespace AgentVerse.Agents.Render;

/// <summary>
/// A node operator: applies at once, since that is free, and at every review after its admission stays online if that
/// is worth more than to switch its nodes off:
/// <code>U = y p - c, y = what it expects of an epoch / 7, c = reserve x nodes x uptime x 24 h + upkeep / 7</code>
/// with y a share of what is announced for all nodes: its own smoothed share while it is online, else what points of
/// its tier had as the network publishes it, with which it also begins when it returns. One that owes too much goes
/// offline. Attacks differ in what they offer and ask.
/// </summary>
internal class RenderProvider : AgentPolicy
{
    internal const string Name = "render";
    private const int Options = 2;
    private static readonly Purpose Review = Purpose.Of("render.review");
    private readonly RenderStand _stand;
    private readonly ProviderPurse _purse;
    private readonly NestedLogit _choice;
    private readonly double _reviewProbability;

    internal RenderProvider(PopulationPlan population, WorldPlanning planning)
    {
        _stand = new RenderStand(population, planning);
        _purse = new ProviderPurse(population, planning);
        double days = planning.TickSeconds / 86_400.0;
        _reviewProbability = Reviews.Probability(population.Settings.Number("reviewRate"), days);
        _choice = new NestedLogit(population.Settings.Number("temperature"));
    }

    /// <summary>Index of the scheduler; -1 if the run has none.</summary>
    protected int Scheduler => _stand.Scheduler;

    /// <summary>What is known of the scheduler; null if the run has none.</summary>
    protected SchedulerFacts? Facts => _stand.Facts;

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
    protected virtual RenderFleet FleetOf(AgentTick agent) => _stand.FleetOf(agent);

    /// <summary>OctaneBench points of a node as it claims them.</summary>
    protected virtual int ClaimedOctane(RenderFleet fleet) => fleet.Octane;

    /// <summary>What else it does in a tick while it is online.</summary>
    protected virtual void Act(AgentTick agent, RenderFleet fleet)
    {
    }

    private void Decide(AgentTick agent, RenderFleet fleet)
    {
        bool isOnline = agent.Int32(RenderProviderColumns.State) == RenderStates.Online;
        bool isSolvent = _purse.TryRun(agent, isOnline ? _stand.CostPerDay(agent, fleet) : 0);
        bool reviews = agent.Uniform(Review) < _reviewProbability;
        bool stays = isSolvent && (reviews ? IsWorthIt(agent, fleet, isOnline) : isOnline);
        if (stays != isOnline)
        {
            isOnline = stays;
            Switch(agent, fleet, stays);
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
        double own = agent.Double(RenderProviderColumns.Share);
        double shownShare = _stand.ShownShare(agent, shown, fleet);
        double cost = _stand.CostPerDay(agent, fleet);
        ValueTerms terms = RenderStand.Terms(
            RenderStand.Weekly(shown, isOnline && own > 0 ? own : shownShare), shown.SmoothedPrice, cost);
        double gross = RenderStand.Terms(RenderStand.Weekly(shown, shownShare), shown.SmoothedPrice, cost).Income;
        ChoiceSet options = new(stackalloc Option[Options], Math.Max(1e-9, Math.Max(terms.RunningCost, gross)));
        OptionPath stay = OptionPath.In((ulong)Facts!.Network + 1, (ulong)Scheduler);
        terms.Explain(agent, "online");
        int online = isOnline ? options.AddCurrent(stay, terms.Value) : options.Add(stay, terms.Value);
        _ = isOnline ? options.Add(OptionPath.Leave, 0) : options.AddCurrent(OptionPath.Leave, 0);
        return _choice.Choose(options, Chooser.Of(agent)) == online;
    }

    private void Switch(AgentTick agent, RenderFleet fleet, bool goesOnline)
    {
        if (!goesOnline)
        {
            _stand.Leave(agent);
            return;
        }

        SchedulerBulletin shown = agent.Board.Get<SchedulerBulletin>(Scheduler);
        agent.Int32(RenderProviderColumns.State) = RenderStates.Online;
        agent.Double(RenderProviderColumns.Share) = _stand.ShownShare(agent, shown, fleet);
        Stand(agent, fleet);
    }

    private void Stand(AgentTick agent, RenderFleet fleet) =>
        _stand.Stand(agent, fleet, Standing, ClaimedOctane(fleet), _stand.TraitsOf(fleet));
}
