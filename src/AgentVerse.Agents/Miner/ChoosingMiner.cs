using AgentVerse.Agents.Choice;
using AgentVerse.Agents.Neuron;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Bittensor;

namespace AgentVerse.Agents.Miner;

/// <summary>
/// Decides by what options are worth: to leave, to stay with another effort or honesty, to register on another subnet.
/// A miner pays its running costs every tick and sells alpha for them; one that owes too much stops. The rule says how
/// it picks among what it sees: <c>logit</c>, <c>bestResponse</c>, <c>imitation</c>, <c>zeroIntelligence</c>.
/// </summary>
internal sealed class ChoosingMiner : Policy
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
        _mostOptions = 1 + (Tactics.Most * (sight == Sight.All ? _mind.Subnets.Count : BySize.Considered + 1));
        _tickDays = planning.TickSeconds / 86_400.0;
        _reviewProbability = Reviews.Probability(choice.ReviewRate, _tickDays);
    }

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
        double cost = home < 0 ? 0 : _mind.Options.CostOf(agent.Index, _mind.Subnets.TaskAt(home), tactic);
        bool isSolvent = _mind.Purse.TryPay(agent, cost);
        agent.Cohort.Sum(MinerKind.ServingSum, tactic != Tactic.None ? 1 : 0);
        agent.Cohort.Sum(MinerKind.DishonestSum, Tactics.IsDishonest(tactic) ? 1 : 0);
        if (!isSolvent && tactic != Tactic.None)
        {
            Quit(agent);
        }
        else
        {
            _mind.Purse.Sell(agent);
        }

        return isSolvent;
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
            double quality = review.OutputOf(option).Quality;
            int netuid = _mind.Subnets.NetuidAt(option.Place);
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
