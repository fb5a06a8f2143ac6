using AgentVerse.Agents.Neuron;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Bittensor;

namespace AgentVerse.Agents.Miner;

/// <summary>Mines like an honest miner, keeps all alpha, and sells it at once in one tick.</summary>
internal sealed class DumpingMiner(PopulationPlan population, WorldPlanning planning) : AgentPolicy
{
    internal const string Name = "dumper";
    private readonly HonestMiner _mining = new(population, planning, Name);
    private readonly SubnetShards _subnets = new(planning);
    private readonly int _tick = population.Settings.Int32("dumpTick");

    protected override void Step(AgentTick agent)
    {
        _mining.Mine(agent);
        if (agent.Tick.Index == _tick && agent.Int64(MinerKind.Alpha) > 0)
        {
            agent.Term("sold", agent.Int64(MinerKind.Alpha));
            agent.Send(new Intent
            {
                Shard = (ushort)_subnets.Of(agent.Int32(NeuronColumns.Subnet)),
                Kind = IntentKinds.Unstake,
                A = (long)agent.Account,
                B = long.MaxValue,
            });
        }
    }
}
