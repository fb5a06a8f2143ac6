using AgentVerse.Agents.Choice;
using AgentVerse.Agents.Compute.Akash;
using AgentVerse.Agents.Miner.Renting;
using AgentVerse.Agents.Neuron;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Akash;
using AgentVerse.Model.Networks.Bittensor;

namespace AgentVerse.Agents.Miner;

/// <summary>
/// Decides by what options are worth: to leave, to stay with another effort or honesty, to register on another subnet.
/// A miner pays its running costs every tick and sells alpha for them; one that owes too much stops. The rule says how
/// it picks among what it sees: <c>logit</c>, <c>bestResponse</c>, <c>imitation</c>, <c>zeroIntelligence</c>. Where its
/// population rents compute it pays leases instead, and serves what the compute that it got makes.
/// </summary>
internal sealed class ChoosingMiner : Policy, IAwardScript
{
    internal const string Logit = "logit";
    internal const string BestResponse = "bestResponse";
    internal const string Imitating = "imitation";
    internal const string Random = "zeroIntelligence";

    /// <summary>Names of the policies that choose.</summary>
    internal static IReadOnlyList<string> Names { get; } = [Logit, BestResponse, Imitating, Random];

    private const int Chunk = 1024;
    private const int OnStack = 1024;
    private readonly MinerMind _mind;
    private readonly MinerLeases? _leases;
    private readonly PopulationPlan _population;
    private readonly int _policy;
    private readonly int _mostOptions;
    private readonly double _reviewProbability;
    private readonly double _tickDays;

    internal ChoosingMiner(PopulationPlan population, WorldPlanning planning, string name)
    {
        _population = population;
        ChoiceSettings choice = ChoiceSettings.Of(population.Settings);
        (IChoiceRule rule, Sight sight) = RuleOf(name, choice);
        _mind = new MinerMind(population, planning, rule, sight);
        _policy = population.PolicyNames.ToList().IndexOf(name);
        _leases = _mind.Compute.Rents ? new MinerLeases(_mind.Compute, new AkashPurse(planning), _policy) : null;
        _mostOptions = 1 + (Tactics.Most * (sight == Sight.All ? _mind.Subnets.Count : BySize.Considered + 1));
        _tickDays = planning.TickSeconds / 86_400.0;
        _reviewProbability = Reviews.Probability(choice.ReviewRate, _tickDays);
    }

    /// <inheritdoc/>
    public bool NeedsAudit => false;

    /// <inheritdoc/>
    public double AcceptsAbove => 0.9;

    /// <summary>It orders what is missing itself.</summary>
    public bool Restarts => false;

    /// <inheritdoc/>
    public int Choose(ReadOnlySpan<BidShown> bids) => Awards.Choose(AwardRule.Cheapest, bids);

    /// <inheritdoc/>
    public override void Step(CohortTick tick, int from, int to)
    {
        int subnets = _mind.Subnets.Count;
        MinerOutlook outlook = subnets <= OnStack
            ? new(stackalloc double[subnets], stackalloc double[subnets])
            : new(new double[subnets], new double[subnets]);
        Span<double> uniforms = stackalloc double[Chunk];
        ReadOnlySpan<ulong> accounts = tick.Columns.UInt64(EngineColumns.Account);
        ReadOnlySpan<int> uids = tick.Columns.Int32(NeuronColumns.Uid);
        ReadOnlySpan<long> debts = tick.Columns.Int64(MinerKind.Debt);
        ReadOnlySpan<long> alphas = tick.Columns.Int64(MinerKind.Alpha);
        ReadOnlySpan<int> formers = tick.Columns.Int32(MinerKind.Former);
        long seated = 0;
        for (int start = from; start < to; start += Chunk)
        {
            Span<double> draws = uniforms[..Math.Min(Chunk, to - start)];
            tick.Draws.FillUniforms(accounts.Slice(start, draws.Length), tick.Tick.Index, HonestMiner.Review, draws);
            for (int row = start; row < start + draws.Length; row++)
            {
                seated += uids[row] >= 0 ? 1 : 0;
                bool isBusy = uids[row] >= 0 || alphas[row] > 0 || debts[row] > 0 || formers[row] >= 0;
                bool reviews = draws[row - start] < _reviewProbability;
                if (isBusy || reviews)
                {
                    Step(new AgentTick(tick, row), ref outlook, reviews);
                }
            }
        }

        tick.Sum(NeuronColumns.SeatedSum, seated);
    }

