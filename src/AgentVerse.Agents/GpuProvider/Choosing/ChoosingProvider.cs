using AgentVerse.Agents.Choice;
using AgentVerse.Agents.GpuProvider.Akash;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Akash;

namespace AgentVerse.Agents.GpuProvider.Choosing;

/// <summary>
/// Chooses at its reviews among its networks: where its units serve and at what price, or nowhere; opportunists also
/// whether to sell the same units on the others. Units move over: they leave, what was promised runs off, cooldown and
/// warm-up pass, and then they stand elsewhere; so they never serve two networks in a tick. One that owes too much
/// leaves. On Akash its script bids what it asks.
/// </summary>
internal sealed class ChoosingProvider : AgentPolicy, IBidScript
{
    internal const string Name = "choosing";
    private readonly PopulationPlan _population;
    private readonly ProviderMind _mind;
    private readonly ProviderPurse _purse;
    private readonly double _reviewProbability;
    private readonly double _tickDays;

    internal ChoosingProvider(PopulationPlan population, WorldPlanning planning)
    {
        _population = population;
        _mind = new ProviderMind(Name, population, planning);
        _purse = new ProviderPurse(population, planning);
        _tickDays = planning.TickSeconds / 86_400.0;
        _reviewProbability = Reviews.Probability(_mind.Choice.ReviewRate, _tickDays);
    }

    public bool IsEarly => false;

    public int Tries => 1;

    public bool Withdraws => false;

    public bool IgnoresCapacity => false;

    public double WalksAwayAbove => double.PositiveInfinity;

    public long Answer(in OrderShown order, long ask) => ask;

    protected override void Step(AgentTick agent)
    {
        ProviderColumns.Report(agent);
        if (agent.Tick.Index == agent.Int32(EngineColumns.Wake))
        {
            Begin(agent);
        }

        ProviderPlace? served = _mind.PlaceOf(agent.Int32(ProviderColumns.Serves) - 1);
        if (!_purse.TryRun(agent, CostPerDay(agent)) || (served is not null && !served.Takes(agent)))
        {
            Plan(agent, ProviderPlan.Leave);
        }
        else if (agent.Uniform(AkashAdaptive.Review) < _reviewProbability && MayReview(agent, served))
        {
            Choose(agent);
        }

        Advance(agent);
        served = _mind.PlaceOf(agent.Int32(ProviderColumns.Serves) - 1);
        agent.Cohort.Sum(ProviderColumns.ServingSum, served is null ? 0 : 1);
        agent.Cohort.Sum(ProviderColumns.DoubleSum, PlanOf(agent).IsDouble ? 1 : 0);
    }

    private static ProviderPlan PlanOf(AgentTick agent) => new(
        agent.Int32(ProviderColumns.Planned) - 1, agent.Int64(ProviderColumns.PlannedAsk),
        agent.Int32(ProviderColumns.SellsTwice) == 1);

    private void Begin(AgentTick agent)
    {
        Span<ProviderOffer> offers = stackalloc ProviderOffer[ProviderPlace.MostOffers];
        foreach (ProviderPlace place in _mind.Places)
        {
            if (place.Takes(agent))
            {
                place.Offers(agent, false, offers);
                Plan(agent, new ProviderPlan(place.Network, offers[0].Ask));
                agent.Int32(ProviderColumns.ReadyAt) = agent.Tick.Index;
                return;
            }
        }
    }

    /// <summary>
    /// Who is under way goes on; who serves where nothing was published yet waits for it; who serves nobody waits until
    /// it is admitted.
    /// </summary>
    private bool MayReview(AgentTick agent, ProviderPlace? served)
    {
        if (IsHeld(agent) || agent.Int32(ProviderColumns.Serves) != agent.Int32(ProviderColumns.Planned))
        {
            return false;
        }

        return served is not null ? served.IsKnown(agent) : MayEnter(agent);
    }

