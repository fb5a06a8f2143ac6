using System.Runtime.InteropServices;

using AgentVerse.Model.Networks.Bittensor;
using AgentVerse.Model.Numerics;
using AgentVerse.Model.Settings;

namespace AgentVerse.Agents.Validator;

/// <summary>
/// Compares the outputs of two uids. The statistic of a pair is x = z + d * [one model], z standard normal, drawn once
/// from the validator's and both accounts; a pair with x above the threshold counts as one model:
/// <code>d = sqrt(2) * Q(AUC), threshold = -Q(false positives)</code>
/// with Q the normal quantile: the equal-variance binormal model, whose area under the curve is AUC.
/// </summary>
/// <remarks>Source: Green and Swets, Signal Detection Theory and Psychophysics (1966), for d and the area.</remarks>
internal sealed class DuplicateDetector(SettingsMap settings)
{
    private const double Blind = 0.5;
    private static readonly Purpose Pair = Purpose.Of("validator.duplicate");
    private readonly bool _isBlind = settings.Number("duplicateAuc") <= Blind;
    private readonly double _shift = Math.Sqrt(2) * Quantiles.Normal(settings.Number("duplicateAuc"));
    private readonly double _threshold = -Quantiles.Normal(settings.Number("duplicateFalsePositives"));

    /// <summary>
    /// Goes through the uids from the best score down (ties by account) and takes the score of each that looks like
    /// one already kept.
    /// </summary>
    internal void LeaveOneOfEach(in ScoringView shown, Span<double> scores)
    {
        if (_isBlind)
        {
            return;
        }

        List<int> ranked = [];
        for (int uid = 0; uid < scores.Length; uid++)
        {
            if (scores[uid] > 0)
            {
                ranked.Add(uid);
            }
        }

        Sort(ranked, shown, scores);
        List<int> kept = [];
        List<ulong> pairs = [];
        Span<double> noise = new double[ranked.Count];
        foreach (int uid in ranked)
        {
            pairs.Clear();
            foreach (int other in kept)
            {
                pairs.Add(KeyOf(shown, uid, other));
            }

            Span<double> drawn = noise[..kept.Count];
            shown.Draws.FillNormals(CollectionsMarshal.AsSpan(pairs), -1, Pair, drawn);
            if (LooksLikeAny(shown, uid, kept, drawn))
            {
                scores[uid] = 0;
            }
            else
            {
                kept.Add(uid);
            }
        }
    }

    private bool LooksLikeAny(in ScoringView shown, int uid, List<int> kept, ReadOnlySpan<double> noise)
    {
        for (int i = 0; i < noise.Length; i++)
        {
            double statistic = noise[i] + (shown.Models[uid] == shown.Models[kept[i]] ? _shift : 0);
            if (statistic > _threshold)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>One key for both orders of a pair.</summary>
    private static ulong KeyOf(in ScoringView shown, int a, int b)
    {
        (ulong low, ulong high) = shown.Accounts[a] < shown.Accounts[b]
            ? (shown.Accounts[a], shown.Accounts[b])
            : (shown.Accounts[b], shown.Accounts[a]);
        return StableHash.Combine(shown.Validator, StableHash.Combine(low, high));
    }

    private static void Sort(List<int> ranked, in ScoringView shown, ReadOnlySpan<double> scores)
    {
        (double Score, ulong Account)[] keys = new (double, ulong)[ranked.Count];
        for (int i = 0; i < keys.Length; i++)
        {
            keys[i] = (-scores[ranked[i]], shown.Accounts[ranked[i]]);
        }

        int[] uids = [.. ranked];
        Array.Sort(keys, uids);
        ranked.Clear();
        ranked.AddRange(uids);
    }
}
