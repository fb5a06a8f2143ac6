using AgentVerse.Model.Networks.Bittensor;
using AgentVerse.Model.Numerics;
using AgentVerse.Model.Settings;

namespace AgentVerse.Agents.Validator;

/// <summary>
/// What a validator finds by its own work: score_j = (quality_j * exp(sigma * z_ij))^e with z_ij standard normal, drawn
/// from both accounts and the epoch; of uids that its detector takes for one model, it pays the best alone.
/// </summary>
internal sealed class Measurement
{
    private const int StackUids = 256;
    private static readonly Purpose Noise = Purpose.Of("validator.noise");
    private readonly double _noise;
    private readonly double _exponent;
    private readonly DuplicateDetector _detector;

    internal Measurement(SettingsMap settings)
    {
        _noise = settings.Number("scoreNoise");
        _exponent = settings.Number("scoreExponent");
        _detector = new DuplicateDetector(settings);
    }

    /// <summary>The keys of whoever measures.</summary>
    internal static IReadOnlyList<Field> Fields { get; } =
    [
        Field.Number(
            "scoreNoise", 0.1, 0, 5, "", "Standard deviation of the logarithm of a score about true quality.", "[A]"),
        Field.Number(
            "scoreExponent", 1, 0, 20, "", "Weight = score^value: above 1 rewards the best more than in proportion.",
            "[A]"),
        Field.Number(
            "duplicateAuc", 0.5, 0.5, 0.9999, "",
            "Area under the curve of its detector of uids that serve one model; at 0.5 it pays them all.",
            "[A] blind"),
        Field.Number(
            "duplicateFalsePositives", 0.001, 1e-9, 0.5, "",
            "Share of pairs of different models that the detector takes for one.", "[A]"),
    ];

    /// <summary>Scores all uids but the validator's own.</summary>
    internal void Score(in ScoringView shown, Span<double> scores)
    {
        int count = scores.Length;
        Span<ulong> pairs = count <= StackUids ? stackalloc ulong[StackUids] : new ulong[count];
        Span<double> noise = count <= StackUids ? stackalloc double[StackUids] : new double[count];
        pairs = pairs[..count];
        noise = noise[..count];
        for (int uid = 0; uid < count; uid++)
        {
            pairs[uid] = StableHash.Combine(shown.Validator, shown.Accounts[uid]);
        }

        shown.Draws.FillNormals(pairs, shown.Epoch, Noise, noise);
        for (int uid = 0; uid < count; uid++)
        {
            double quality = shown.Qualities[uid];
            if (quality > 0 && uid != shown.OwnUid)
            {
                double score = quality * DeterministicMath.Exp(_noise * noise[uid]);
                scores[uid] = _exponent == 1 ? score : DeterministicMath.Pow(score, _exponent);
            }
        }

        _detector.LeaveOneOfEach(shown, scores);
    }
}
