using AgentVerse.Measures.SybilResistance;
using AgentVerse.Results.Experiments;
using AgentVerse.Results.Values;

namespace AgentVerse.Results.Comparing;

/// <summary>Who gets what under attack, and what it takes from the honest.</summary>
internal static class ShareComparisons
{
    private const double Worst = 0.05;

    /// <summary>q_A, w_A, e, q_A / w_A and the dollar ratio, under the treatment.</summary>
    internal static IEnumerable<MeasureRow> Capture(Comparison comparison)
    {
        IReadOnlyList<string> attackers = comparison.Request.Settings.Texts("attackers");
        IReadOnlyList<string> honest = comparison.Request.Settings.Texts("honest");
        string reward = comparison.Request.Settings.Text("reward");
        string spent = comparison.Request.Settings.Text("spent"), units = comparison.Request.Settings.Text("units");
        List<Sums> sums = [];
        List<double> before = [];
        foreach (RunPair pair in comparison.Pairs(comparison.Treatment))
        {
            sums.Add(new Sums(
                CaptureOf(pair.Treatment), spent.Length > 0 ? RunValue.Sum(pair.Treatment, attackers, spent) : 0,
                spent.Length > 0 ? RunValue.Sum(pair.Treatment, honest, spent) : 0));
            before.Add(CaptureOf(pair.Control).RewardShare);
        }

        RowName name = new("rewardShare", comparison.Treatment, string.Join('+', attackers), reward);
        yield return comparison.Mean(name, [.. sums.Select(s => s.Capture.RewardShare)]);
        yield return comparison.Paired(
            name with { Measure = "rewardShareGained" }, [.. before], [.. sums.Select(s => s.Capture.RewardShare)]);
        yield return comparison.Mean(name with { Measure = "unitShare" }, [.. sums.Select(s => s.Capture.UnitShare)]);
        yield return comparison.Mean(name with { Measure = "captureExcess" }, [.. sums.Select(s => s.Capture.Excess)]);
        if (sums.Exists(s => s.Capture.UnitShare > 0))
        {
            yield return comparison.Ratio(
                name with { Measure = "captureRatio" }, [.. sums.Select(s => s.Capture.RewardShare)],
                [.. sums.Select(s => s.Capture.UnitShare)]);
        }

        if (spent.Length > 0)
        {
            yield return comparison.Statistic(
                name with { Measure = "dollarRatio" }, sums.Count, picked => DollarRatio(sums, picked));
        }

        Capture CaptureOf(RunColumns run)
        {
            double attackReward = RunValue.Sum(run, attackers, reward);
            double attackUnits = units.Length > 0 ? RunValue.Sum(run, attackers, units) : 0;
            return new Capture(
                attackUnits, units.Length > 0 ? attackUnits + RunValue.Sum(run, honest, units) : 1, attackReward,
                attackReward + RunValue.Sum(run, honest, reward));
        }
    }

    /// <summary>
    /// Honest dilution over the entities of the control run, leavers at 0, and what the worst-hit twentieth keeps.
    /// </summary>
    internal static IEnumerable<MeasureRow> Dilution(Comparison comparison)
    {
        IReadOnlyList<string> honest = comparison.Request.Settings.Texts("honest");
        string reward = comparison.Request.Settings.Text("reward");
        bool isOthers = comparison.Request.Settings.Text("who") == "others";
        foreach (bool byController in (bool[])[false, true])
        {
            List<double> taken = [], without = [], kept = [];
            foreach (RunPair pair in comparison.Pairs(comparison.Treatment))
            {
                Controllers? left = isOthers ? pair.Splitters(honest).Who : null;
                (double[] before, double[] after) = Rewards(pair, honest, reward, byController, left);
                without.Add(before.Sum());
                taken.Add(before.Sum() - after.Sum());
                kept.Add(Measures.SybilResistance.Dilution.KeptAt(before, after, Worst));
            }

            RowName name = new("dilution", comparison.Treatment, string.Join('+', honest), reward)
            {
                By = byController ? "controller" : "identity",
            };
            yield return comparison.Ratio(name, [.. taken], [.. without]);
            yield return comparison.Mean(name with { Measure = "keptByWorstHit", Parameters = "p=0.05" }, [.. kept]);
        }
    }

    /// <summary>Rewards of the control's entities in both runs, but those of some controllers.</summary>
    private static (double[] Without, double[] With) Rewards(
        RunPair pair, IReadOnlyList<string> honest, string reward, bool byController, Controllers? but)
    {
        List<double> without = [], with = [];
        foreach (string population in honest)
        {
            SortedDictionary<long, double> after = pair.Treatment.Entities(population, reward).By(byController);
            IReadOnlyDictionary<long, long> controllers = pair.Control.ControllersOf(population);
            foreach ((long entity, double value) in pair.Control.Entities(population, reward).By(byController))
            {
                if (but?.Has(population, byController ? entity : controllers[entity]) != true)
                {
                    without.Add(value);
                    with.Add(after.GetValueOrDefault(entity));
                }
            }
        }

        return ([.. without], [.. with]);
    }

    /// <summary>The dollar ratio of the sums over replicates.</summary>
    private static double DollarRatio(List<Sums> sums, ReadOnlySpan<int> picked)
    {
        double attackReward = 0, allReward = 0, attackSpend = 0, honestSpend = 0;
        foreach (int i in picked)
        {
            attackReward += sums[i].Capture.AttackReward;
            allReward += sums[i].Capture.AllReward;
            attackSpend += sums[i].AttackSpend;
            honestSpend += sums[i].HonestSpend;
        }

        return new Capture(0, 1, attackReward, allReward).DollarRatio(honestSpend, attackSpend);
    }

    private sealed record Sums(Capture Capture, double AttackSpend, double HonestSpend);
}
