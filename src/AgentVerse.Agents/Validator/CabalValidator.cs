using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Bittensor;

namespace AgentVerse.Agents.Validator;

/// <summary>
/// Gives all its weight, in equal parts, to the uids of the populations named by <c>allies</c>; where none has a uid it
/// keeps what stands.
/// </summary>
internal sealed class CabalValidator(PopulationPlan population, WorldPlanning planning)
    : ScoringPolicy(population, planning, Name)
{
    internal const string Name = "cabal";
    private readonly Allies _allies =
        Allies.Of(population, planning, "allies", population.Settings.Texts("allies"));

    public override bool Score(in ScoringView shown, Span<double> scores)
    {
        bool isAny = false;
        for (int uid = 0; uid < scores.Length; uid++)
        {
            if (uid != shown.OwnUid && _allies.ControllerOf(shown.Accounts[uid]) >= 0)
            {
                scores[uid] = 1;
                isAny = true;
            }
        }

        return isAny;
    }
}
