using AgentVerse.Agents.Neuron;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Bittensor;

namespace AgentVerse.Agents.Miner;

/// <summary>
/// Does as its controller orders and decides nothing: until it has had a uid it asks for one on its subnet in every tick
/// in which its wallet covers the published price, with all its money as the limit, and serves the model that stands
/// behind its account. Once pruned it does not come back: a controller uses another account for that.
/// </summary>
internal sealed class OrderedMiner : AgentPolicy
{
    internal const string Name = "ordered";
    private readonly PopulationPlan _population;
    private readonly SubnetShards _subnets;
    private readonly int _policy;
    private readonly int _tao;
    private readonly int _delay;

    internal OrderedMiner(PopulationPlan population, WorldPlanning planning)
    {
        _population = population;
        _subnets = new SubnetShards(planning);
        _policy = population.PolicyNames.ToList().IndexOf(Name);
        _tao = planning.FindToken(BittensorTerms.Tao);
        _delay = population.FirstControlled < 0 ? -1 : population.FirstControlled + ControlledColumns.Delay;
    }

    protected override void Step(AgentTick agent)
    {
        if (agent.Int32(NeuronColumns.Uid) >= 0)
        {
            agent.Cohort.Sum(NeuronColumns.SeatedSum, 1);
            return;
        }

        int netuid = agent.Int32(NeuronColumns.Subnet);
        if (netuid < 0 || agent.Int32(NeuronColumns.Registrations) > 0)
        {
            return;
        }

        int shard = _subnets.Of(netuid);
        long price = agent.Board.Get<SubnetBulletin>(shard).BurnPrice;
        long limit = agent.Wallet(_tao);
        agent.Term("limit", limit);
        agent.Term("burnPrice", price);
        if (price <= limit)
        {
            agent.Cohort.Sum(NeuronColumns.BidSum, 1);
            agent.Send(new Intent
            {
                Shard = (ushort)shard,
                Token = (ushort)_tao,
                Kind = IntentKinds.Register,
                Delay = _delay < 0 ? (ushort)0 : (ushort)agent.Int32(_delay),
                Amount = limit,
                A = _policy,
                B = BitConverter.DoubleToInt64Bits(agent.Double(NeuronColumns.Quality)),
                D = (long)_population.UnitOf(agent.Index),
            });
        }
    }
}
