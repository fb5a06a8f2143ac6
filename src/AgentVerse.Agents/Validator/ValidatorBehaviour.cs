using AgentVerse.Agents.Neuron;
using AgentVerse.Model.Contracts;

namespace AgentVerse.Agents.Validator;

/// <summary>What a validator is born with: it produces no output of its own.</summary>
internal sealed class ValidatorBehaviour(PopulationPlan population, WorldPlanning planning)
    : NeuronBehaviour(population, planning)
{
    protected override double OwnQuality(int index) => 0;
}
