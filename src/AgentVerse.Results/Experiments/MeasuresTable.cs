using AgentVerse.Measures.Statistics;
using AgentVerse.Model.Records;
using AgentVerse.Results.Tables;

namespace AgentVerse.Results.Experiments;

/// <summary>The table of measures, <c>measures/measures.parquet</c>: a row a measure, treatment and point.</summary>
public static class MeasuresTable
{
    /// <summary>Path of the table in the experiment's folder.</summary>
    public const string Path = "measures/measures.parquet";

    /// <summary>Writes the table anew.</summary>
    /// <exception cref="ResultsException">The disk did not take it; the table before is kept.</exception>
    public static void Write(ExperimentFolder folder, Manifest manifest, IReadOnlyList<MeasureRow> rows)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(manifest);
        ArgumentNullException.ThrowIfNull(rows);
        Sheet sheet = new Sheet("measures")
            .Add(Text("measure", "Name of the measure."), rows.Select(r => r.Measure))
            .Add(Text("parameters", "Its keys and values."), rows.Select(r => r.Parameters))
            .Add(Text("population", "Population that was measured."), rows.Select(r => r.Population))
            .Add(Text("column", "Recorded column that was measured."), rows.Select(r => r.Column))
            .Add(Text("by",
                "identity: every account counts; controller: those of one controller count as one; all: a sum."),
                rows.Select(r => r.By))
            .Add(Text("treatment", "Name of the treatment."), rows.Select(r => r.Treatment))
            .Add(Text("control", "Treatment that this one is compared with; empty for none."),
                rows.Select(r => r.Control))
            .Add(Whole("point", "Point of the design."), rows.Select(r => (object?)(long)r.Point))
            .Add(Text("unit", "Unit of estimate, low and high."), rows.Select(r => r.Unit))
            .Add(Real("estimate", "Over replicates, by the method; null where not defined."),
                rows.Select(r => (object?)Defined(r.Interval.Estimate)))
            .Add(Real("low", "Lower end of the interval; null with fewer than two replicates."),
                rows.Select(r => (object?)r.Interval.Low))
            .Add(Real("high", "Upper end of the interval; null with fewer than two replicates."),
                rows.Select(r => (object?)r.Interval.High))
            .Add(Real("level", "Share of experiments whose interval covers the truth."),
                rows.Select(r => (object?)r.Interval.Level))
            .Add(Whole("replicates", "Replicates where the measure is defined."),
                rows.Select(r => (object?)r.Interval.Count))
            .Add(Real("correlation", "rho of control and treatment over paired replicates; null for none."),
                rows.Select(r => (object?)r.Correlation))
            .Add(Text("method", "How the interval was made."), rows.Select(r => r.Method));
        sheet.Write(folder, Path, ExperimentNotes.Of(manifest));
    }

    /// <summary>Reads the table; no rows if it was not written yet.</summary>
    /// <exception cref="ResultsException">It is locked or damaged.</exception>
    public static IReadOnlyList<MeasureRow> Read(ExperimentFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        string path = folder.Absolute(Path);
        if (!File.Exists(path))
        {
            return [];
        }

        IReadOnlyDictionary<string, object?[]> columns = SheetReader.Read(path);
        string Text(string column, int row) =>
            columns.TryGetValue(column, out object?[]? cells) ? (string?)cells[row] ?? "" : "";
        long Whole(string column, int row) => (long?)columns[column][row] ?? 0;
        double? Real(string column, int row) => (double?)columns[column][row];
        return [.. Enumerable.Range(0, columns["measure"].Length).Select(i => new MeasureRow(
            Text("measure", i), Text("parameters", i), Text("unit", i), Text("population", i), Text("column", i),
            Text("by", i), Text("treatment", i), (int)Whole("point", i),
            new Interval(
                Real("estimate", i) ?? double.NaN, Real("low", i), Real("high", i), Real("level", i) ?? double.NaN,
                Whole("replicates", i)),
            Text("method", i))
        {
            Control = Text("control", i),
            Correlation = columns.ContainsKey("correlation") ? Real("correlation", i) : null,
        })];
    }

    private static double? Defined(double estimate) => double.IsNaN(estimate) ? null : estimate;

    private static TableColumn Text(string name, string doc) => new(name, CellType.Name, "", doc);

    private static TableColumn Whole(string name, string doc) => new(name, CellType.Integer, "", doc);

    private static TableColumn Real(string name, string doc) => new(name, CellType.Number, "", doc);
}

/// <summary>One row of the table of measures.</summary>
/// <param name="Measure">Name of the measure.</param>
/// <param name="Parameters">Its keys and values, such as <c>theta=0.5</c>; empty for none.</param>
/// <param name="Unit">Unit of its result.</param>
/// <param name="Population">Population that was measured.</param>
/// <param name="Column">Recorded column that was measured.</param>
/// <param name="By"><c>identity</c>, <c>controller</c> or <c>all</c>.</param>
/// <param name="Treatment">Name of the treatment.</param>
/// <param name="Point">Point of the design.</param>
/// <param name="Interval">Estimate and interval over the replicates.</param>
/// <param name="Method">How the interval was made, such as <c>t over replicates</c>.</param>
public sealed record MeasureRow(
    string Measure, string Parameters, string Unit, string Population, string Column, string By,
    string Treatment, int Point, Interval Interval, string Method = MeasureRow.StudentT)
{
    /// <summary>Treatment that this one is compared with; empty for none.</summary>
    public string Control { get; init; } = "";

    /// <summary>Correlation of control and treatment over the pairs; null for none.</summary>
    public double? Correlation { get; init; }

    /// <summary>Mean with Student's t interval over replicates.</summary>
    public const string StudentT = "t over replicates";

    /// <summary>Of sums over populations, which are the same by identity and by controller.</summary>
    public const string ByAll = "all";
}
