using AgentVerse.Agents.Neuron;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Bittensor;
using AgentVerse.Model.Numerics;

namespace AgentVerse.Agents.Miner;

/// <summary>
/// Holds its uid while its quality drifts: the logarithm x of quality reverts to the miners' median, and is spread as
/// at birth at all times,
/// <code>x' = k x + s sqrt(1 - k^2) z, k = 2^(-tick / half-life)</code>
/// with s the spread of skill and z standard normal. It tells its subnet after every change, and never registers.
/// </summary>
internal sealed class DriftingMiner : AgentPolicy
{
    internal const string Name = "drifting";
    private static readonly Purpose Drift = Purpose.Of("miner.drift");
    private readonly SubnetShards _subnets;
    private readonly double _kept;
    private readonly double _spread;

    internal DriftingMiner(PopulationPlan population, WorldPlanning planning)
    {
        _subnets = new SubnetShards(planning);
        double halfLife = population.Settings.Number("driftHalfLifeDays");
        double days = planning.TickSeconds / 86_400.0;
        _kept = DeterministicMath.Exp(-DeterministicMath.Log(2) * days / halfLife);
        _spread = population.Settings.Number("skillSpread") * Math.Sqrt(1 - (_kept * _kept));
    }

    protected override void Step(AgentTick agent)
    {
        ref double quality = ref agent.Double(NeuronColumns.Quality);
        if (agent.Int32(NeuronColumns.Uid) < 0 || quality <= 0)
        {
            return;
        }

        agent.Cohort.Sum(NeuronColumns.SeatedSum, 1);
        double z = agent.Cohort.Draws.At(agent.Account, agent.Tick.Index).Normal(Drift);
        quality = DeterministicMath.Exp((_kept * DeterministicMath.Log(quality)) + (_spread * z));
        agent.Term("quality", quality);
        agent.Send(new Intent
        {
            Shard = (ushort)_subnets.Of(agent.Int32(NeuronColumns.Subnet)),
            Kind = IntentKinds.Serve,
            B = BitConverter.DoubleToInt64Bits(quality),
        });
    }
}
