using AgentVerse.Agents.Neuron;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Bittensor;

namespace AgentVerse.Agents.Miner;

/// <summary>
/// Registers only to lift the price for others: whenever it holds no uid and the price stands below its threshold,
/// until its budget is spent. It serves nothing, so that it is soon pruned and can register again.
/// </summary>
internal sealed class GriefingMiner : AgentPolicy
{
    internal const string Name = "griefer";
    private readonly SubnetShards _subnets;
    private readonly int _tao;
    private readonly int _policy;
    private readonly int _target;
    private readonly long _budget;
    private readonly long _below;

    internal GriefingMiner(PopulationPlan population, WorldPlanning planning)
    {
        _subnets = new SubnetShards(planning);
        _tao = planning.FindToken(BittensorTerms.Tao);
        _policy = population.PolicyNames.ToList().IndexOf(Name);
        _target = population.Settings.Int32("griefNetuid");
        _budget = population.Settings.Integer("griefBudget");
        _below = population.Settings.Integer("griefBelow");
        if (_target > 0 && (_target > _subnets.MostNetuid || _subnets.PlaceOf(_target) < 0))
        {
            planning.Problems.Add(population.Settings.Problem(
                "griefNetuid", $"{_target}", "the number of a subnet of the run, or 0", "name one"));
        }
    }

    protected override void Step(AgentTick agent)
    {
        if (agent.Int32(NeuronColumns.Uid) >= 0)
        {
            agent.Cohort.Sum(NeuronColumns.SeatedSum, 1);
            return;
        }

        int netuid = _target > 0 ? _target : agent.Int32(NeuronColumns.Subnet);
        if (netuid < 0)
        {
            return;
        }

        int shard = _subnets.Of(netuid);
        long price = agent.Board.Get<SubnetBulletin>(shard).BurnPrice;
        long left = Math.Min(_budget - agent.Int64(NeuronColumns.Spent), agent.Wallet(_tao));
        long limit = Math.Min(left, _below);
        agent.Term("burnPrice", price);
        agent.Term("limit", limit);
        if (price <= limit)
        {
            agent.Cohort.Sum(NeuronColumns.BidSum, 1);
            agent.Send(new Intent
            {
                Shard = (ushort)shard, Token = (ushort)_tao, Kind = IntentKinds.Register, Amount = limit, A = _policy,
            });
        }
    }
}
