using System.Globalization;

using AgentVerse.Measures.Statistics;
using AgentVerse.Model.Numerics;
using AgentVerse.Results.Experiments;
using AgentVerse.Scenarios;

using StableHash = AgentVerse.Model.Numerics.StableHash;

namespace AgentVerse.Grains.Comparing;

/// <summary>Computes a scenario's comparisons from pairs of runs, as rows of the table of measures.</summary>
internal static class ComparisonRows
{
    internal const double Level = 0.95;

    /// <summary>Rows of all comparisons at all points.</summary>
    internal static IReadOnlyList<MeasureRow> Of(Scenario scenario, ComparedRuns runs)
    {
        List<MeasureRow> rows = [];
        foreach (ComparisonRequest request in scenario.Comparisons)
        {
            foreach (int point in runs.Points)
            {
                rows.AddRange(Of(new Comparison(scenario, request, runs, point)));
            }
        }

        return rows;
    }

    private static IEnumerable<MeasureRow> Of(Comparison comparison) => comparison.Request.Kind switch
    {
        "difference" => ValueComparisons.Difference(comparison),
        "splitGain" => SplitComparison.Rows(comparison),
        "roi" => ValueComparisons.Return(comparison),
        "capture" => ShareComparisons.Capture(comparison),
        "dilution" => ShareComparisons.Dilution(comparison),
        _ => SurvivalComparison.Rows(comparison),
    };
}

/// <summary>One comparison at one point, on its way to rows.</summary>
/// <param name="Scenario">The experiment.</param>
/// <param name="Request">What is compared.</param>
/// <param name="Runs">Its runs.</param>
/// <param name="Point">The point.</param>
internal sealed record Comparison(Scenario Scenario, ComparisonRequest Request, ComparedRuns Runs, int Point)
{
    /// <summary>Of sums over populations, which are the same by identity and by controller.</summary>
    internal const string ByAll = "all";

    private const string Bca = "BCa bootstrap of replicates";

    /// <summary>The treatment, where the comparison has one.</summary>
    internal string Treatment => Request.Settings.Text("treatment");

    /// <summary>Pairs of a treatment with the control.</summary>
    internal IEnumerable<RunPair> Pairs(string treatment) => Runs.Pairs(Point, Request.Control, treatment);

    /// <summary>Resampling for one row.</summary>
    internal Bootstrap BootstrapOf(string measure) => new(
        new Draws((ulong)Scenario.Seed, 0),
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

    /// <summary>Populations of a value, in words.</summary>
    internal static string PopulationsOf(ValueRequest value) =>
        string.Join('+', value.Terms.Select(t => t.Population).Distinct());

    /// <summary>Columns of a value, in words, with weights other than 1.</summary>
    internal static string ColumnsOf(ValueRequest value) => string.Join(
        " + ", value.Terms.Select(t => t.Weight == 1
            ? t.Column
            : string.Create(CultureInfo.InvariantCulture, $"{t.Weight} {t.Column}")));
}

/// <summary>What a row is of.</summary>
/// <param name="Measure">Name of the measure.</param>
/// <param name="Treatment">The treatment.</param>
/// <param name="Population">Populations.</param>
/// <param name="Column">Columns.</param>
internal sealed record RowName(string Measure, string Treatment, string Population, string Column)
{
    /// <summary>Further keys, such as <c>k=4</c>.</summary>
    internal string Parameters { get; init; } = "";

    /// <summary>Unit of the estimate.</summary>
    internal string Unit { get; init; } = "";

    /// <summary>What counts as one.</summary>
    internal string By { get; init; } = Comparison.ByAll;
}
