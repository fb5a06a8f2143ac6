using AgentVerse.Mechanisms.Intelligence.Bittensor.Arithmetic;

namespace AgentVerse.Mechanisms.Intelligence.Bittensor;

/// <summary>The stake-weighted median that makes consensus.</summary>
/// <remarks>
/// Source: opentensor/subtensor 14bc6f9f, pallets/subtensor/src/epoch/math.rs (weighted_median). Stake is integer, so
/// the answer does not depend on the order of the scores or the choice of pivots.
/// </remarks>
public static class WeightedMedian
{
    /// <summary>
    /// Consensus on one miner: the median of the validators' weights by stake, with majority kappa. Stake of 0 does not
    /// count, the rest is normalised; 0 if nobody has stake.
    /// </summary>
    /// <param name="weights">Weight of each validator, at least 0 or <see cref="Yuma.Absent"/>.</param>
    /// <param name="stake">Stake of each validator, at least 0.</param>
    /// <param name="kappa">Majority, 0..1.</param>
    public static I32F32 OfColumn(ReadOnlySpan<I32F32> weights, ReadOnlySpan<I32F32> stake, I32F32 kappa)
    {
        I32F32[] shares = stake.ToArray();
        Proportions.Normalise(shares);
        return OfCells(weights, new MedianTerms(shares, kappa), new I32F32[shares.Length], new I32F32[shares.Length]);
    }

    /// <summary>As <see cref="OfColumn"/> with normalised stake and memory for the selection.</summary>
    internal static I32F32 OfCells(
        ReadOnlySpan<I32F32> weights, in MedianTerms terms, Span<I32F32> score, Span<I32F32> stake)
    {
        I32F32 atZero = I32F32.Zero;
        int count = 0;
        for (int row = 0; row < weights.Length; row++)
        {
            if (terms.Stake[row] == I32F32.Zero)
            {
                continue;
            }

            if (weights[row] > I32F32.Zero)
            {
                score[count] = weights[row];
                stake[count++] = terms.Stake[row];
            }
            else if (terms.AbsentCounts || weights[row] == I32F32.Zero)
            {
                atZero += terms.Stake[row];
            }
        }

        // Most columns are absent from most rows: their stake at 0 often decides without a selection.
        return atZero > terms.Minority && atZero > I32F32.Zero
            ? I32F32.Zero
            : Select(score[..count], stake[..count], terms.Minority, atZero);
    }

    /// <summary>
    /// The smallest score v such that the stake with score at most v exceeds the minority; the largest score when no
    /// stake exceeds it, 0 when there is no score. Quick-select in place, O(n) on average.
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

/// <summary>What all columns of a median share.</summary>
/// <param name="stake">Normalised stake by row.</param>
/// <param name="kappa">Majority.</param>
internal readonly ref struct MedianTerms(ReadOnlySpan<I32F32> stake, I32F32 kappa)
{
    private readonly I32F32 _minority = Proportions.Sum(stake) - kappa;

    /// <summary>Stake by row.</summary>
    internal ReadOnlySpan<I32F32> Stake { get; } = stake;

    /// <summary>Whether a validator without a weight counts as one with weight 0.</summary>
    internal bool AbsentCounts { get; init; } = true;

    /// <summary>Whether stake must exceed the minority, not only reach it.</summary>
    internal bool IsStrict { get; init; } = true;

    /// <summary>Sum of stake less the majority.</summary>
    internal I32F32 Minority => IsStrict ? _minority : _minority - new I32F32(1);
}
