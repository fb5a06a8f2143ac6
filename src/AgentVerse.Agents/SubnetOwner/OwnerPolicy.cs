using AgentVerse.Agents.Choice;
using AgentVerse.Agents.Staker;
using AgentVerse.Agents.Validator;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Bittensor;
using AgentVerse.Model.Numerics;

namespace AgentVerse.Agents.SubnetOwner;

/// <summary>
/// An owner: registers a subnet when its strategy says so, sets what it wants there, validates with its own hotkey once
/// that has stake enough, and sells of its cut what the strategy sells.
/// </summary>
internal sealed class OwnerPolicy : AgentPolicy, IScorer
{
    private static readonly Purpose Review = Purpose.Of("subnetOwner.review");
    private readonly OwnerStrategy _strategy;
    private readonly StakeOrders _orders;
    private readonly StakeRounds? _rounds;
    private readonly SubnetValue _value;
    private readonly OwnerSettings _settings;
    private readonly Measurement _measurement;
    private readonly int _policy;
    private readonly double _reviewProbability;
    private readonly double _sellShare;
    private readonly int _attackFrom;

    internal OwnerPolicy(PopulationPlan population, WorldPlanning planning, OwnerStrategy strategy)
    {
        _strategy = strategy;
        _orders = new StakeOrders(planning);
        bool isRaid = strategy.Founding == OwnerFounding.Raid;
        _rounds = isRaid ? new StakeRounds(population, planning, repeats: false) : null;
        _value = new SubnetValue(population, planning, _orders.Places);
        _settings = new OwnerSettings(population.Settings);
        _measurement = new Measurement(population.Settings);
        _policy = population.PolicyNames.ToList().IndexOf(strategy.Name);
        double rate = population.Settings.Number("reviewRate");
        _reviewProbability = Reviews.Probability(rate, planning.TickSeconds / 86_400.0);
        _sellShare = population.Settings.Number("sellShare");
        _attackFrom = population.Settings.Int32("attackFrom");
    }

    /// <inheritdoc/>
    public bool Score(in ScoringView shown, Span<double> scores)
    {
        _measurement.Score(shown, scores);
        return true;
    }

    /// <inheritdoc/>
    protected override void Step(AgentTick agent)
    {
        bool reviews = agent.Uniform(Review) < _reviewProbability;
        _rounds?.Step(agent);
        int netuid = agent.Int32(SubnetOwnerKind.OwnSubnet);
        if (netuid >= 0)
        {
            agent.Cohort.Sum(SubnetOwnerKind.OwnersSum, 1);
            Follow(agent, _orders.Places.Of(netuid));
            _settings.Step(agent, _orders.Places.Of(netuid));
            Sell(agent, netuid, reviews);
        }
        else
        {
            Found(agent, reviews);
        }
    }

    /// <summary>Lets the subnet know which script it follows.</summary>
    private void Follow(AgentTick agent, int shard)
    {
        if (agent.Int32(SubnetOwnerKind.Script) != _policy)
        {
            agent.Int32(SubnetOwnerKind.Script) = _policy;
            agent.Send(new Intent { Shard = (ushort)shard, Kind = IntentKinds.Script, A = _policy });
        }
    }

    private void Sell(AgentTick agent, int netuid, bool reviews)
    {
        bool isDue = agent.Tick.Index >= _attackFrom;
        bool isRug = _strategy.Selling == OwnerSelling.Rug && agent.Tick.Index == _attackFrom;
        double share = _strategy.Selling switch
        {
            OwnerSelling.Share => reviews ? _sellShare : 0,
            OwnerSelling.AtOnce => 1,
            OwnerSelling.Rug => isDue ? 1 : 0,
            _ => 0,
        };
        ref long unsold = ref agent.Int64(SubnetOwnerKind.Unsold);
        long alpha = isRug ? long.MaxValue : (long)(unsold * share);
        if (alpha > 0)
        {
            agent.Int64(SubnetOwnerKind.Selling) = isRug ? unsold : alpha;
            unsold = 0;
            agent.Term("sells", alpha);
            _orders.Sell(agent, netuid, agent.Account, alpha);
        }
    }

    private void Found(AgentTick agent, bool reviews)
    {
        ChainBulletin chain = agent.Board.Get<ChainBulletin>(_orders.Places.Chain);
        bool wants = chain.SlotToEvict >= 0 && agent.Wallet(_orders.Tao) >= chain.LockCost && _strategy.Founding switch
        {
            OwnerFounding.ByValue => reviews && _value.IsWorthwhile(agent, chain),
            OwnerFounding.Raid => _rounds!.HasSold(agent) && chain.SlotToEvict == _rounds.TargetShard,
            _ => false,
        };
        if (wants)
        {
            agent.Cohort.Sum(SubnetOwnerKind.BidsSum, 1);
            agent.Int32(SubnetOwnerKind.Script) = _policy;
            agent.Send(new Intent
            {
                Shard = (ushort)chain.SlotToEvict,
                Token = (ushort)_orders.Tao,
                Kind = IntentKinds.RegisterSubnet,
                Amount = chain.LockCost,
                A = _policy,
            });
        }
    }
}
