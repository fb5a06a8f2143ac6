using AgentVerse.Mechanisms.Intelligence.Bittensor.Arithmetic;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor;

/// <summary>The stake-weighted median that makes consensus.</summary>
/// <remarks>
/// Source: opentensor/subtensor 14bc6f9f, pallets/subtensor/src/epoch/math.rs (weighted_median). Stake is integer, so the
/// answer does not depend on the order of the scores or the choice of pivots.
/// </remarks>
public static class WeightedMedian
{
    /// <summary>
    /// The smallest score v such that the stake with score at most v exceeds the minority; the largest score when no stake
    /// exceeds it, 0 when there is no score. Quick-select in place, O(n) on average.
    /// </summary>
    /// <param name="score">Scores; reordered by the call.</param>
    /// <param name="stake">Stake of each score, at least 0; reordered alike.</param>
    /// <param name="minority">Sum of stake less the majority.</param>
    /// <param name="below">Stake that is known to be below every score.</param>
    public static I32F32 Select(Span<I32F32> score, Span<I32F32> stake, I32F32 minority, I32F32 below)
    {
        int from = 0, to = score.Length;
        while (to - from > 1)
        {
            I32F32 pivot = score[(from + to) / 2];
            (int equalFrom, int equalTo) = (from, to);
            I32F32 lower = I32F32.Zero, equal = I32F32.Zero;
            for (int i = from; i < equalTo;)
            {
                if (score[i] < pivot)
                {
                    lower += stake[i];
                    Swap(score, stake, i++, equalFrom++);
                }
                else if (score[i] > pivot)
                {
                    Swap(score, stake, i, --equalTo);
                }
                else
                {
                    equal += stake[i++];
                }
            }

            if (minority < below + lower && equalFrom > from)
            {
                to = equalFrom;
            }
            else if (below + lower + equal <= minority && equalTo < to)
            {
                below = below + lower + equal;
                from = equalTo;
            }
            else
            {
                return pivot;
            }
        }

        return to > from ? score[from] : I32F32.Zero;
    }

    private static void Swap(Span<I32F32> score, Span<I32F32> stake, int i, int j)
    {
        (score[i], score[j]) = (score[j], score[i]);
        (stake[i], stake[j]) = (stake[j], stake[i]);
    }
}
