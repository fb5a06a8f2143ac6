using AgentVerse.Measures.Statistics;
using AgentVerse.Model.Comparing;
using AgentVerse.Model.Settings;
using AgentVerse.Results.Values;

namespace AgentVerse.Results.Comparing;

/// <summary>What splitting brought in the replicates that the control and all splits have.</summary>
/// <param name="Reward">R(1) of each replicate, of those who split.</param>
/// <param name="MoreReward">R(k) - R(1) [split][replicate].</param>
/// <param name="Gains">NPV(k) - NPV(1) [split][replicate].</param>
/// <param name="Added">Accounts that were added [split][replicate].</param>
internal sealed record SplitTable(double[] Reward, double[][] MoreReward, double[][] Gains, double[][] Added)
{
    /// <summary>The table of a comparison.</summary>
    internal static SplitTable Of(
        Comparison comparison, SettingsMap[] splits, ValueRequest reward, ValueRequest value)
    {
        bool isAll = comparison.Request.Settings.Text("who") == "all";
        SortedDictionary<int, Split>[] found = [.. splits.Select(split => new SortedDictionary<int, Split>(
            comparison.Pairs(split.Text("treatment")).ToDictionary(
                p => p.Replicate, p => SplitOf(p, reward, value, isAll))))];
        int[] common = [.. found[0].Keys.Where(r => Array.TrueForAll(found, f => f.ContainsKey(r)))];
        return new SplitTable(
            [.. common.Select(r => found[0][r].Reward)], Each(s => s.MoreReward), Each(s => s.Gain),
            Each(s => s.Added));

        double[][] Each(Func<Split, double> of) =>
            [.. found.Select(f => common.Select(r => of(f[r])).ToArray())];
    }

    /// <summary>n(k) of all splits together, of the replicates [from, to).</summary>
    internal Interval[] Band(Comparison comparison, int from, int to = int.MaxValue)
    {
        to = Math.Min(to, Reward.Length);
        return SimultaneousBand.OfRatios(
            [.. Gains.Select(g => g[from..to])], Reward[from..to], ComparisonRows.Level,
            comparison.BootstrapOf($"netSplitGain/{from}-{to}"));
    }

    private static Split SplitOf(RunPair pair, ValueRequest reward, ValueRequest value, bool isAll)
    {
        string[] populations = [.. reward.Terms.Concat(value.Terms).Select(t => t.Population).Distinct()];
        (Controllers splitters, long added) = pair.Splitters(populations);
        Controllers? who = isAll ? null : splitters;
        double one = RunValue.Of(reward, pair.Control, pair.Control, who);
        return new Split(
            one, RunValue.Of(reward, pair.Treatment, pair.Treatment, who) - one,
            RunValue.Of(value, pair.Treatment, pair.Treatment, who)
                - RunValue.Of(value, pair.Control, pair.Control, who),
            added);
    }

    private readonly record struct Split(double Reward, double MoreReward, double Gain, double Added);
}