    private static (IChoiceRule Rule, Sight Sight) RuleOf(string name, ChoiceSettings choice) => name switch
    {
        BestResponse => (NestedLogit.BestResponse, Sight.All),
        Imitating => (new Imitation(1), Sight.OneOther),
        Random => (new ZeroIntelligence(), Sight.Considered),
        _ => (new NestedLogit(choice.Temperature), Sight.Considered),
    };

    private void Step(AgentTick agent, ref MinerOutlook outlook, bool reviews)
    {
        bool isSolvent = Run(agent);
        if (isSolvent && reviews && MayReview(agent))
        {
            outlook.Look(agent.Board, _mind.Subnets, _mind.Purse);
            agent.Cohort.Sum(MinerKind.ReviewSum, 1);
            Review(agent, outlook);
        }
    }

    /// <summary>Leaves what it has moved away from, pays, sells; false if it owes too much to go on.</summary>
    private bool Run(AgentTick agent)
    {
        ref int former = ref agent.Int32(MinerKind.Former);
        if (former >= 0)
        {
            Serve(agent, former, 0, 0);
            _mind.Purse.SellAll(agent, former);
            former = -1;
        }

        Tactic tactic = (Tactic)agent.Int32(MinerKind.Tactic);
        int home = _mind.Subnets.PlaceOf(agent.Int32(NeuronColumns.Subnet));
        bool rents = _leases is not null && home >= 0 && tactic != Tactic.None;
        bool hasOwn = _leases is null && home >= 0;
        double cost = hasOwn ? _mind.Options.CostOf(agent, _mind.Subnets.TaskAt(home), tactic) : 0;
        bool isSolvent = _mind.Purse.TryPay(agent, cost);
        agent.Cohort.Sum(MinerKind.ServingSum, tactic != Tactic.None ? 1 : 0);
        agent.Cohort.Sum(MinerKind.DishonestSum, Tactics.IsDishonest(tactic) ? 1 : 0);
        if (!isSolvent && tactic != Tactic.None)
        {
            Quit(agent);
        }
        else
        {
            _mind.Purse.Sell(agent, rents ? Rent(agent, home, tactic) : 0);
        }

        return isSolvent;
    }

    /// <summary>
    /// Orders compute, and serves what the last period's makes once that is known; returns what it lacks for the next
    /// order, USD base units.
    /// </summary>
    private long Rent(AgentTick agent, int home, Tactic tactic)
    {
        SubnetTask task = _mind.Subnets.TaskAt(home);
        if (_leases!.Step(agent, task, tactic))
        {
            int netuid = _mind.Subnets.NetuidAt(home);
            double quality = QualityOf(agent, new MinerOption(home, tactic));
            if (quality != agent.Double(NeuronColumns.Quality))
            {
                agent.Double(NeuronColumns.Quality) = quality;
                Serve(agent, netuid, quality, _mind.Options.ModelOf(agent.Index, netuid, tactic));
            }
        }

        return _leases.ShortOf(agent, task, tactic);
    }

    /// <summary>Quality of what it puts out with a tactic, by the compute that it was delivered if it rents.</summary>
    private double QualityOf(AgentTick agent, in MinerOption option)
    {
        SubnetBulletin subnet = agent.Board.Get<SubnetBulletin>(_mind.Subnets.ShardAt(option.Place));
        double skill = _mind.Traits.SkillOf(agent.Index, subnet.Task);
        Output output = _mind.Options.OutputOf(agent, subnet, skill, option.Tactic);
        return _leases is null
            ? output.Quality
            : _mind.Options.QualityOf(agent.Index, output, skill, option.Tactic, agent.Double(MinerKind.Delivered));
    }

