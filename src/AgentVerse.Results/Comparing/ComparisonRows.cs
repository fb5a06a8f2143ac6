using AgentVerse.Model.Comparing;
using AgentVerse.Results.Experiments;

namespace AgentVerse.Results.Comparing;

/// <summary>Computes an experiment's comparisons from pairs of runs, as rows of the table of measures.</summary>
public static class ComparisonRows
{
    /// <summary>Level of all intervals.</summary>
    public const double Level = 0.95;

    /// <summary>Rows of all comparisons at all points.</summary>
    /// <param name="seed">Seed of the experiment, for resampling.</param>
    /// <param name="requests">The comparisons.</param>
    /// <param name="runs">The runs.</param>
    public static IReadOnlyList<MeasureRow> Of(
        long seed, IReadOnlyList<ComparisonRequest> requests, IComparedRuns runs)
    {
        List<MeasureRow> rows = [];
        foreach (ComparisonRequest request in requests)
        {
            foreach (int point in runs.Points)
            {
                rows.AddRange(Of(new Comparison(seed, request, runs, point)));
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
