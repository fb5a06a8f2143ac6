using AgentVerse.Agents.Neuron;
using AgentVerse.Model.Contracts;
using AgentVerse.Model.Numerics;

namespace AgentVerse.Agents.Miner;

/// <summary>What a miner is born with: quality and optimism, both log-normal and drawn from its account.</summary>
internal sealed class MinerBehaviour : NeuronBehaviour
{
    private static readonly Purpose Skill = Purpose.Of("miner.skill");
    private static readonly Purpose Optimism = Purpose.Of("miner.optimism");
    private readonly Draws _draws;
    private readonly double _skillSpread;
    private readonly double _reservationSpread;

    internal MinerBehaviour(PopulationPlan population, WorldPlanning planning)
        : base(population, planning)
    {
        _draws = planning.Draws;
        _skillSpread = population.Settings.Number("skillSpread");
        _reservationSpread = population.Settings.Number("reservationSpread");
    }

    public override void Born(CohortTick tick, int row)
    {
        base.Born(tick, row);
        ulong account = tick.Columns.UInt64(EngineColumns.Account)[row];
        tick.Columns.Double(
            MinerKind.Optimism)[row] = _draws.At(account, -1).LogNormal(Optimism, 0, _reservationSpread);
    }

    protected override double OwnQuality(ulong unit) => _draws.At(unit, -1).LogNormal(Skill, 0, _skillSpread);
}