    private bool MayEnter(AgentTick agent)
    {
        if (_mind.Choice.Entry.Mode == EntryMode.Open)
        {
            return true;
        }

        TotalsLayout layout = agent.Cohort.World.Totals;
        Totals last = agent.Board.Totals;
        long waiting = last[layout.Awake(_population.Index)]
            - last[layout.Sum(_population.Index, ProviderColumns.ServingSum)];
        return _mind.Choice.Entry.Admits(
            Chooser.Of(agent), (long)(waiting * _reviewProbability), agent.Tick.Index * _tickDays, _tickDays);
    }

    private void Choose(AgentTick agent)
    {
        Span<Option> memory = stackalloc Option[ProviderReview.MostOptions];
        Span<ProviderPlan> plans = stackalloc ProviderPlan[ProviderReview.MostOptions];
        ProviderReview review = new(agent, _mind, PlanOf(agent), memory, plans);
        ProviderPlan chosen = review.Choose();
        agent.Cohort.Decided(review.Count);
        agent.Cohort.Sum(ProviderColumns.MoveSum, chosen.Network != PlanOf(agent).Network ? 1 : 0);
        Plan(agent, chosen);
    }

    private void Plan(AgentTick agent, ProviderPlan plan)
    {
        int from = agent.Int32(ProviderColumns.Serves) - 1;
        if (plan.Network != from)
        {
            int stop = from < 0 ? 0 : 1;
            double lead = Math.Ceiling(_mind.LeadDays(from, plan.Network) / _tickDays);
            ref int ready = ref agent.Int32(ProviderColumns.ReadyAt);
            ready = (int)Math.Min(int.MaxValue, Math.Max(ready, agent.Tick.Index + stop + lead));
        }

        agent.Int32(ProviderColumns.Planned) = plan.Network + 1;
        agent.Int64(ProviderColumns.PlannedAsk) = plan.Ask;
        agent.Int32(ProviderColumns.SellsTwice) = plan.IsDouble ? 1 : 0;
    }

    /// <summary>Goes one step from where its units are to where it wants them.</summary>
    private void Advance(AgentTick agent)
    {
        ProviderPlan plan = PlanOf(agent);
        ref int serves = ref agent.Int32(ProviderColumns.Serves);
        foreach (ProviderPlace place in _mind.Places)
        {
            if (place.Network != plan.Network && place.Stands(agent))
            {
                Withdraw(agent, place, plan, serves - 1 == place.Network);
            }
        }

        if (serves - 1 != plan.Network)
        {
            serves = 0;
        }

        if (plan.Network >= 0)
        {
            Arrive(agent, plan, ref serves);
        }
    }

    private static void Withdraw(AgentTick agent, ProviderPlace place, ProviderPlan plan, bool served)
    {
        if (!plan.IsDouble)
        {
            place.Leave(agent, served);
        }
        else if (served)
        {
            place.Stand(agent, 0, serves: false);
        }
    }

    private void Arrive(AgentTick agent, ProviderPlan plan, ref int serves)
    {
        ProviderPlace target = _mind.PlaceOf(plan.Network)!;
        bool isNew = serves == 0;
        if (isNew && (agent.Tick.Index < agent.Int32(ProviderColumns.ReadyAt) || IsHeld(agent)))
        {
            return;
        }

        bool asksOther = plan.Ask != 0 && plan.Ask != agent.Int64(ProviderColumns.Ask);
        if (isNew || asksOther || !target.Stands(agent))
        {
            target.Stand(agent, plan.Ask, serves: true);
            serves = plan.Network + 1;
        }

        foreach (ProviderPlace other in _mind.Places)
        {
            if (plan.IsDouble && other != target && other.Takes(agent) && !other.Stands(agent))
            {
                other.Stand(agent, 0, serves: false);
            }
        }
    }

    /// <summary>Whether units are still bound: a lease runs off, or an application is open.</summary>
    private bool IsHeld(AgentTick agent)
    {
        foreach (ProviderPlace place in _mind.Places)
        {
            if (place.IsPending(agent))
            {
                return true;
            }
        }

        return false;
    }

    private double CostPerDay(AgentTick agent)
    {
        double cost = 0;
        foreach (ProviderPlace place in _mind.Places)
        {
            bool isServed = place.Network == agent.Int32(ProviderColumns.Serves) - 1;
            cost += isServed || place.IsPending(agent) ? place.CostPerDay(agent) : 0;
        }

        return cost;
    }
}
