using AgentVerse.Agents.Neuron;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Bittensor;

namespace AgentVerse.Agents.Validator;

/// <summary>
/// What every validator does outside of its script: it lets its subnet know which script it follows, asks for its take
/// and, having lost its uid with income to come back to, registers again up to its reservation.
/// </summary>
internal abstract class ScoringPolicy : AgentPolicy, IScorer
{
    private readonly SubnetShards _subnets;
    private readonly int _policy;
    private readonly int _tao;
    private readonly long _reservation;
    private readonly TakePolicy _take;

    protected ScoringPolicy(PopulationPlan population, WorldPlanning planning, string name)
    {
        _subnets = new SubnetShards(planning);
        _policy = population.PolicyNames.ToList().IndexOf(name);
        _tao = planning.FindToken(BittensorTerms.Tao);
        _reservation = population.Settings.Integer("reservation");
        _take = new TakePolicy(population, planning);
    }

    /// <inheritdoc/>
    public virtual bool IsLast => false;

    /// <inheritdoc/>
    public abstract bool Score(in ScoringView shown, Span<double> scores);

    /// <inheritdoc/>
    protected override void Step(AgentTick agent)
    {
        int netuid = agent.Int32(NeuronColumns.Subnet);
        if (netuid < 0)
        {
            return;
        }

        if (agent.Int32(NeuronColumns.Uid) < 0)
        {
            ComeBack(agent, _subnets.Of(netuid));
            return;
        }

        agent.Cohort.Sum(NeuronColumns.SeatedSum, 1);
        if (agent.Int32(ValidatorKind.Script) != _policy)
        {
            agent.Int32(ValidatorKind.Script) = _policy;
            agent.Send(new Intent { Shard = (ushort)_subnets.Of(netuid), Kind = IntentKinds.Script, A = _policy });
        }

        _take.Step(agent, _subnets.Of(netuid));
    }

    private void ComeBack(AgentTick agent, int shard)
    {
        if (agent.Int64(NeuronColumns.IncomeAlpha) == 0)
        {
            return;
        }

        agent.Cohort.Decided(1);
        long limit = Math.Min(_reservation, agent.Wallet(_tao));
        long price = agent.Board.Get<SubnetBulletin>(shard).BurnPrice;
        agent.Term("limit", limit);
        agent.Term("burnPrice", price);
        if (limit >= price)
        {
            agent.Cohort.Sum(NeuronColumns.BidSum, 1);
            agent.Int32(ValidatorKind.Script) = _policy;
            agent.Send(new Intent
            {
                Shard = (ushort)shard,
                Token = (ushort)_tao,
                Kind = IntentKinds.Register,
                Amount = limit,
                A = _policy,
            });
        }
    }
}
