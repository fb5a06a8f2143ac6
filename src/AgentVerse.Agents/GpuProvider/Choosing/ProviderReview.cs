using AgentVerse.Agents.Choice;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Compute;

namespace AgentVerse.Agents.GpuProvider.Choosing;

/// <summary>One review of one provider: the options it sees and what they are worth.</summary>
internal ref struct ProviderReview
{
    /// <summary>Most options: to leave, and each way to serve a network, honestly or not.</summary>
    internal static readonly int MostOptions = 1 + (2 * ProviderPlace.MostOffers * ComputeTerms.Networks.Count);

    private readonly AgentTick _agent;
    private readonly ProviderMind _mind;
    private readonly ProviderPlan _now;
    private readonly Span<ProviderPlan> _plans;
    private readonly double _leave;
    private ChoiceSet _set;

    internal ProviderReview(
        AgentTick agent, ProviderMind mind, ProviderPlan now, Span<Option> memory, Span<ProviderPlan> plans)
    {
        _agent = agent;
        _mind = mind;
        _now = now;
        _plans = plans;
        int units = agent.Int32(ProviderColumns.TrueUnits);
        _leave = mind.Choice.Supply.ReservationOf(agent.Cohort.Draws, agent.Account, units);
        double scale = agent.Int64(ProviderColumns.Reserve) / (double)ComputeTerms.UsdUnit * units * 24;
        foreach (ProviderPlace place in mind.Places)
        {
            scale = Math.Max(scale, place.Takes(agent) ? place.GrossPerDay(agent) : 0);
        }

        _set = new ChoiceSet(memory, Math.Max(1e-9, scale));
    }

    /// <summary>Number of options seen.</summary>
    internal readonly int Count => _set.Count;

    /// <summary>Looks at all options and picks one.</summary>
    internal ProviderPlan Choose()
    {
        Add(ProviderPlan.Leave, OptionPath.Leave, _leave);
        _agent.Term("leave.U", _leave);
        Span<ProviderOffer> offers = stackalloc ProviderOffer[ProviderPlace.MostOffers];
        foreach (ProviderPlace place in _mind.Places)
        {
            bool isServing = _now.Network == place.Network;
            if (place.Takes(_agent) && place.IsKnown(_agent))
            {
                int count = place.Offers(_agent, isServing, offers);
                double second = SecondBeside(place);
                for (int i = 0; i < count; i++)
                {
                    AddBoth(place, offers[i], (i, second));
                }
            }
        }

        int chosen = _mind.Rule.Choose(_set, Chooser.Of(_agent));
        _agent.Term("options", _set.Count);
        _agent.Term("scale", _set.Scale);
        return _plans[chosen];
    }

    /// <summary>What the units would bring on the other networks while they serve one; 0 for who is honest.</summary>
    private readonly double SecondBeside(ProviderPlace place)
    {
        double second = 0;
        if (_agent.Int32(ProviderColumns.Opportunistic) == 1)
        {
            foreach (ProviderPlace other in _mind.Places)
            {
                bool isOpen = other != place && other.Takes(_agent) && other.IsKnown(_agent);
                second += isOpen ? other.SecondPerDay(_agent) : 0;
            }
        }

        return second;
    }

    private void AddBoth(ProviderPlace place, in ProviderOffer offer, (int Way, double Usd) second)
    {
        ProviderPlan honest = new(place.Network, offer.Ask);
        Add(place, honest, 2 * second.Way, Complete(offer.Terms, honest));
        if (second.Usd > 0)
        {
            ProviderPlan both = honest with { IsDouble = true };
            ValueTerms terms = Complete(offer.Terms, both);
            Add(place, both, (2 * second.Way) + 1, _mind.Dishonest(terms, second.Usd, _set.Scale));
        }
    }

    /// <summary>What the agent would have to do for it: what it does already costs nothing to begin.</summary>
    private readonly ValueTerms Complete(in ValueTerms terms, ProviderPlan plan)
    {
        bool moves = plan.Network != _now.Network;
        bool switches = moves || plan.IsDouble != _now.IsDouble;
        double income = terms.Income;
        return terms with
        {
            RequiredReturn = _mind.Choice.RequiredReturn,
            HorizonDays = _mind.Choice.HorizonDays,
            SwitchCost = switches ? _mind.Choice.SwitchCost : 0,
            LeadDays = moves ? _mind.LeadDays(_now.Network, plan.Network) : 0,
            RiskAversion = _mind.Choice.RiskAversion,
            Variance = _mind.Choice.RiskAversion > 0 ? income * income : 0,
            Wealth = _mind.WealthOf(_agent),
        };
    }

    private void Add(ProviderPlace place, ProviderPlan plan, int tactic, in ValueTerms terms)
    {
        if (_agent.Cohort.TracedRow == _agent.Row)
        {
            terms.Explain(_agent, $"{place.Name}.{plan.Ask}{(plan.IsDouble ? ".double" : "")}");
        }

        Add(plan, OptionPath.In((ulong)place.Network + 1, 0, (ulong)tactic + 1), terms.Value);
    }

    private void Add(ProviderPlan plan, OptionPath path, double value)
    {
        _plans[_set.Count] = plan;
        _ = plan == _now ? _set.AddCurrent(path, value) : _set.Add(path, value);
    }
}