    /// <summary>Who holds no uid waits until it is admitted.</summary>
    private bool MayReview(AgentTick agent)
    {
        if (agent.Int32(NeuronColumns.Uid) >= 0 || _mind.Choice.Entry.Mode == EntryMode.Open)
        {
            return true;
        }

        TotalsLayout layout = agent.Cohort.World.Totals;
        Totals last = agent.Board.Totals;
        long waiting = last[layout.Awake(_population.Index)]
            - last[layout.Sum(_population.Index, NeuronColumns.SeatedSum)];
        return _mind.Choice.Entry.Admits(
            Chooser.Of(agent), (long)(waiting * _reviewProbability), agent.Tick.Index * _tickDays, _tickDays);
    }

    private void Review(AgentTick agent, MinerOutlook outlook)
    {
        Span<Option> memory = _mostOptions <= OnStack ? stackalloc Option[_mostOptions] : new Option[_mostOptions];
        Span<MinerOption> options =
            _mostOptions <= OnStack ? stackalloc MinerOption[_mostOptions] : new MinerOption[_mostOptions];
        MinerReview review = new(agent, _mind, outlook, memory, options);
        MinerOption option = review.Choose();
        agent.Cohort.Decided(review.Count);
        if (review.IsNow(option))
        {
            return;
        }

        if (option.Tactic == Tactic.None)
        {
            Quit(agent);
        }
        else if (review.Enters(option))
        {
            Register(agent, review, option);
        }
        else
        {
            int netuid = _mind.Subnets.NetuidAt(option.Place);
            if (_leases is not null && agent.Int32(MinerKind.Tactic) == (int)Tactic.None)
            {
                MinerLeases.Begin(
                    agent.Cohort.Columns, agent.Row, agent.Tick.Index, _mind.Compute.ShareOf(agent.Index, option.Tactic));
            }

            double quality = QualityOf(agent, option);
            agent.Int32(MinerKind.Tactic) = (int)option.Tactic;
            agent.Double(NeuronColumns.Quality) = quality;
            Serve(agent, netuid, quality, _mind.Options.ModelOf(agent.Index, netuid, option.Tactic));
        }
    }

    private void Register(AgentTick agent, in MinerReview review, in MinerOption option)
    {
        long wallet = agent.Wallet(_mind.Tao);
        long limit = _mind.Rule is ZeroIntelligence
            ? ZeroIntelligence.Bid(wallet, review.Chooser)
            : Math.Min(wallet, review.LimitOf(option));
        double quality = review.OutputOf(option).Quality;
        agent.Term("limit", limit);
        agent.Int32(MinerKind.Wanted) = (int)option.Tactic;
        agent.Double(MinerKind.Offered) = quality;
        agent.Cohort.Sum(NeuronColumns.BidSum, 1);
        agent.Send(new Intent
        {
            Shard = (ushort)_mind.Subnets.ShardAt(option.Place),
            Token = (ushort)_mind.Tao,
            Kind = IntentKinds.Register,
            Amount = limit,
            A = _policy,
            B = BitConverter.DoubleToInt64Bits(quality),
            C = _population.Settings.Integer("patience"),
            D = _mind.Options.ModelOf(agent.Index, _mind.Subnets.NetuidAt(option.Place), option.Tactic),
        });
    }

    /// <summary>Serves nothing from now on and sells its alpha; the uid is its own until somebody needs it.</summary>
    private void Quit(AgentTick agent)
    {
        int netuid = agent.Int32(NeuronColumns.Subnet);
        agent.Int32(MinerKind.Tactic) = (int)Tactic.None;
        agent.Double(NeuronColumns.Quality) = 0;
        agent.Cohort.Sum(MinerKind.ExitSum, 1);
        Serve(agent, netuid, 0, 0);
        if (agent.Int64(MinerKind.Alpha) > 0)
        {
            _mind.Purse.SellAll(agent, netuid);
        }
    }

    private void Serve(AgentTick agent, int netuid, double quality, long model) => agent.Send(new Intent
    {
        Shard = (ushort)_mind.Subnets.Of(netuid),
        Kind = IntentKinds.Serve,
        B = BitConverter.DoubleToInt64Bits(quality),
        D = model,
    });
}
