using AgentVerse.Measures.Statistics;
using AgentVerse.Model.Comparing;
using AgentVerse.Model.Numerics;
using AgentVerse.Results.Experiments;

namespace AgentVerse.Results.Comparing;

/// <summary>One comparison at one point, on its way to rows.</summary>
/// <param name="Seed">Seed of the experiment, for resampling.</param>
/// <param name="Request">What is compared.</param>
/// <param name="Runs">Its runs.</param>
/// <param name="Point">The point.</param>
internal sealed record Comparison(long Seed, ComparisonRequest Request, IComparedRuns Runs, int Point)
{
    private const string Bca = "BCa bootstrap of replicates";

    /// <summary>The treatment, where the comparison has one.</summary>
    internal string Treatment => Request.Settings.Text("treatment");

    /// <summary>Pairs of a treatment with the control.</summary>
    internal IEnumerable<RunPair> Pairs(string treatment) => Runs.Pairs(Point, Request.Control, treatment);

    /// <summary>Resampling for one row.</summary>
    internal Bootstrap BootstrapOf(string measure) => new(
        new Draws((ulong)Seed, 0),
        StableHash.Combine(StableHash.Of($"{Request.Name}/{measure}"), (ulong)Point));

    /// <summary>A row with the t interval of a paired difference and its correlation.</summary>
    internal MeasureRow Paired(RowName name, double[] control, double[] treatment)
    {
        PairedDifference paired = PairedDifference.Of(control, treatment, ComparisonRows.Level);
        return Row(name, paired.Difference, "t over paired replicates") with
        {
            Correlation = double.IsNaN(paired.Correlation) ? null : paired.Correlation,
        };
    }

    /// <summary>A row with the t interval of a mean.</summary>
    internal MeasureRow Mean(RowName name, double[] values) =>
        Row(name, Interval.OfMean(values, ComparisonRows.Level), MeasureRow.StudentT);

    /// <summary>A row with the bootstrap interval of a ratio of means.</summary>
    internal MeasureRow Ratio(RowName name, double[] numerators, double[] denominators) =>
        Statistic(name, numerators.Length, picked => Over(numerators, denominators, picked));

    /// <summary>A row with the bootstrap interval of any statistic of replicates.</summary>
    internal MeasureRow Statistic(RowName name, int count, ReplicateStatistic statistic) => Row(
        name,
        BootstrapOf($"{name.Measure}/{name.By}/{name.Parameters}").Bca(count, ComparisonRows.Level, statistic), Bca);

    /// <summary>A row.</summary>
    internal MeasureRow Row(RowName name, Interval interval, string method) => new(
        name.Measure, name.Parameters.Length > 0 ? $"{Request.Name}, {name.Parameters}" : Request.Name, name.Unit,
        name.Population, name.Column, name.By, name.Treatment, Point, interval, method)
    {
        Control = Request.Control,
    };

    /// <summary>
    /// Mean of numerators over the mean of denominators of some replicates; NaN where that is not above 0.
    /// </summary>
    internal static double Over(double[] numerators, double[] denominators, ReadOnlySpan<int> picked)
    {
        double above = 0, below = 0;
        foreach (int i in picked)
        {
            above += numerators[i];
            below += denominators[i];
        }

        return below > 0 ? above / below : double.NaN;
    }
}
