using System.Globalization;
using AgentVerse.Model.Records;
using AgentVerse.Results.Tables;

namespace AgentVerse.Results.Experiments;

/// <summary>
/// The table of runs, <c>runs/runs.parquet</c>: a row a run, with what it was run with and how it ended. Every path
/// that some run overrides is a column of its own: real numbers where all values are numbers, text otherwise, null
/// where a run does not override it. A path that is called like a column of the table's own, such as <c>ticks</c>,
/// stands under <c>scenario.ticks</c>.
/// </summary>
public static class RunsTable
{
    /// <summary>Path of the table in the experiment's folder.</summary>
    public const string Path = "runs/runs.parquet";

    /// <summary>Writes the table anew from the manifest.</summary>
    /// <exception cref="ResultsException">The disk did not take it; the table before is kept.</exception>
    public static void Write(ExperimentFolder folder, Manifest manifest)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(manifest);
        IReadOnlyList<ManifestRun> runs = manifest.Runs;
        Sheet sheet = new Sheet("runs")
            .Add(Text("run", "Id of the run."), runs.Select(r => r.Id))
            .Add(Whole("point", "Point of the design."), runs.Select(r => (object?)(long)r.Point))
            .Add(Text("treatment", "Name of the treatment."), runs.Select(r => r.Treatment))
            .Add(Whole("replicate", "Number of the replicate."), runs.Select(r => (object?)(long)r.Replicate))
            .Add(new TableColumn("seed", CellType.Unsigned, "", "Seed."), runs.Select(r => (object?)r.Seed))
            .Add(Text("version", "Version of AgentVerse."), runs.Select(_ => manifest.Version))
            .Add(Text("status", "running, done, failed or stopped."), runs.Select(r => StatusOf(r.Status)))
            .Add(Text("error", "Why it failed; empty otherwise."), runs.Select(r => r.Error))
            .Add(new TableColumn("ticks", CellType.Integer, "tick", "Ticks that are done."),
                runs.Select(r => (object?)(long)r.Ticks))
            .Add(Text("digest", "Digest of all rows; empty until the run is done."), runs.Select(r => r.Digest));
        foreach (string path in runs.SelectMany(r => r.Overrides.Keys).Distinct().Order(StringComparer.Ordinal))
        {
            string name = sheet.Has(path) ? $"scenario.{path}" : path;
            AddParameter(sheet, name, [.. runs.Select(r => r.Overrides.GetValueOrDefault(path))]);
        }

        sheet.Write(folder, Path, ExperimentNotes.Of(manifest));
    }

    private static void AddParameter(Sheet sheet, string name, string?[] values)
    {
        bool isNumeric = values.All(value => value is null || NumberOf(value) is not null);
        var column = new TableColumn(
            name, isNumeric ? CellType.Number : CellType.Name, "", "Override; null where the scenario's value holds.");
        sheet.Add(column, isNumeric ? values.Select(v => (object?)(v is null ? null : NumberOf(v))) : values);
    }

    private static double? NumberOf(string value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
        && double.IsFinite(number)
            ? number
            : null;

    private static string StatusOf(RunStatus status) => status switch
    {
        RunStatus.Running => "running",
        RunStatus.Done => "done",
        RunStatus.Failed => "failed",
        _ => "stopped",
    };

    private static TableColumn Text(string name, string doc) => new(name, CellType.Name, "", doc);

    private static TableColumn Whole(string name, string doc) => new(name, CellType.Integer, "", doc);
}
