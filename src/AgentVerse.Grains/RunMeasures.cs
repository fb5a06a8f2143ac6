using AgentVerse.Measures.Concentration;
using AgentVerse.Measures.Statistics;
using AgentVerse.Model.Contracts;
using AgentVerse.Results;
using AgentVerse.Results.Experiments;
using AgentVerse.Results.Tables;
using AgentVerse.Scenarios;
using AgentVerse.Scenarios.Reading;

namespace AgentVerse.Grains;

/// <summary>Computes a scenario's measures from what a run has recorded of everyone at its end.</summary>
internal static class RunMeasures
{
    private const double Level = 0.95;

    /// <summary>Values of all measures of one run, in the order of the scenario.</summary>
    internal static IReadOnlyList<double> Of(
        Catalogue catalogue, Scenario scenario, ExperimentFolder folder, ManifestRun run)
    {
        RunReader reader = new(folder, run.Parts);
        return [.. scenario.Measures.Select(m => Value(catalogue, m, reader))];
    }

    /// <summary>
    /// Rows of the table of measures: each with its interval over the replicates of a point and treatment.
    /// </summary>
    internal static IReadOnlyList<MeasureRow> Rows(
        Catalogue catalogue, Scenario scenario, IReadOnlyList<RunEntry> entries)
    {
        List<MeasureRow> rows = [];
        foreach (IGrouping<(int Point, string Treatment), RunEntry> cell in entries
            .Where(e => e.Measures.Count > 0).GroupBy(e => (e.Spec.Point, e.Spec.Treatment)))
        {
            for (int i = 0; i < scenario.Measures.Count; i++)
            {
                MeasureRequest request = scenario.Measures[i];
                Measure measure = catalogue.Measures[request.Measure];
                double[] values = [.. cell.Select(e => e.Measures[i]).Where(v => !double.IsNaN(v))];
                rows.Add(new MeasureRow(
                    measure.Name, Parameters(measure, request), measure.Unit, request.Population, request.Column,
                    request.ByController ? "controller" : "identity", cell.Key.Treatment, cell.Key.Point,
                    Interval.OfMean(values, Level)));
            }
        }

        return rows;
    }

    /// <summary>Value of one measure; of holdings in debt, which no measure of concentration is defined for, NaN.</summary>
    private static double Value(Catalogue catalogue, MeasureRequest request, RunReader reader)
    {
        if (reader.LastTick("agents") is not { } last)
        {
            return double.NaN;
        }

        IReadOnlyList<SelectedColumn> columns = reader.Select(
            "agents", [request.Column, "controller"], RowFilter.At(last).Where("population", request.Population));
        double[] holdings = columns[0].Numbers();
        double[] counted = request.ByController ? Entities.Sums([.. columns[1].Cells], holdings) : holdings;
        bool isDefined = counted.All(h => double.IsFinite(h) && h >= 0);
        return isDefined ? catalogue.Measures[request.Measure].Compute(counted, request.Settings) : double.NaN;
    }

    private static string Parameters(Measure measure, MeasureRequest request) => string.Join(
        ", ",
        measure.Section.Fields.Select(
            f => $"{f.Name}={ScalarText.Of(f, request.Settings.Values.First(v => v.Key == f.Name).Value!)}"));
}
