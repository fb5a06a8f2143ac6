using System.Globalization;

using AgentVerse.Measures.Statistics;
using AgentVerse.Measures.SybilResistance;
using AgentVerse.Model.Comparing;
using AgentVerse.Model.Settings;
using AgentVerse.Results.Experiments;

namespace AgentVerse.Results.Comparing;

/// <summary>
/// What splitting over k accounts brings against one account: g(k) = R(k)/R(1) - 1, n(k) = [NPV(k) - NPV(1)] / R(1),
/// the largest n(k), and the up-front fee an account at which no split would pay.
/// </summary>
internal static class SplitComparison
{
    private const string Band = "max-t band over replicates";

    internal static IEnumerable<MeasureRow> Rows(Comparison comparison)
    {
        ValueRequest reward = comparison.Request.Value("reward");
        ValueRequest written = comparison.Request.Value("value");
        ValueRequest value = written.Terms.Count > 0 ? written : reward;
        SettingsMap[] splits = [.. comparison.Request.Settings.List("splits")];
        SplitTable table = SplitTable.Of(comparison, splits, reward, value);
        RowName name = new("splitGain", "", reward.Populations, reward.Columns);
        for (int k = 0; k < splits.Length; k++)
        {
            yield return comparison.Ratio(Named(name, splits[k]), table.MoreReward[k], table.Reward);
        }

        RowName net = name with { Measure = "netSplitGain", Column = value.Columns };
        Interval[] band = table.Band(comparison, 0);
        for (int k = 0; k < splits.Length; k++)
        {
            yield return comparison.Row(Named(net, splits[k]), band[k], Band);
        }

        yield return Largest(comparison, net, table, splits);
        yield return Fee(comparison, net, table, splits);
    }

    /// <summary>
    /// The largest n(k): chosen on the first replicates and estimated on the fresh ones, with the band of all k there.
    /// </summary>
    private static MeasureRow Largest(Comparison comparison, RowName net, SplitTable table, SettingsMap[] splits)
    {
        int count = table.Reward.Length;
        int first = count - (int)(count * comparison.Request.Settings.Number("fresh"));
        bool isFresh = first < count;
        Interval[] all = table.Band(comparison, 0, isFresh ? first : count);
        int best = 0;
        for (int k = 1; k < all.Length; k++)
        {
            best = all[k].Estimate > all[best].Estimate ? k : best;
        }

        Interval[] fresh = table.Band(comparison, isFresh ? first : 0);
        Interval largest = SimultaneousBand.OfLargest(fresh) with { Estimate = fresh[best].Estimate };
        return comparison.Row(
            Named(net, splits[best]) with { Measure = "maxNetSplitGain" }, largest,
            isFresh ? $"{Band}, fresh ones" : Band);
    }

    /// <summary>
    /// The break-even fee where behaviour does not react to it: max over k of the gain an account that was added. A
    /// search by bisection finds it where it does.
    /// </summary>
    private static MeasureRow Fee(Comparison comparison, RowName net, SplitTable table, SettingsMap[] splits)
    {
        string treatments = string.Join('+', splits.Select(s => s.Text("treatment")));
        return comparison.Statistic(
            net with { Measure = "breakEvenFee", Treatment = treatments }, table.Reward.Length, picked =>
            {
                double[] gains = new double[splits.Length], accounts = new double[splits.Length];
                foreach (int i in picked)
                {
                    for (int k = 0; k < splits.Length; k++)
                    {
                        gains[k] += table.Gains[k][i];
                        accounts[k] += table.Added[k][i];
                    }
                }

                return BreakEven.Fee(gains, accounts);
            });
    }

    private static RowName Named(RowName name, SettingsMap split) => name with
    {
        Treatment = split.Text("treatment"),
        Parameters = string.Create(CultureInfo.InvariantCulture, $"k={split.Integer("accounts")}"),
    };
}
