using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Bittensor;

namespace AgentVerse.Agents.Validator;

/// <summary>Sets the weights that stand again, so that a real metagraph keeps its own; newcomers get none.</summary>
internal sealed class StandingValidator(PopulationPlan population, WorldPlanning planning)
    : ScoringPolicy(population, planning, Name)
{
    internal const string Name = "standing";

    public override bool Score(in ScoringView shown, Span<double> scores)
    {
        for (int uid = 0; uid < scores.Length; uid++)
        {
            scores[uid] = shown.Standing[uid];
        }

        return true;
    }
}
