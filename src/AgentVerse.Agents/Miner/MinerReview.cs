using AgentVerse.Agents.Choice;
using AgentVerse.Agents.Neuron;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Bittensor;

namespace AgentVerse.Agents.Miner;

/// <summary>An option of a miner beside its place in the choice.</summary>
/// <param name="Place">Place of the subnet; -1 to serve nowhere.</param>
/// <param name="Tactic">Tactic there.</param>
internal readonly record struct MinerOption(int Place, Tactic Tactic);

/// <summary>How widely a rule looks.</summary>
internal enum Sight
{
    /// <summary>What it does, leaving, and eight subnets drawn by size.</summary>
    Considered,

    /// <summary>All subnets.</summary>
    All,

    /// <summary>What it does, and one other miner.</summary>
    OneOther,
}

/// <summary>One review of one miner: the options it sees, what they are worth, and which it picks.</summary>
internal ref struct MinerReview
{
    private const double MostRao = 21e15;
    private readonly AgentTick _agent;
    private readonly MinerMind _mind;
    private readonly MinerOutlook _outlook;
    private readonly Span<MinerOption> _options;
    private readonly Tactic _now;
    private readonly Tactic _last;
    private readonly int _home;
    private readonly bool _holdsUid;
    private readonly double _leave;
    private readonly double _riskWealth;
    private ChoiceSet _set;

    internal MinerReview(
        AgentTick agent, MinerMind mind, MinerOutlook outlook, Span<Option> memory, Span<MinerOption> options)
    {
        _agent = agent;
        _mind = mind;
        _outlook = outlook;
        _options = options;
        _home = mind.Subnets.PlaceOf(agent.Int32(NeuronColumns.Subnet));
        _holdsUid = agent.Int32(NeuronColumns.Uid) >= 0;
        _now = (Tactic)agent.Int32(MinerKind.Tactic);
        _last = mind.Options.LastOf(agent.Index);
        _leave = mind.Traits.ReservationOf(agent.Index);
        _riskWealth = mind.RiskWealthOf(agent, outlook.TaoUsd);
        double running = _home < 0 ? 0 : mind.Options.CostOf(agent, mind.Subnets.TaskAt(_home), _now);
        double scale = Math.Max(running, outlook.MedianIncome);
        _set = new ChoiceSet(memory, scale > 0 ? scale : 1);
        Chooser = Chooser.Of(agent);
    }

    /// <summary>Who chooses.</summary>
    internal Chooser Chooser { get; }

    /// <summary>Number of options seen.</summary>
    internal readonly int Count => _set.Count;

    /// <summary>Looks at the options that the rule can see and picks one.</summary>
    internal MinerOption Choose()
    {
        switch (_mind.Sight)
        {
            case Sight.OneOther:
                AddOwn();
                AddOneOther();
                break;
            case Sight.All:
                AddLeave();
                AddAll();
                break;
            default:
                AddLeave();
                AddConsidered();
                break;
        }

        int chosen = _mind.Rule.Choose(_set, Chooser);
        _agent.Term("options", _set.Count);
        _agent.Term("scale", _set.Scale);
        _agent.Term("chosen.place", _options[chosen].Place);
        _agent.Term("chosen.tactic", (int)_options[chosen].Tactic);
        return _options[chosen];
    }

    /// <summary>What the agent would serve with an option.</summary>
    internal readonly Output OutputOf(in MinerOption option) =>
        _mind.Options.OutputOf(_agent, SubnetAt(option.Place), SkillAt(option.Place), option.Tactic);

    /// <summary>
    /// Most that a uid for an option is worth, rao: the price at which entering is worth no more than what the agent
    /// does now or leaving, and at least the price that it has decided to pay.
    /// </summary>
    internal readonly long LimitOf(in MinerOption option)
    {
        ValueTerms free = TermsOf(option, SkillAt(option.Place)) with { EntryCost = 0 };
        double now = _set.Current < 0 ? _leave : Math.Max(_leave, _set[_set.Current].Value);
        double usd = (free.Value - now) / Annuity.PerDay(free.RequiredReturn, free.HorizonDays);
        double rao = Math.Clamp(usd / _outlook.TaoUsd * BittensorTerms.UnitsPerToken, 0, MostRao);
        _agent.Term("worthRao", rao);
        return Math.Max(SubnetAt(option.Place).BurnPrice, (long)rao);
    }

    /// <summary>Whether the agent already does what an option says.</summary>
    internal readonly bool IsNow(in MinerOption option) => option.Tactic == Tactic.None
        ? _now == Tactic.None
        : _holdsUid && option.Place == _home && option.Tactic == _now;

    /// <summary>Whether an option needs a uid that the agent does not hold.</summary>
    internal readonly bool Enters(in MinerOption option) => !_holdsUid || option.Place != _home;

    private void AddLeave()
    {
        _agent.Term("leave.U", _leave);
        _options[_set.Count] = new MinerOption(-1, Tactic.None);
        _ = _now == Tactic.None ? _set.AddCurrent(OptionPath.Leave, _leave) : _set.Add(OptionPath.Leave, _leave);
    }

    private void AddConsidered()
    {
        Span<int> known = stackalloc int[BySize.Considered + 1];
        int begins = 0;
        if (_holdsUid && _home >= 0)
        {
            known[begins++] = _home;
        }

        int count = BySize.Draw(_outlook.Sizes, Chooser, known[..(begins + BySize.Considered)], begins);
        foreach (int place in known[..count])
        {
            AddTactics(place);
        }
    }

    private void AddAll()
    {
        for (int place = 0; place < _mind.Subnets.Count; place++)
        {
            AddTactics(place);
        }
    }

    private void AddTactics(int place)
    {
        if (!CanPay(new MinerOption(place, Tactic.FullEffort)))
        {
            return;
        }

        double skill = SkillAt(place);
        for (Tactic tactic = Tactic.HalfEffort; tactic <= _last; tactic++)
        {
            if (_mind.Options.IsOpen(_agent.Index, tactic))
            {
                MinerOption option = new(place, tactic);
                Add(option, TermsOf(option, skill));
            }
        }
    }

    private void AddOwn()
    {
        if (_now == Tactic.None || _home < 0)
        {
            AddLeave();
            return;
        }

        MinerOption own = new(_home, _now);
        Add(own, TermsOf(own, SkillAt(_home)));
    }

    /// <summary>
    /// Another miner at full effort: its subnet is drawn by uids, its income from the subnet's deciles. Who imitates
    /// takes that for what it would have itself.
    /// </summary>
    private void AddOneOther()
    {
        MinerOption seen = new(Imitation.See(_outlook.Uids, Chooser), Tactic.FullEffort);
        if (seen.Place >= 0 && !IsNow(seen) && CanPay(seen))
        {
            int decile = Imitation.ClassSeen(BittensorTerms.Deciles, Chooser);
            double alpha = SubnetAt(seen.Place).IncomeByDecile[decile] / BittensorTerms.UnitsPerToken;
            Add(seen, TermsOf(seen, SkillAt(seen.Place)) with { Admitted = 1, TokensPerDay = alpha });
        }
    }

    private void Add(in MinerOption option, in ValueTerms terms)
    {
        int netuid = _mind.Subnets.NetuidAt(option.Place);
        if (_agent.Cohort.TracedRow == _agent.Row)
        {
            terms.Explain(_agent, $"{netuid}.{option.Tactic}");
        }

        OptionPath path = MinerOptions.PathOf(netuid, option.Tactic);
        _options[_set.Count] = option;
        _ = IsNow(option) ? _set.AddCurrent(path, terms.Value) : _set.Add(path, terms.Value);
    }

    private readonly ValueTerms TermsOf(in MinerOption option, double skill)
    {
        SubnetBulletin subnet = SubnetAt(option.Place);
        Output output = _mind.Options.OutputOf(_agent, subnet, skill, option.Tactic);
        output = output with { Quality = _mind.Options.HopedOf(_agent.Board, subnet.Task, output.Quality) };
        bool enters = Enters(option);
        OptionCase how = new(enters, !IsNow(option), Tactics.IsDishonest(option.Tactic), _riskWealth)
        {
            Optimism = enters ? _agent.Double(MinerKind.Optimism) : 1,
        };
        return _mind.Options.TermsOf(subnet, output, _outlook, how);
    }

    private readonly bool CanPay(in MinerOption option) =>
        !Enters(option) || SubnetAt(option.Place).BurnPrice <= _agent.Wallet(_mind.Tao);

    private readonly double SkillAt(int place) => _mind.Traits.SkillOf(_agent.Index, _mind.Subnets.TaskAt(place));

    private readonly SubnetBulletin SubnetAt(int place) =>
        _agent.Board.Get<SubnetBulletin>(_mind.Subnets.ShardAt(place));
}
