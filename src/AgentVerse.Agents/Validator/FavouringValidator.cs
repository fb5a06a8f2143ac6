using AgentVerse.Model.Contracts;
using AgentVerse.Model.Networks.Bittensor;

namespace AgentVerse.Agents.Validator;

/// <summary>
/// Self-weighting through a second uid: the chain drops a weight on oneself, but not on a miner of the same controller.
/// The validator of controller k gives the share f = <c>favourShare</c> of its weight to the uids of controller k of
/// the population <c>favoured</c>, and measures the others as an honest one does:
/// <code>w_own = f / n, w_j = (1 - f) * score_j / sum of the others' scores</code>
/// Without such a uid it is honest.
/// </summary>
internal sealed class FavouringValidator : ScoringPolicy
{
    internal const string Name = "selfWeight";
    private readonly Measurement _measurement;
    private readonly Allies _selves;
    private readonly Allies _favoured;
    private readonly double _share;

    internal FavouringValidator(PopulationPlan population, WorldPlanning planning)
        : base(population, planning, Name)
    {
        _measurement = new Measurement(population.Settings);
        _share = population.Settings.Number("favourShare");
        _selves = Allies.Of(population, planning, "name", [population.Name]);
        string favoured = population.Settings.Text("favoured");
        _favoured = Allies.Of(population, planning, "favoured", favoured.Length == 0 ? [] : [favoured]);
    }

    public override bool Score(in ScoringView shown, Span<double> scores)
    {
        _measurement.Score(shown, scores);
        int self = _selves.ControllerOf(shown.Validator);
        int own = 0;
        double others = 0;
        for (int uid = 0; uid < scores.Length; uid++)
        {
            bool isOwn = IsOwn(shown, uid, self);
            own += isOwn ? 1 : 0;
            others += isOwn ? 0 : scores[uid];
        }

        for (int uid = 0; own > 0 && uid < scores.Length; uid++)
        {
            scores[uid] = IsOwn(shown, uid, self) ? _share / own
                : others > 0 ? (1 - _share) * scores[uid] / others
                : 0;
        }

        return true;
    }

    private bool IsOwn(in ScoringView shown, int uid, int self) =>
        uid != shown.OwnUid && self >= 0 && _favoured.ControllerOf(shown.Accounts[uid]) == self;
}
