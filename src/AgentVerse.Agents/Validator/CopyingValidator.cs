using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Bittensor;

namespace AgentVerse.Agents.Validator;

/// <summary>
/// Measures nothing and sets the consensus that the chain published <c>copyDelay</c> epochs ago (1: in the last epoch)
/// as its weights; at 0 it waits for the last block before an epoch and sets the consensus of the weights that stand
/// then. Until there is one it sets none.
/// </summary>
internal sealed class CopyingValidator(PopulationPlan population, WorldPlanning planning)
    : ScoringPolicy(population, planning, Name)
{
    internal const string Name = "copy";
    private readonly int _delay = population.Settings.Int32("copyDelay");

    public override bool IsLast => _delay == 0;

    public override bool Score(in ScoringView shown, Span<double> scores)
    {
        if (_delay == 0)
        {
            return StandingConsensus.TryCompute(shown, scores);
        }

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
