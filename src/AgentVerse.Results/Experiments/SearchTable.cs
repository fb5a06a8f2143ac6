using AgentVerse.Measures.Statistics;
using AgentVerse.Model.Records;
using AgentVerse.Results.Files;
using AgentVerse.Results.Tables;

namespace AgentVerse.Results.Experiments;

/// <summary>What a search has found: all attacks that it tried, and its verdict in words.</summary>
public static class SearchTable
{
    /// <summary>Path of the table in the experiment's folder.</summary>
    public const string Path = "measures/search.parquet";

    /// <summary>Path of the verdict.</summary>
    public const string VerdictPath = "measures/verdict.txt";

    /// <summary>Writes the table anew.</summary>
    /// <exception cref="ResultsException">The disk did not take it; the table before is kept.</exception>
    public static void Write(ExperimentFolder folder, Manifest manifest, IReadOnlyList<SearchRow> rows)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(manifest);
        ArgumentNullException.ThrowIfNull(rows);
        Sheet sheet = new Sheet("search")
            .Add(Whole("attack", "Number of the attack, from 1: the point of its runs."),
                rows.Select(r => (object?)r.Number))
            .Add(Whole("generation", "Batch in which it was tried."), rows.Select(r => (object?)r.Generation))
            .Add(Whole("accounts", "Its number k of accounts."), rows.Select(r => (object?)r.Accounts))
            .Add(new TableColumn("set", CellType.Name, "", "What it sets."), rows.Select(r => r.Set))
            .Add(Real("gain", "Mean over training replicates of attack less control; null where a run failed."),
                rows.Select(r => (object?)(double.IsNaN(r.Gain.Estimate) ? null : r.Gain.Estimate)))
            .Add(Real("low", "Lower end of its 95 % interval."), rows.Select(r => (object?)r.Gain.Low))
            .Add(Real("high", "Upper end of its 95 % interval."), rows.Select(r => (object?)r.Gain.High))
            .Add(Whole("replicates", "Training replicates on which it has a value."),
                rows.Select(r => (object?)r.Gain.Count));
        sheet.Write(folder, Path, ExperimentNotes.Of(manifest));
    }

    /// <summary>Replaces the verdict.</summary>
    /// <exception cref="ResultsException">The disk did not take it; the verdict before is kept.</exception>
    public static void WriteVerdict(ExperimentFolder folder, string verdict)
    {
        ArgumentNullException.ThrowIfNull(folder);
        byte[] text = System.Text.Encoding.UTF8.GetBytes(verdict);
        folder.Write(VerdictPath, stream => stream.Write(text));
    }

    /// <summary>The verdict; empty if there is none.</summary>
    public static string ReadVerdict(ExperimentFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        string path = folder.Absolute(VerdictPath);
        return File.Exists(path) ? Disk.Read(path, () => File.ReadAllText(path)) : "";
    }

    private static TableColumn Whole(string name, string doc) => new(name, CellType.Integer, "", doc);

    private static TableColumn Real(string name, string doc) => new(name, CellType.Number, "", doc);
}

/// <summary>One attack that a search has tried.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Generation">Batch in which it was tried.</param>
/// <param name="Accounts">Its number of accounts.</param>
/// <param name="Set">What it sets.</param>
/// <param name="Gain">Attack less control over the training replicates.</param>
public sealed record SearchRow(long Number, long Generation, long Accounts, string Set, Interval Gain);
