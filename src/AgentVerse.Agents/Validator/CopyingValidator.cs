using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Bittensor;

namespace AgentVerse.Agents.Validator;

/// <summary>
/// Measures nothing and sets the consensus that the chain published <c>copyDelay</c> epochs ago (1: in the last epoch)
/// as its weights. Until there is one it sets none.
/// </summary>
internal sealed class CopyingValidator(PopulationPlan population, WorldPlanning planning)
    : ScoringPolicy(population, planning, Name)
{
    internal const string Name = "copy";
    private readonly int _delay = population.Settings.Int32("copyDelay");

    public override bool Score(in ScoringView shown, Span<double> scores)
    {
        int from = (_delay - 1) * scores.Length;
        if (from + scores.Length > shown.ConsensusHistory.Length)
        {
            return false;
        }

        for (int uid = 0; uid < scores.Length; uid++)
        {
            scores[uid] = shown.ConsensusHistory[from + uid];
        }

        return true;
    }
}
