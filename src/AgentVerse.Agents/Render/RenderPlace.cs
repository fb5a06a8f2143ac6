using AgentVerse.Agents.GpuProvider.Choosing;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Render;

namespace AgentVerse.Agents.Render;

/// <summary>
/// Render to a provider that chooses among networks: to be online. Who comes believes that it shares the pools itself,
/// P i / (P + i), and must be admitted first; who is there goes by its share. Units that are not there fail all
/// frames and so earn nothing by work, but they are ready all the time.
/// </summary>
internal sealed class RenderPlace(PopulationPlan population, WorldPlanning planning)
    : ProviderPlace(RenderTerms.Network, population.Settings)
{
    private readonly RenderStand _stand = new(population, planning);

    internal override bool Takes(AgentTick agent) => _stand.Facts is not null && _stand.FleetOf(agent).IsFit
        && agent.Int32(RenderProviderColumns.State) != RenderStates.Suspended;

    internal override bool IsKnown(AgentTick agent) =>
        agent.Board.Get<FoundationBulletin>(_stand.Facts!.FoundationShard).Epoch > 0;

    internal override bool Stands(AgentTick agent) =>
        agent.Int32(RenderProviderColumns.State) is RenderStates.Online or RenderStates.Waiting;

    internal override bool IsPending(AgentTick agent) =>
        agent.Int32(RenderProviderColumns.State) == RenderStates.Waiting;

    internal override double CostPerDay(AgentTick agent) => agent.Int32(RenderProviderColumns.State)
        == RenderStates.Online ? _stand.CostPerDay(agent, _stand.FleetOf(agent)) : 0;

    internal override double GrossPerDay(AgentTick agent) =>
        Income(agent, _stand.ShownShare(agent, Shown(agent), _stand.FleetOf(agent)));

    internal override int Offers(AgentTick agent, bool isServing, Span<ProviderOffer> offers)
    {
        double cost = _stand.CostPerDay(agent, _stand.FleetOf(agent));
        double weekly = RenderStand.Weekly(Shown(agent), ForecastOf(agent, isServing));
        offers[0] = new ProviderOffer(0, RenderStand.Terms(weekly, Shown(agent).SmoothedPrice, cost));
        return 1;
    }

    internal override double SecondPerDay(AgentTick agent) =>
        Income(agent, _stand.ReadyShare(Shown(agent), _stand.FleetOf(agent)));

    internal override void Stand(AgentTick agent, long ask, bool serves)
    {
        RenderFleet fleet = _stand.FleetOf(agent);
        ref int state = ref agent.Int32(RenderProviderColumns.State);
        NodeTraits traits = _stand.TraitsOf(fleet);
        agent.Double(RenderProviderColumns.Share) = serves ? ForecastOf(agent, isServing: false) : 0;
        state = state is RenderStates.Outside or RenderStates.Waiting ? RenderStates.Waiting : RenderStates.Online;
        _stand.Stand(agent, fleet, RenderIntents.Online, fleet.Octane, serves ? traits : NotThere(traits));
    }

    internal override void Leave(AgentTick agent, bool served)
    {
        if (!IsPending(agent))
        {
            _stand.Leave(agent);
        }
    }

    /// <summary>
    /// Nodes that are busy elsewhere: reachable, but they render nothing and a benchmark finds nothing.
    /// </summary>
    private static NodeTraits NotThere(NodeTraits traits) =>
        traits with { TrueOctane = 0, FailurePpm = NodeTraits.Million };

    /// <summary>Share of what all nodes get that it expects for serving: s / (1 + s) of one who comes.</summary>
    private double ForecastOf(AgentTick agent, bool isServing)
    {
        double own = agent.Double(RenderProviderColumns.Share);
        double shown = _stand.ShownShare(agent, Shown(agent), _stand.FleetOf(agent));
        return !isServing ? shown / (1 + shown) : own > 0 ? own : shown;
    }

    private double Income(AgentTick agent, double share) =>
        RenderStand.Terms(RenderStand.Weekly(Shown(agent), share), Shown(agent).SmoothedPrice, 0).Income;

    private SchedulerBulletin Shown(AgentTick agent) => agent.Board.Get<SchedulerBulletin>(_stand.Scheduler);
}
