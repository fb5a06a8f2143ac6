using AgentVerse.Model.Networks.Bittensor;

namespace AgentVerse.Agents.Validator;

/// <summary>
/// The consensus that the weights on the chain would have now without one's own: for each uid the stake-weighted median
/// of what validators give it of their whole,
/// <code>c_j = min { v : stake of those with w_ij > v is at most half of all }</code>
/// Anybody can compute it: stakes and revealed weights are public.
/// </summary>
internal static class StandingConsensus
{
    /// <summary>Writes it by uid; false where nobody else's weights stand. O(uids V log V).</summary>
    internal static bool TryCompute(in ScoringView shown, Span<double> consensus)
    {
        List<(int Uid, double Sum)> rows = [];
        double stake = 0;
        for (int uid = 0; uid < consensus.Length; uid++)
        {
            double sum = uid == shown.OwnUid || shown.Stakes[uid] == 0 ? 0 : Sum(shown.WeightsOf(uid));
            if (sum > 0)
            {
                rows.Add((uid, sum));
                stake += shown.Stakes[uid];
            }
        }

        (double Weight, double Stake)[] column = new (double, double)[rows.Count];
        for (int uid = 0; uid < consensus.Length && rows.Count > 0; uid++)
        {
            for (int row = 0; row < column.Length; row++)
            {
                (int validator, double sum) = rows[row];
                column[row] = (shown.WeightsOf(validator)[uid] / sum, shown.Stakes[validator]);
            }

            consensus[uid] = Median(column, stake / 2);
        }

        return rows.Count > 0;
    }

    private static double Median((double Weight, double Stake)[] column, double half)
    {
        Array.Sort(column);
        double above = 0;
        for (int row = column.Length - 1; row >= 0; row--)
        {
            above += column[row].Stake;
            if (above > half)
            {
                return column[row].Weight;
            }
        }

        return 0;
    }

    private static double Sum(ReadOnlySpan<ushort> weights)
    {
        double sum = 0;
        foreach (ushort weight in weights)
        {
            sum += weight;
        }

        return sum;
    }
}
