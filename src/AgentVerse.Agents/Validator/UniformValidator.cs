using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Bittensor;

namespace AgentVerse.Agents.Validator;

/// <summary>Looks at nothing and gives every uid but its own the same weight.</summary>
internal sealed class UniformValidator(PopulationPlan population, WorldPlanning planning)
    : ScoringPolicy(population, planning, Name)
{
    internal const string Name = "uniform";

    public override bool Score(in ScoringView shown, Span<double> scores)
    {
        scores.Fill(1);
        scores[shown.OwnUid] = 0;
        return true;
    }
}
