using AgentVerse.Agents.Staker;
using AgentVerse.Model.Contracts;

namespace AgentVerse.Agents.Nominator;

/// <summary>
/// Accumulates stake on one subnet and sells all in a tick: once (<c>dump</c>), or again and again (<c>wash</c>).
/// </summary>
internal sealed class RoundsNominator(PopulationPlan population, WorldPlanning planning, bool repeats) : AgentPolicy
{
    internal const string Dump = "dump";
    internal const string Wash = "wash";
    private readonly StakeRounds _rounds = new(population, planning, repeats);

    protected override void Step(AgentTick agent) => _rounds.Step(agent);
}
