using AgentVerse.Agents.Neuron;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Bittensor;
using AgentVerse.Model.Numerics;

namespace AgentVerse.Agents.Miner;

/// <summary>
/// Mines with its own quality. Without a uid it reviews with probability 1 - exp(-rate * tick) and registers on its
/// home subnet if the price is at most its limit:
/// <code>limit = min(wallet, optimism * y * p * (1 - exp(-(r + h) * H)) / (r + h))</code>
/// with y the alpha a day and h the prunings a day that the subnet publishes for the decile of its quality, p the price
/// of alpha, r the required return, H the horizon. With a uid it stays: what it paid is sunk.
/// </summary>
internal sealed class HonestMiner : AgentPolicy
{
    internal const string Name = "honest";
    private const int Options = 2;

    /// <summary>Draws by which miners of any policy review.</summary>
    internal static readonly Purpose Review = Purpose.Of("miner.review");

    private readonly PopulationPlan _population;
    private readonly SubnetShards _subnets;
    private readonly int _policy;
    private readonly int _tao;
    private readonly double _reviewProbability;
    private readonly double _horizon;
    private readonly double _return;

    internal HonestMiner(PopulationPlan population, WorldPlanning planning, string name = Name)
    {
        _population = population;
        _subnets = new SubnetShards(planning);
        _policy = population.PolicyNames.ToList().IndexOf(name);
        _tao = planning.FindToken(BittensorTerms.Tao);
        double days = planning.TickSeconds / 86_400.0;
        _reviewProbability = 1 - DeterministicMath.Exp(-population.Settings.Number("reviewRate") * days);
        _horizon = population.Settings.Number("horizonDays");
        _return = population.Settings.Number("requiredReturn");
    }

    protected override void Step(AgentTick agent) => Mine(agent);

    /// <summary>Steps one agent; other policies mine by it too.</summary>
    internal void Mine(AgentTick agent)
    {
        int netuid = agent.Int32(NeuronColumns.Subnet);
        if (agent.Int32(NeuronColumns.Uid) >= 0)
        {
            agent.Cohort.Sum(NeuronColumns.SeatedSum, 1);
            return;
        }

        if (netuid < 0 || agent.Uniform(Review) >= _reviewProbability)
        {
            return;
        }

        agent.Cohort.Decided(Options);
        agent.Cohort.Sum(MinerKind.ReviewSum, 1);
        int shard = _subnets.Of(netuid);
        SubnetBulletin subnet = agent.Board.Get<SubnetBulletin>(shard);
        long limit = Limit(agent, subnet);
        if (subnet.BurnPrice <= limit)
        {
            agent.Cohort.Sum(NeuronColumns.BidSum, 1);
            agent.Send(new Intent
            {
                Shard = (ushort)shard,
                Token = (ushort)_tao,
                Kind = IntentKinds.Register,
                Amount = limit,
                A = _policy,
                B = BitConverter.DoubleToInt64Bits(agent.Double(NeuronColumns.Quality)),
                D = (long)_population.UnitOf(agent.Index),
            });
        }
    }

    private long Limit(AgentTick agent, SubnetBulletin subnet)
    {
        int decile = subnet.DecileOf(agent.Double(NeuronColumns.Quality));
        double raoPerDay = subnet.IncomeByDecile[decile] * subnet.AlphaPrice;
        double rate = _return + subnet.HazardByDecile[decile];
        double days = rate > 0 ? (1 - DeterministicMath.Exp(-rate * _horizon)) / rate : _horizon;
        double worth = agent.Double(MinerKind.Optimism) * raoPerDay * days;
        long limit = (long)Math.Min(worth, agent.Wallet(_tao));
        agent.Term("decile", decile);
        agent.Term("raoPerDay", raoPerDay);
        agent.Term("days", days);
        agent.Term("worth", worth);
        agent.Term("limit", limit);
        agent.Term("burnPrice", subnet.BurnPrice);
        return limit;
    }
}
