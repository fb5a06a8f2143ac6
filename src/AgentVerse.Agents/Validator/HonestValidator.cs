using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Bittensor;

namespace AgentVerse.Agents.Validator;

/// <summary>Measures every miner's output itself; see <see cref="Measurement"/>.</summary>
internal sealed class HonestValidator(PopulationPlan population, WorldPlanning planning)
    : ScoringPolicy(population, planning, Name)
{
    internal const string Name = "honest";
    private readonly Measurement _measurement = new(population.Settings);

    public override bool Score(in ScoringView shown, Span<double> scores)
    {
        _measurement.Score(shown, scores);
        return true;
    }
}
