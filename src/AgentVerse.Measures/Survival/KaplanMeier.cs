namespace AgentVerse.Measures.Survival;

/// <summary>
/// The share of spells that last longer than a time, from spells some of which were still on when the watching ended.
/// <b>Source:</b> Kaplan and Meier 1958; Greenwood 1926 for the variance.
/// </summary>
public sealed class KaplanMeier
{
    private readonly List<SurvivalStep> _steps = [];

    /// <summary>The curve of some spells, in any order. Cost O(n log n).</summary>
    public KaplanMeier(IEnumerable<Spell> spells)
    {
        Spell[] sorted = [.. spells.OrderBy(s => s.Duration)];
        double survival = 1, greenwood = 0;
        for (int i = 0; i < sorted.Length;)
        {
            int first = i;
            int ends = 0;
            for (; i < sorted.Length && sorted[i].Duration == sorted[first].Duration; i++)
            {
                ends += sorted[i].HasEnded ? 1 : 0;
            }

            int atRisk = sorted.Length - first;
            if (ends > 0)
            {
                survival *= 1 - ((double)ends / atRisk);
                greenwood += (double)ends / ((double)atRisk * (atRisk - ends));
                _steps.Add(new SurvivalStep(
                    sorted[first].Duration, atRisk, ends, survival,
                    survival > 0 ? survival * Math.Sqrt(greenwood) : 0));
            }
        }

        Count = sorted.Length;
        Exposure = sorted.Sum(s => s.Duration);
    }

    /// <summary>Number of spells.</summary>
    public int Count { get; }

    /// <summary>Sum of all durations.</summary>
    public double Exposure { get; }

    /// <summary>The times at which spells ended, ascending.</summary>
    public IReadOnlyList<SurvivalStep> Steps => _steps;

    /// <summary>
    /// Hazard: ends over the time that all were watched, 1 over the unit of durations; NaN where that is 0.
    /// </summary>
    public double Hazard => Exposure > 0 ? _steps.Sum(s => (double)s.Ended) / Exposure : double.NaN;

    /// <summary>
    /// First time at which the curve is at most a half; infinite where it never is, NaN without spells.
    /// </summary>
    public double Median => Count == 0 ? double.NaN
        : _steps.Find(s => s.Survival <= 0.5) is { AtRisk: > 0 } step ? step.Time : double.PositiveInfinity;

    /// <summary>S(t): share of spells that last longer than a time, in [0, 1]; NaN without spells.</summary>
    public double At(double time)
    {
        double survival = Count == 0 ? double.NaN : 1;
        foreach (SurvivalStep step in _steps.TakeWhile(s => s.Time <= time))
        {
            survival = step.Survival;
        }

        return survival;
    }

    /// <summary>
    /// Log-rank statistic of two groups, chi^2 with one degree of freedom where both have one hazard:
    /// (sum O - E)^2 / sum V over the times at which any spell ended; NaN where no spell ended or one group is empty.
    /// <b>Source:</b> Mantel 1966.
    /// </summary>
    public static double LogRank(IReadOnlyCollection<Spell> one, IReadOnlyCollection<Spell> other)
    {
        (Spell Spell, bool IsOne)[] sorted =
            [.. one.Select(s => (s, true)).Concat(other.Select(s => (s, false))).OrderBy(s => s.Item1.Duration)];
        double apart = 0, variance = 0;
        double atRiskOne = one.Count, atRisk = sorted.Length;
        for (int i = 0; i < sorted.Length;)
        {
            double time = sorted[i].Spell.Duration;
            double leftOne = 0, left = 0, endedOne = 0, ended = 0;
            for (; i < sorted.Length && sorted[i].Spell.Duration == time; i++)
            {
                double isEnd = sorted[i].Spell.HasEnded ? 1 : 0;
                (left, ended) = (left + 1, ended + isEnd);
                (leftOne, endedOne) = sorted[i].IsOne ? (leftOne + 1, endedOne + isEnd) : (leftOne, endedOne);
            }

            double share = atRiskOne / atRisk;
            apart += endedOne - (ended * share);
            variance += atRisk > 1 ? ended * share * (1 - share) * (atRisk - ended) / (atRisk - 1) : 0;
            (atRisk, atRiskOne) = (atRisk - left, atRiskOne - leftOne);
        }

        return variance > 0 ? apart * apart / variance : double.NaN;
    }
}

/// <summary>A time at which spells ended.</summary>
/// <param name="Time">The time.</param>
/// <param name="AtRisk">Spells that lasted at least as long.</param>
/// <param name="Ended">Of them, how many ended then.</param>
/// <param name="Survival">S after it.</param>
/// <param name="StandardError">Greenwood's standard error of it.</param>
public readonly record struct SurvivalStep(double Time, int AtRisk, int Ended, double Survival, double StandardError);
