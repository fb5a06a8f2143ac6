using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

using AgentVerse.Cli.Shell;
using AgentVerse.Results.Experiments;

using Spectre.Console;

namespace AgentVerse.Cli.Runs;

/// <summary>What came of an experiment, as text or as one JSON document.</summary>
/// <param name="Name">Name of the experiment.</param>
/// <param name="Folder">Its folder; empty if it lies with a cluster.</param>
/// <param name="Status">How far it has come.</param>
/// <param name="Error">What went wrong with the experiment itself; empty if nothing did.</param>
/// <param name="Runs">Its runs.</param>
/// <param name="Measures">Its measures with their intervals.</param>
internal sealed record Outcome(
    string Name, string Folder, string Status, string Error, IReadOnlyList<RunLine> Runs,
    IReadOnlyList<MeasureRow> Measures)
{
    private const int RunsShown = 40;

    /// <summary>Verdict of a search in words; empty without one.</summary>
    internal string Verdict { get; init; } = "";

    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes it as text: a line a run with its digest, then a table of measures.</summary>
    internal void Write(IAnsiConsole console)
    {
        // Digests go past the console's wrapping: they are for copying and for other programs.
        TextWriter output = console.Profile.Out.Writer;
        foreach (RunLine run in Runs.Take(RunsShown))
        {
            string cell = Runs.Count > 1 ? $"  point {run.Point} {run.Treatment} replicate {run.Replicate}" : "";
            string digest = run.Digest.Length > 0 ? $"  digest {run.Digest}" : "";
            string error = run.Error.Length > 0 ? $"  {run.Error}" : "";
            output.WriteLine($"run {run.Number}{cell}  {run.Status}  {run.Ticks} ticks{digest}{error}");
        }

        if (Runs.Count > RunsShown)
        {
            output.WriteLine($"and {Runs.Count - RunsShown} more runs; 'agentverse show --json' prints all");
        }

        if (Error.Length > 0)
        {
            output.WriteLine(Error);
        }

        if (Measures.Count > 0)
        {
            console.Write(MeasuresTable());
        }

        output.Write(Verdict);
    }

    /// <summary>The document, with members of the command's own first.</summary>
    internal string Json(params ReadOnlySpan<KeyValuePair<string, JsonNode?>> first)
    {
        JsonObject document = [];
        foreach ((string key, JsonNode? value) in first)
        {
            document.Add(key, value);
        }

        document.Add("experiment", Name);
        document.Add("folder", Folder);
        document.Add("status", Status);
        document.Add("error", Error);
        document.Add("runs", new JsonArray([.. Runs.Select(r => (JsonNode)new JsonObject
        {
            ["number"] = r.Number,
            ["id"] = r.Id,
            ["point"] = r.Point,
            ["treatment"] = r.Treatment,
            ["replicate"] = r.Replicate,
            ["status"] = r.Status,
            ["ticks"] = r.Ticks,
            ["digest"] = r.Digest,
            ["error"] = r.Error,
        })]));
        document.Add("measures", new JsonArray([.. Measures.Select(m => (JsonNode)new JsonObject
        {
            ["measure"] = m.Measure,
            ["parameters"] = m.Parameters,
            ["population"] = m.Population,
            ["column"] = m.Column,
            ["by"] = m.By,
            ["treatment"] = m.Treatment,
            ["control"] = m.Control,
            ["point"] = m.Point,
            ["unit"] = m.Unit,
            ["estimate"] = double.IsNaN(m.Interval.Estimate) ? null : m.Interval.Estimate,
            ["low"] = m.Interval.Low,
            ["high"] = m.Interval.High,
            ["level"] = m.Interval.Level,
            ["replicates"] = m.Interval.Count,
            ["correlation"] = m.Correlation,
            ["method"] = m.Method,
        })]));
        document.Add("verdict", Verdict);
        return document.ToJsonString(Indented);
    }

    private Table MeasuresTable()
    {
        Table table = new Table().Border(TableBorder.Rounded)
            .AddColumns("measure", "of", "point", "treatment", "estimate", "95% interval", "replicates", "rho");
        foreach (MeasureRow row in Measures)
        {
            string parameters = row.Parameters.Length > 0 ? $" ({row.Parameters})" : "";
            string by = string.Equals(row.By, "controller", StringComparison.Ordinal) ? " by controller" : "";
            string unit = row.Unit.Length > 0 ? $" {row.Unit}" : "";
            table.AddRow(new[]
            {
                $"{row.Measure}{parameters}", $"{row.Population}.{row.Column}{by}",
                row.Point.ToString(CultureInfo.InvariantCulture),
                row.Control.Length > 0 ? $"{row.Treatment} - {row.Control}" : row.Treatment,
                $"{Words.Value(row.Interval.Estimate)}{unit}", Words.Interval(row.Interval.Low, row.Interval.High),
                row.Interval.Count.ToString(CultureInfo.InvariantCulture),
                row.Correlation?.ToString("0.00", CultureInfo.InvariantCulture) ?? "",
            }.Select(Markup.Escape).ToArray());
        }

        return table;
    }
}
