using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Bittensor;
using AgentVerse.Model.Numerics;

namespace AgentVerse.Agents.Validator;

/// <summary>
/// Measures in one epoch of <c>lazyPeriod</c>, which one is drawn by its account, and sets the weights that stand again
/// in the others: it stays active, and newcomers wait.
/// </summary>
internal sealed class LazyValidator(PopulationPlan population, WorldPlanning planning)
    : ScoringPolicy(population, planning, Name)
{
    internal const string Name = "lazy";
    private static readonly Purpose Phase = Purpose.Of("validator.lazyPhase");
    private readonly Measurement _measurement = new(population.Settings);
    private readonly int _period = population.Settings.Int32("lazyPeriod");

    public override bool Score(in ScoringView shown, Span<double> scores)
    {
        long phase = shown.Draws.At(shown.Validator, -1).Below(Phase, _period);
        if (shown.Epoch % _period == phase || !shown.Standing.ContainsAnyExcept((ushort)0))
        {
            _measurement.Score(shown, scores);
            return true;
        }

        for (int uid = 0; uid < scores.Length; uid++)
        {
            scores[uid] = shown.Standing[uid];
        }

        return true;
    }
}
