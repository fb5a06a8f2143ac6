using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Bittensor;

namespace AgentVerse.Agents.Validator;

/// <summary>
/// Gives all weight to the uid of the subnet's owner, whose incentive the chain withholds: miners get nothing. Without
/// an owner it keeps what stands.
/// </summary>
internal sealed class BurningValidator(PopulationPlan population, WorldPlanning planning)
    : ScoringPolicy(population, planning, Name)
{
    internal const string Name = "burn";

    public override bool Score(in ScoringView shown, Span<double> scores)
    {
        if (shown.OwnerUid < 0 || shown.OwnerUid == shown.OwnUid)
        {
            return false;
        }

        scores[shown.OwnerUid] = 1;
        return true;
    }
}
